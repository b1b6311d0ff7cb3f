import { createHash, randomBytes } from "node:crypto";
import type { JourId } from "../platform/database/index.server.ts";
import type { HouseSeal } from "../platform/house-seal.server.ts";
import type { Consent, Fee, Person } from "./contract.ts";

/** What of a member lies sealed. */
export interface SealedMember {
  readonly person: Person;
  readonly since: string;
  readonly consent: Consent;
  readonly fees: readonly Fee[];
  /** Opens her own page; empty before she is a member. */
  readonly key: string;
}

const boundTo = (jour: JourId, id: string): string => `${jour} ${id}`;

export const closePart = (seal: HouseSeal, jour: JourId, id: string, part: object): Buffer =>
  seal.close(boundTo(jour, id), Buffer.from(JSON.stringify(part), "utf8"));

/** Undefined when it was sealed under a secret that the house has lost. Each id has one kind of part. */
export function openPart<Part extends object>(
  seal: HouseSeal,
  jour: JourId,
  { id, sealed }: { readonly id: string; readonly sealed: Uint8Array },
): Part | undefined {
  const text = seal.open(boundTo(jour, id), sealed)?.toString("utf8");
  return text === undefined ? undefined : (JSON.parse(text) as Part);
}

export const newKey = (): string => randomBytes(16).toString("base64url");
export const hashOf = (key: string): Buffer => createHash("sha256").update(key).digest();
