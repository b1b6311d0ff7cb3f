import { concat, equal } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { blob, choice, frame, id, list, struct } from "../codec.ts";
import { open, seal } from "../hpke.ts";
import { labelled } from "../labels.ts";
import { attempt, demand, refuse } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { LABEL, TYPE } from "./labels.ts";

/** The criminal records register, and the register of suspicions. */
export const REGISTERS = ["criminal", "suspicion"] as const;
export type Register = (typeof REGISTERS)[number];

/** A page or two, scanned. */
export const EXTRACT_SIZE = 1_000_000;
const NOTHING = new Uint8Array(0);
const ZERO_NONCE = new Uint8Array(12);

const header = { jour: id, member: id, register: choice<Register>(REGISTERS) };
const headerFrame = frame(TYPE.extractHeader, struct(header));
export const extract = frame(
  TYPE.extract,
  struct({
    ...header,
    /** The content key, sealed to each manager who may open it. */
    keys: list(struct({ reader: id, sealed: blob(1200) }), 8),
    sealed: blob(EXTRACT_SIZE + 16),
  }),
);

export interface ExtractAbout {
  readonly jour: Uint8Array;
  /** Whose extract it is. */
  readonly member: Uint8Array;
  readonly register: Register;
}

export interface Manager {
  readonly member: Uint8Array;
  readonly seal: Uint8Array;
  /** As the signed directory has it. */
  readonly sealKeyHash: Uint8Array;
}

const about = ({ jour, member, register }: ExtractAbout): Plain =>
  headerFrame.encode({ jour, member, register });
const keyInfo = (of: ExtractAbout, reader: Uint8Array): Plain =>
  labelled(LABEL.extractKey, concat(about(of), reader));

/** A copy for the managers and nobody else: the server, its disks and its backups hold no more than this. */
export async function sealExtract(
  suite: Suite,
  of: ExtractAbout,
  readers: readonly Manager[],
  bytes: Uint8Array,
): Promise<Plain> {
  // What is too long, or for too many, its own encoding refuses.
  demand(readers.length > 0 && bytes.length > 0, "malformed");
  const secret = suite.random(32);
  const keys: { reader: Uint8Array; sealed: Uint8Array }[] = [];
  for (const { member, seal: key, sealKeyHash } of readers) {
    demand(equal(await suite.sha256(key), sealKeyHash), "bad-key");
    const sealed = await seal(suite, key, keyInfo(of, member), NOTHING, secret);
    keys.push({ reader: member, sealed });
  }
  const sealed = await suite.aesSeal(secret, ZERO_NONCE, labelled(LABEL.extract, about(of)), bytes);
  const { jour, member, register } = of;
  return extract.encode({ jour, member, register, keys, sealed });
}

/** Whose it is, of which register, and who may open it. Reads without believing. */
export const extractAbout = (
  bytes: Uint8Array,
): Promise<Outcome<ExtractAbout & { readers: Uint8Array[] }>> =>
  attempt(async () => {
    const { jour, member, register, keys } = extract.decode(bytes);
    return { jour, member, register, readers: keys.map(({ reader }) => reader) };
  });

export const openExtract = (
  suite: Suite,
  bytes: Uint8Array,
  of: ExtractAbout,
  self: { readonly member: Uint8Array; readonly seal: Uint8Array },
): Promise<Outcome<Uint8Array>> =>
  attempt(async () => {
    const value = extract.decode(bytes);
    demand(equal(about(value), about(of)), "foreign-member");
    const own = value.keys.find(({ reader }) => equal(reader, self.member));
    const { sealed } = own ?? refuse("cannot-open");
    const secret = await open(suite, self.seal, keyInfo(of, self.member), NOTHING, sealed);
    return suite.aesOpen(secret, ZERO_NONCE, labelled(LABEL.extract, about(of)), value.sealed);
  });
