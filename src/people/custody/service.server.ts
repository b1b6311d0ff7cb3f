import type { JourId, TenantTx } from "../../platform/database/index.server.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import {
  type EntryKind,
  type Outcome,
  readProposal,
  type ReadProposal,
} from "../../protocol/index.ts";
import { type LogState, readLog } from "../../protocol/trust/log.ts";
import type { Signature } from "../../protocol/signed.ts";
import type { Deps } from "../deps.server.ts";
import { allMembers, findMember } from "../members-store.server.ts";
import { lockTrust, readTrust } from "../trust-store.server.ts";
import { type CustodyView, PROPOSAL_LIMIT, PROPOSAL_MS } from "./contract.ts";
import {
  allProposals,
  allSignatures,
  deleteProposal,
  insertProposal,
  insertSignature,
  type ProposalRow,
  type SignatureRow,
} from "./store.server.ts";

export type CustodyCode =
  | "changed-meanwhile"
  | "limit-reached"
  | "not-allowed"
  | "not-found"
  | "proposal-refused";
type Done = Result<null, CustodyCode>;

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

export function custodyOf(deps: Deps, jour: JourId): Promise<CustodyView> {
  return deps.database.tenant(jour, async (tx) => {
    const members = (await allMembers(tx)).filter(({ status }) => status === "active");
    const signatures = await allSignatures(tx);
    const proposals = await allProposals(tx, new Date(deps.now()));
    return {
      names: members.map(({ id, name }) => ({ id, name })),
      rekeyed: members.flatMap(({ name, rekeyed_on: on }) => (on === null ? [] : [{ name, on }])),
      proposals: proposals.map((row) => ({
        id: row.id,
        kind: row.kind,
        draft: base64url(row.draft),
        signatures: signaturesOf(row, signatures).map(({ key, signature }) => ({
          key: base64url(key),
          signature: base64url(signature),
        })),
        madeBy: row.made_by,
        overtaken: row.overtaken,
        expiresAt: row.expires_at.getTime(),
      })),
    };
  });
}

const signaturesOf = ({ id }: ProposalRow, all: readonly SignatureRow[]): SignatureRow[] =>
  all.filter((one) => one.proposal_id === id);

export interface ProposalInput {
  readonly id: string;
  readonly kind: EntryKind;
  readonly draft: Uint8Array;
  readonly signature: Signature;
}

/** Kept only with a custodian's signature that is right: nobody else can fill the list, or frighten anybody with it. */
export function propose(
  deps: Deps,
  jour: JourId,
  member: string,
  input: ProposalInput,
): Promise<Done> {
  return deps.database.tenant(jour, async (tx): Promise<Done> => {
    const log = await lockedLog(deps, tx);
    const now = deps.now();
    const open = await allProposals(tx, new Date(now));
    if (open.length >= PROPOSAL_LIMIT) return fail("limit-reached");
    const { id, kind, draft, signature } = input;
    const read = await reading(deps, tx, log, { kind, draft, signatures: [signature] });
    if (!read.ok) return read;
    if (!(await isHers(tx, member, signature.key))) return fail("not-allowed");
    const row = { id, kind, draft: Buffer.from(draft), made_by: member };
    const made = await insertProposal(tx, { ...row, expires_at: new Date(now + PROPOSAL_MS) });
    if (!made) return fail("changed-meanwhile");
    await insertSignature(tx, id, signature);
    return ok(null);
  });
}

/** One more signature, of a custodian or of somebody who shall become one. */
export function sign(
  deps: Deps,
  jour: JourId,
  member: string,
  { id, signature }: { readonly id: string; readonly signature: Signature },
): Promise<Done> {
  return deps.database.tenant(jour, async (tx): Promise<Done> => {
    const log = await lockedLog(deps, tx);
    const row = (await allProposals(tx, new Date(deps.now()))).find((one) => one.id === id);
    if (!row) return fail("not-found");
    const before = signaturesOf(row, await allSignatures(tx));
    const signatures = [...before.map(plain), signature];
    const { kind, draft } = row;
    const read = await reading(deps, tx, log, { kind, draft: bytes(draft), signatures });
    if (!read.ok) return read;
    if (!(await isHers(tx, member, signature.key))) return fail("not-allowed");
    await insertSignature(tx, id, signature);
    return ok(null);
  });
}

/** She who proposed it takes it back; a custodian, or one who is asked to become one, says no to it. */
export function withdraw(deps: Deps, jour: JourId, member: string, id: string): Promise<Done> {
  return deps.database.tenant(jour, async (tx): Promise<Done> => {
    const log = await lockedLog(deps, tx);
    const row = (await allProposals(tx, new Date(deps.now()))).find((one) => one.id === id);
    if (!row) return fail("not-found");
    const signatures = signaturesOf(row, await allSignatures(tx)).map(plain);
    const { kind, draft } = row;
    const read = await reading(deps, tx, log, { kind, draft: bytes(draft), signatures });
    const asked = read.ok ? read.value.asked : [];
    const keys = [...(log.root?.keys ?? []), ...asked];
    const isHeard = await Promise.all(keys.map((key) => isHers(tx, member, key)));
    if (row.made_by !== member && !isHeard.includes(true)) return fail("not-allowed");
    await deleteProposal(tx, id);
    return ok(null);
  });
}

async function lockedLog(deps: Deps, tx: TenantTx): Promise<LogState> {
  await lockTrust(tx);
  const { log } = await readTrust(tx);
  return readLog(deps.suite, log.map(bytes), uuidBytes(tx.jour));
}

type Read = Result<ReadProposal, "changed-meanwhile" | "proposal-refused">;

async function reading(
  { suite }: Deps,
  tx: TenantTx,
  log: LogState,
  proposal: Parameters<typeof readProposal>[3],
): Promise<Read> {
  const read: Outcome<ReadProposal> = await readProposal(suite, log, uuidBytes(tx.jour), proposal);
  if (read.ok) return read;
  if (read.code === "proposal-overtaken") return fail("changed-meanwhile");
  return fail("proposal-refused", read.code);
}

/** Each signs with the identity that she is signed in by. */
async function isHers(tx: TenantTx, member: string, key: Uint8Array): Promise<boolean> {
  const row = await findMember(tx, member);
  return row?.identity_key.equals(key) ?? false;
}

const bytes = (buffer: Uint8Array): Uint8Array => new Uint8Array(buffer);
const plain = ({ key, signature }: SignatureRow): Signature => ({
  key: bytes(key),
  signature: bytes(signature),
});
