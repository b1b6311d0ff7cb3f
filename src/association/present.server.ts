import type { JourId } from "../platform/database/index.server.ts";
import type { HouseSeal } from "../platform/house-seal.server.ts";
import { type Language, pathIn } from "../ui/languages.ts";
import { associationPages, type Member } from "./contract.ts";
import type { Motion } from "./meeting-contract.ts";
import type { MotionRow } from "./own-store.server.ts";
import { openPart, type SealedMember } from "./sealed.server.ts";
import type { MemberRow } from "./store.server.ts";

export const pageOf = (key: string, language: Language): string =>
  pathIn(associationPages.own.replace(":key", key), language);

const unreadable = {
  ...{ person: null, since: "", consent: { version: "", on: "", how: "page" as const } },
  ...{ fees: [], page: null },
};

/** As the board sees her. */
export function memberView(seal: HouseSeal, jour: JourId, row: MemberRow): Member {
  const { id, stage, deleteOn, version } = row;
  const part = openPart<SealedMember>(seal, jour, row);
  if (!part) return { id, stage, deleteOn, version, ...unreadable };
  const { person, since, consent, fees, key } = part;
  const page = key === "" ? null : pageOf(key, person.language);
  return { id, stage, deleteOn, version, person, since, consent, fees, page };
}

/** Nothing of those that were sealed under a secret that the house has lost. */
export const motionViews = (
  { seal }: { readonly seal: HouseSeal },
  jour: JourId,
  rows: readonly MotionRow[],
): Motion[] =>
  rows.flatMap((row) => {
    const part = openPart<Pick<Motion, "title" | "text" | "on">>(seal, jour, row);
    return part ? [{ id: row.id, member: row.member, ...part }] : [];
  });
