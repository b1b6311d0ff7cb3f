import { fail, ok, type Result } from "../../platform/result.ts";
import {
  type Act,
  assemble,
  cosign,
  draftDelegate,
  draftRevocation,
  draftRoot,
  LIMIT,
  type Proposal,
  readProposal,
  Refusal,
  toBase64url,
  type VerifiedTrust,
} from "../../protocol/index.ts";
import { readLog } from "../../protocol/trust/log.ts";
import type { Staff } from "../staff.browser.ts";
import { type Amend, amend } from "../trust.browser.ts";
import { custodyPaths as paths } from "./contract.ts";
import { proposalOf, seeCustody, type Waiting, type Wanted } from "./custody.browser.ts";

/** She may not sign directories: what is complete lies there until a coordinator's desk appends it. */
const LEFT_TO_OTHERS: readonly string[] = ["not-delegate", "not-allowed"];

/** Drafts what is wanted upon the newest entry, signs it, and lays it before the others. */
export async function propose(staff: Staff, wanted: Wanted): Promise<Result<unknown>> {
  const seen = await seeCustody(staff);
  if (!seen.ok) return seen;
  const { log, trust } = seen.value;
  const draft = draftOfWanted(staff, wanted, trust);
  const signature = await cosign(staff.suite, wanted.kind, staff.identity.sign, draft);
  const proposal: Proposal = { kind: wanted.kind, draft, signatures: [signature] };
  const read = await readProposal(staff.suite, log, staff.jour, proposal);
  if (!read.ok) return read;
  if (read.value.complete) {
    const appended = await append(staff, proposal, read.value.act);
    if (appended.ok || !LEFT_TO_OTHERS.includes(appended.code)) return appended;
  }
  const id = crypto.randomUUID();
  return staff.api.post(paths.proposals, {
    ...{ id, kind: wanted.kind, draft: toBase64url(draft) },
    signature: written(signature),
  });
}

const written = ({ key, signature }: Proposal["signatures"][number]) => ({
  key: toBase64url(key),
  signature: toBase64url(signature),
});

function draftOfWanted({ jour }: Staff, wanted: Wanted, { heads, root }: VerifiedTrust) {
  const at = Date.now();
  const bare = { jour, previous: heads.at(-1) ?? jour, at };
  if (wanted.kind === "revocation") return draftRevocation({ ...bare, key: wanted.key });
  if (wanted.kind === "delegate")
    return draftDelegate({ ...bare, key: wanted.key, until: at + LIMIT.delegate });
  const { m, keys } = wanted;
  return draftRoot({ ...bare, version: root.version + 1, m, keys: [...keys] });
}

/**
 * Signs what she was shown: the very bytes, read anew upon the chain of now. Where hers was the last that
 * lacked, it goes into the log, if she may sign the directory that names it; else the next who may does that.
 */
export async function signWaiting(staff: Staff, shown: Waiting): Promise<Result<unknown>> {
  const seen = await seeCustody(staff);
  if (!seen.ok) return seen;
  const { kind, draft } = shown.proposal;
  const view = seen.value.view.proposals.find(({ id }) => id === shown.id);
  if (!view) return fail("not-found");
  const now = { ...proposalOf(view), kind, draft };
  // Before she adds hers: a custodian must have signed it already.
  const laid = await readProposal(staff.suite, seen.value.log, staff.jour, now);
  if (!laid.ok) return laid;
  const signature = await cosign(staff.suite, kind, staff.identity.sign, draft);
  const proposal: Proposal = { ...now, signatures: [...now.signatures, signature] };
  const read = await readProposal(staff.suite, seen.value.log, staff.jour, proposal);
  if (!read.ok) return read;
  const put = await staff.api.put(`${paths.proposals}/${shown.id}`, {
    signature: written(signature),
  });
  if (!put.ok || !read.value.complete) return put;
  const appended = await append(staff, proposal, read.value.act);
  return !appended.ok && LEFT_TO_OTHERS.includes(appended.code) ? ok(null) : appended;
}

export const withdrawWaiting = (staff: Staff, { id }: Waiting): Promise<Result<unknown>> =>
  staff.api.del(`${paths.proposals}/${id}`);

/** Into the log, with a directory upon it; read once more upon the log that it goes into. */
function append(staff: Staff, proposal: Proposal, act: Act): Promise<Result<unknown>> {
  const { kind, draft, signatures } = proposal;
  const entry = assemble(kind, draft, signatures);
  // A delegate's own statement makes her one: with it she may sign the directory that follows.
  const named = act.kind === "delegate" ? act.key : undefined;
  const how: Amend = async (_, { log }) => {
    const state = await readLog(staff.suite, log, staff.jour);
    const read = await readProposal(staff.suite, state, staff.jour, proposal);
    if (!read.ok) throw new Refusal(read.code);
    return { members: (before) => before, entry };
  };
  return amend(staff, how, named);
}

/** What enough have signed, and nobody could append yet: a coordinator's desk does it as it passes. */
export async function appendReady(staff: Staff): Promise<Result<unknown>> {
  const seen = await seeCustody(staff);
  if (!seen.ok) return seen;
  for (const view of seen.value.view.proposals) {
    const proposal = proposalOf(view);
    const read = await readProposal(staff.suite, seen.value.log, staff.jour, proposal);
    if (!read.ok || !read.value.complete) continue;
    const appended = await append(staff, proposal, read.value.act);
    // Another desk of ours was quicker with the same.
    return !appended.ok && appended.code === "proposal-overtaken" ? ok(null) : appended;
  }
  return ok(null);
}
