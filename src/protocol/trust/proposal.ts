import { equal } from "../bytes.ts";
import { LABEL } from "../labels.ts";
import { attempt, demand, refuse } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import type { Signature } from "../signed.ts";
import { verify } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import { ascending } from "./log.ts";
import type { LogState } from "./log.ts";
import { LIMIT, logEntry } from "./objects.ts";
import type { EntryKind, RootStatement } from "./objects.ts";
import type { RootPolicy } from "./types.ts";

/** An entry of the log that some have signed and others have not yet. The server keeps it, and is not believed. */
export interface Proposal {
  kind: EntryKind;
  /** The entry without its signatures. */
  draft: Uint8Array;
  signatures: Signature[];
}

/** What it would do. */
export type Act =
  | { kind: "delegate"; key: Uint8Array; until: number }
  | { kind: "revocation"; key: Uint8Array }
  | {
      kind: "root";
      m: number;
      keys: Uint8Array[];
      added: Uint8Array[];
      removed: Uint8Array[];
    };

export interface ReadProposal {
  act: Act;
  at: number;
  /** Custodians in force who have signed. */
  signed: Uint8Array[];
  /** How many more of them must. */
  missing: number;
  /** Who would hold the root from now on and has not said yes with her own key. */
  asked: Uint8Array[];
  /** Whoever has it may append it to the log. */
  complete: boolean;
}

/** As every custodian's browser reads it before it shows a word of it: upon the log that it has verified itself. */
export const readProposal = (
  suite: Suite,
  log: LogState,
  jour: Uint8Array,
  proposal: Proposal,
): Promise<Outcome<ReadProposal>> =>
  attempt(async () => {
    const root = log.root ?? refuse("log-broken");
    const { value } = logEntry[proposal.kind].read(
      logEntry[proposal.kind].seal(proposal.draft, []),
    );
    demand(equal(value.jour, jour), "foreign-jour");
    demand(equal(value.previous, log.heads.at(-1) ?? jour), "proposal-overtaken");
    const act = actOf(value, log, root);
    const newcomers = act.kind === "root" ? act.added : [];
    const keys = await checkSigners(suite, proposal, [...root.keys, ...newcomers]);
    const signed = keys.filter((key) => has(root.keys, key));
    demand(signed.length > 0, "proposal-unsigned");
    const asked = newcomers.filter((key) => !has(keys, key));
    const missing = Math.max(0, root.m - signed.length, lackingOfNew(act, keys));
    const complete = missing === 0 && asked.length === 0;
    return { act, at: value.at, signed, missing, asked, complete };
  });

const has = (keys: Uint8Array[], key: Uint8Array): boolean => keys.some((one) => equal(one, key));

/** Each signature is right, and by somebody whose word counts here. */
async function checkSigners(
  suite: Suite,
  { kind, draft, signatures }: Proposal,
  those: Uint8Array[],
): Promise<Uint8Array[]> {
  for (const { key, signature } of signatures) {
    demand(has(those, key), "proposal-unsigned");
    await verify(suite, LABEL[kind], key, draft, signature);
  }
  const keys = signatures.map(({ key }) => key);
  return keys.filter((key, at) => keys.findIndex((one) => equal(one, key)) === at);
}

/** A change of the root takes as many of the new keys as shall sign from then on. */
const lackingOfNew = (act: Act, keys: Uint8Array[]): number =>
  act.kind === "root"
    ? act.m - act.keys.filter((key) => has(keys, key) || has(act.added, key)).length
    : 0;

type Value = ReturnType<(typeof logEntry)[EntryKind]["read"]>["value"];

/** What an honest custodian would not sign is refused here, though the chain might bear it. */
function actOf(value: Value, log: LogState, root: RootPolicy): Act {
  if ("keys" in value) return changeOf(value, root);
  const { key } = value;
  if ("until" in value) {
    demand(value.until - value.at <= LIMIT.delegate, "delegate-too-long");
    demand(!has(log.revoked, key), "delegate-revoked");
    return { kind: "delegate", key, until: value.until };
  }
  demand(!has(log.revoked, key), "proposal-idle");
  return { kind: "revocation", key };
}

function changeOf({ version, keys, m }: RootStatement, root: RootPolicy): Act {
  ascending(keys);
  demand(m >= 1 && m <= keys.length, "malformed");
  demand(version === root.version + 1, "root-rolled-back");
  const added = keys.filter((key) => !has(root.keys, key));
  const removed = root.keys.filter((key) => !has(keys, key));
  demand(added.length + removed.length > 0 || m !== root.m, "proposal-idle");
  return { kind: "root", m, keys, added, removed };
}
