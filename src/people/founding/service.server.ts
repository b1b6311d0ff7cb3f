import { type JourId, type TenantTx } from "../../platform/database/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { dayOf, type Deps } from "../deps.server.ts";
import { type CreateCode } from "../jours.server.ts";
import { deleteJour, deletePrinted } from "../jours-store.server.ts";
import { invite } from "../members.server.ts";
import { allMembers } from "../members-store.server.ts";
import type { FoundingView, MadeLink } from "./contract.ts";
import {
  allFoundings,
  findFounding,
  type FoundingRow,
  insertFounding,
  type Progress,
  progressOf,
} from "./store.server.ts";

/** Makes a jour with everything that a new one begins with: the same for desk and command line. */
export type MakeJour = (draft: {
  readonly host: string;
  readonly name: string;
}) => Promise<Result<JourId, CreateCode>>;

export interface FoundingDeps extends Deps {
  readonly makeJour: MakeJour;
}

/** A coordinator of the federation. */
export interface Officer {
  readonly jour: JourId;
  readonly member: string;
}

interface Link {
  readonly id: string;
  readonly token: Uint8Array;
}

/** More than a federation founds in a month: somebody else sits at its desk, or a finger is stuck. */
const MOST_UNFOUNDED = 30;

const lookAt = ({ database, now }: Deps, jour: JourId): Promise<Progress> =>
  database.tenant(jour, (tx) => progressOf(tx, new Date(now())));

export async function foundingsOf(
  deps: Deps,
  { jour }: Officer,
): Promise<Result<FoundingView[], never>> {
  const [rows, members] = await deps.database.tenant(
    jour,
    async (tx) => [await allFoundings(tx), await allMembers(tx)] as const,
  );
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const views: FoundingView[] = [];
  for (const row of rows) views.push(viewOf(row, await lookAt(deps, row.founds), names));
  return ok(views);
}

function viewOf(
  { founds, name, host, made_on, made_by }: FoundingRow,
  { isFounded, expires }: Progress,
  names: ReadonlyMap<string, string>,
): FoundingView {
  const state = isFounded ? "founded" : expires ? "waiting" : "silent";
  return {
    ...{ jour: founds, name, host: host ?? "", madeOn: made_on, state },
    madeBy: made_by === null ? null : (names.get(made_by) ?? null),
    expiresAt: state === "waiting" && expires ? expires.getTime() : null,
  };
}

/** The new jour is there at once, with all doors closed; she is founded by whoever opens the link. */
export async function found(
  deps: FoundingDeps,
  officer: Officer,
  { name, host, ...link }: Link & { readonly name: string; readonly host: string },
): Promise<Result<MadeLink, "foundings-full" | "changed-meanwhile" | CreateCode>> {
  const before = await foundingsOf(deps, officer);
  if (!before.ok) return before;
  const waiting = before.value.filter(({ state }) => state !== "founded");
  if (waiting.length >= MOST_UNFOUNDED) return fail("foundings-full");
  const made = await deps.makeJour({ name, host });
  if (!made.ok) return made;
  const row = { founds: made.value, madeBy: officer.member, on: dayOf(deps.now()) };
  await deps.database.tenant(officer.jour, (tx) => insertFounding(tx, row));
  return linkTo(deps, made.value, link);
}

/** As the command line prints one, but that the secret was drawn in her browser. */
async function linkTo(
  deps: Deps,
  jour: JourId,
  link: Link,
): Promise<Result<MadeLink, "changed-meanwhile">> {
  const done = await invite(deps, jour, { ...link, role: "coordinator" }, null);
  if (done.ok) return ok({ jour, expiresAt: done.value.expiresAt });
  return fail("changed-meanwhile");
}

type Refused = "not-found" | "already-founded";

/** A jour that the federation has invited and that nobody has founded yet. */
async function unfounded(
  deps: Deps,
  { jour }: Officer,
  founds: string,
): Promise<Result<FoundingRow, Refused>> {
  const row = await deps.database.tenant(jour, (tx) => findFounding(tx, founds));
  if (!row) return fail("not-found");
  return (await lookAt(deps, row.founds)).isFounded ? fail("already-founded") : ok(row);
}

/** The link before is good no more. */
export async function linkAnew(
  deps: Deps,
  officer: Officer,
  founds: string,
  link: Link,
): Promise<Result<MadeLink, Refused | "changed-meanwhile">> {
  const row = await unfounded(deps, officer, founds);
  if (!row.ok) return row;
  await deps.database.tenant(row.value.founds, deletePrinted);
  return linkTo(deps, row.value.founds, link);
}

/** The link is good no more; whoever opens it is told. One that was used is not taken back. */
export async function withdrawLink(
  deps: Deps,
  officer: Officer,
  founds: string,
): Promise<Result<null, Refused>> {
  const row = await unfounded(deps, officer, founds);
  if (!row.ok) return row;
  await deps.database.tenant(row.value.founds, deletePrinted);
  return ok(null);
}

/** The jour that never came to be, with its address. Not while somebody is on her way in. */
export async function removeUnfounded(
  deps: Deps,
  officer: Officer,
  founds: string,
): Promise<Result<null, Refused>> {
  const row = await unfounded(deps, officer, founds);
  if (!row.ok) return row;
  const jour = row.value.founds;
  // From here on nobody comes in: an enrolment holds the invitation's row until it stands among the members.
  const progress = await deps.database.tenant(jour, (tx) => closed(tx, deps.now()));
  if (progress.isFounded || progress.members > 0) return fail("already-founded");
  await deps.database.shared((tx) => deleteJour(tx, jour));
  return ok(null);
}

async function closed(tx: TenantTx, now: number): Promise<Progress> {
  await deletePrinted(tx);
  return progressOf(tx, new Date(now));
}
