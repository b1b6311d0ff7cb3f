import type { JourId } from "../platform/database/index.server.ts";
import type { HouseSeal } from "../platform/house-seal.server.ts";
import type { LectureRequest } from "./contract.ts";

/** What of a booking lies sealed. */
export interface SealedPart {
  readonly request: LectureRequest;
  readonly place: string;
  readonly note: string;
  /** What they have asked for since our last step. */
  readonly wish?: string;
}

const boundTo = (jour: JourId, booking: string): string => `${jour} ${booking}`;

export const closePart = (
  seal: HouseSeal,
  jour: JourId,
  booking: string,
  part: SealedPart,
): Buffer => seal.close(boundTo(jour, booking), Buffer.from(JSON.stringify(part), "utf8"));

/** Undefined when it was sealed under a secret that the house has lost. */
export function openPart(
  seal: HouseSeal,
  jour: JourId,
  { id, sealed }: { readonly id: string; readonly sealed: Uint8Array },
): SealedPart | undefined {
  const text = seal.open(boundTo(jour, id), sealed)?.toString("utf8");
  return text === undefined ? undefined : (JSON.parse(text) as SealedPart);
}
