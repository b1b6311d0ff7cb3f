import { ok, type Result } from "../../platform/result.ts";
import {
  type Act,
  keyDigits,
  type Proposal,
  proposalDigits,
  type ReadProposal,
  readProposal,
  type RootPolicy,
  type VerifiedTrust,
} from "../../protocol/index.ts";
import { type LogState, readLog } from "../../protocol/trust/log.ts";
import { bytesOf, sameBytes, uuidText } from "../bytes.ts";
import type { Staff } from "../staff.browser.ts";
import { seenTrust } from "../trust.browser.ts";
import { custodyPaths as paths, type CustodyView, type ProposalView } from "./contract.ts";
import { dueActs, type Standing, standingOf } from "./standing.ts";

/** A key, and whose it is by the signed directory; the name alone is the server's word. */
export interface Holder {
  readonly key: Uint8Array;
  readonly name: string | undefined;
  readonly isMe: boolean;
  readonly digits: readonly string[];
}

export interface Waiting {
  readonly id: string;
  readonly proposal: Proposal;
  readonly madeBy: string | undefined;
  readonly expiresAt: number;
  readonly digits: readonly string[];
  /** What it would do; a code where it is not what it seems, or came too late. */
  readonly read: { readonly ok: true; readonly value: ReadProposal } | { ok: false; code: string };
  readonly iSigned: boolean;
  readonly iMay: boolean;
}

export type DueAct = Exclude<Act, { kind: "root" }>;
/** What somebody wants to be signed. */
export type Wanted =
  | DueAct
  | { readonly kind: "root"; readonly m: number; readonly keys: readonly Uint8Array[] };

export interface Custody {
  readonly root: RootPolicy;
  readonly standing: Standing;
  readonly fingerprint: Uint8Array;
  readonly own: Uint8Array;
  readonly isCustodian: boolean;
  readonly custodians: readonly Holder[];
  readonly others: readonly Holder[];
  /** Keys that are spoken of and belong to nobody in the directory. */
  readonly strangers: readonly Holder[];
  readonly waiting: readonly Waiting[];
  readonly due: readonly DueAct[];
  readonly rekeyed: CustodyView["rekeyed"];
}

interface Seen {
  readonly view: CustodyView;
  readonly trust: VerifiedTrust;
  readonly log: LogState;
}

/**
 * Everything is read upon the chain that this browser has verified; the server's word is asked for names
 * only. A directory that has expired is no obstacle: custodians may be the ones who can open the jour again.
 */
export async function seeCustody(staff: Staff): Promise<Result<Seen>> {
  const seen = await seenTrust(staff, { evenExpired: true });
  if (!seen.ok) return seen;
  const view = await staff.api.get<CustodyView>(paths.custody);
  if (!view.ok) return view;
  const log = await readLog(staff.suite, seen.value.log, staff.jour);
  return ok({ view: view.value, trust: seen.value.trust, log });
}

export async function lookAtCustody(staff: Staff): Promise<Result<Custody>> {
  const seen = await seeCustody(staff);
  if (!seen.ok) return seen;
  const { view, trust, log } = seen.value;
  const own = await staff.suite.ed25519.publicKey(staff.identity.sign);
  const { root, members, fingerprint } = trust;
  const names = new Map(view.names.map(({ id, name }) => [id, name]));
  const nameOf = (key: Uint8Array): string | undefined => {
    const line = members.find(({ identity }) => sameBytes(identity, key));
    return line && names.get(uuidText(line.id));
  };
  const holder = async (key: Uint8Array): Promise<Holder> => ({
    ...{ key, name: nameOf(key), isMe: sameBytes(key, own) },
    digits: await keyDigits(staff.suite, key),
  });
  const isCustodian = has(root.keys, own);
  const others = members.map(({ identity }) => identity).filter((key) => !has(root.keys, key));
  const waiting = await Promise.all(
    view.proposals.map((one) => readWaiting(staff, log, one, { names, own })),
  );
  const due = dueActs(log, members, Date.now());
  const spoken = [...due.map(({ key }) => key), ...waiting.flatMap(keysOf)];
  const strangers = spoken.filter((key) => !has([...root.keys, ...others], key));
  return ok({
    ...{ root, fingerprint, own, isCustodian, waiting },
    rekeyed: view.rekeyed,
    strangers: await Promise.all(strangers.map(holder)),
    standing: standingOf(root, log, members),
    custodians: byName(await Promise.all(root.keys.map(holder))),
    others: byName(await Promise.all(others.map(holder))),
    due: due.filter(
      (act) => !waiting.some((one) => one.read.ok && isSame(one.read.value.act, act)),
    ),
  });
}

const byName = (holders: readonly Holder[]): Holder[] =>
  holders.toSorted((a, b) => (a.name ?? "\uffff").localeCompare(b.name ?? "\uffff", "sv"));

function keysOf({ read }: Waiting): Uint8Array[] {
  if (!read.ok) return [];
  const { act } = read.value;
  return act.kind === "root" ? [...act.added, ...act.removed] : [act.key];
}

async function readWaiting(
  { suite, jour }: Staff,
  log: LogState,
  view: ProposalView,
  { names, own }: { names: ReadonlyMap<string, string>; own: Uint8Array },
): Promise<Waiting> {
  const proposal = proposalOf(view);
  const read = await readProposal(suite, log, jour, proposal);
  const asked = read.ok ? read.value.asked : [];
  const iSigned = has(
    proposal.signatures.map(({ key }) => key),
    own,
  );
  const mayAtAll = has([...(log.root?.keys ?? []), ...asked], own);
  return {
    ...{ id: view.id, proposal, read, iSigned, expiresAt: view.expiresAt },
    madeBy: view.madeBy === null ? undefined : names.get(view.madeBy),
    digits: await proposalDigits(suite, proposal.draft),
    iMay: read.ok && mayAtAll && !iSigned,
  };
}

export const proposalOf = ({ kind, draft, signatures }: ProposalView): Proposal => ({
  kind,
  draft: bytesOf(draft),
  signatures: signatures.map((one) => ({
    key: bytesOf(one.key),
    signature: bytesOf(one.signature),
  })),
});

const has = (keys: readonly Uint8Array[], key: Uint8Array): boolean =>
  keys.some((one) => sameBytes(one, key));
const isSame = (a: Act, b: DueAct): boolean => a.kind === b.kind && sameBytes(a.key, b.key);
