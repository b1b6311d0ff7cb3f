import { compare, equal } from "../bytes.ts";
import { LABEL } from "../labels.ts";
import { demand, refuse } from "../refusal.ts";
import type { Signature } from "../signed.ts";
import { verify } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import { kindOf, LIMIT, logEntry } from "./objects.ts";
import type { DelegateStatement, EntryKind, Revocation, RootStatement } from "./objects.ts";
import type { RootPolicy } from "./types.ts";

export interface LogState {
  root: RootPolicy | undefined;
  fingerprint: Uint8Array;
  heads: Uint8Array[];
  delegates: { key: Uint8Array; at: number; until: number }[];
  revoked: Uint8Array[];
}

const ZERO = new Uint8Array(32);

/** Walks the chain from the first root statement; each entry must have been allowed where it stands. */
export async function readLog(
  suite: Suite,
  log: Uint8Array[],
  jour: Uint8Array,
): Promise<LogState> {
  const state: LogState = {
    root: undefined,
    fingerprint: ZERO,
    heads: [],
    delegates: [],
    revoked: [],
  };
  for (const bytes of log) {
    await readEntry(suite, state, bytes, jour);
    const head = await suite.sha256(bytes);
    if (state.heads.length === 0) state.fingerprint = head;
    state.heads.push(head);
  }
  return state;
}

async function readEntry(
  suite: Suite,
  state: LogState,
  bytes: Uint8Array,
  jour: Uint8Array,
): Promise<void> {
  const kind = kindOf(bytes);
  const { value, covered, signatures } = logEntry[kind].read(bytes);
  demand(equal(value.jour, jour), "foreign-jour");
  demand(equal(value.previous, state.heads.at(-1) ?? ZERO), "log-broken");
  await checkSignatures(suite, kind, covered, signatures);
  if ("keys" in value) return readRoot(state, value, signatures);
  signedByRoot(state.root ?? refuse("log-broken"), signatures);
  if (!isDelegate(value)) {
    state.revoked.push(value.key);
    return;
  }
  demand(value.until - value.at <= LIMIT.delegate, "delegate-too-long");
  state.delegates.push({ key: value.key, at: value.at, until: value.until });
}

const isDelegate = (value: DelegateStatement | Revocation): value is DelegateStatement =>
  "until" in value;

async function checkSignatures(
  suite: Suite,
  kind: EntryKind,
  covered: Uint8Array,
  signatures: Signature[],
): Promise<void> {
  ascending(signatures.map(({ key }) => key));
  for (const { key, signature } of signatures)
    await verify(suite, LABEL[kind], key, covered, signature);
}

// As in The Update Framework: the old custodians let go, and the new ones show that they hold their keys.
function readRoot(state: LogState, value: RootStatement, signatures: Signature[]): void {
  ascending(value.keys);
  demand(value.m >= 1 && value.m <= value.keys.length, "malformed");
  demand(value.version === (state.root?.version ?? 0) + 1, "root-rolled-back");
  if (state.root) signedByRoot(state.root, signatures);
  signedByRoot(value, signatures);
  state.root = { version: value.version, keys: value.keys, m: value.m };
}

function signedByRoot(root: RootPolicy, signatures: Signature[]): void {
  const custodians = signatures.filter((one) => root.keys.some((key) => equal(key, one.key)));
  demand(custodians.length >= root.m, "root-signatures-missing");
}

/** Strictly: no key counts twice. */
export function ascending(keys: Uint8Array[]): void {
  demand(
    keys.every((key, at) => at === 0 || compare(keys[at - 1] ?? key, key) < 0),
    "not-canonical",
  );
}
