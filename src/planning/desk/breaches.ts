import type { PersonView, ProposedPlaces, ShiftView } from "../contract.ts";
import { has } from "../rules.ts";
import { clash } from "../proposal/problem.ts";

export type Breach =
  | { readonly kind: "twice" | "shadow"; readonly name: string }
  | { readonly kind: "newcomers" }
  | { readonly kind: "missing"; readonly quality: string }
  | { readonly kind: "most"; readonly name: string; readonly most: number };

/** What a month changed by hand breaks, by shift: shown before it is saved. */
export function breachesOf(
  shifts: readonly ShiftView[],
  places: readonly ProposedPlaces[],
  people: readonly PersonView[],
): ReadonlyMap<string, readonly Breach[]> {
  const byId = new Map(shifts.map((shift) => [shift.id, shift]));
  const who = new Map(people.map((person) => [person.member, person]));
  const found = new Map<string, Breach[]>();
  for (const { shift: id, members } of places) {
    const shift = byId.get(id);
    if (!shift) continue;
    const there = members.flatMap((member) => who.get(member) ?? []);
    const breaches: Breach[] = there.flatMap((person) => [
      ...ownBreaches(person, shift, { places, byId }),
    ]);
    const isNew = there.length > 0 && !there.some(({ standing }) => standing === "experienced");
    if (isNew) breaches.push({ kind: "newcomers" });
    for (const quality of there.length > 0 ? shift.atLeast : [])
      if (quality !== "coordinator" && !there.some((person) => has(person, quality)))
        breaches.push({ kind: "missing", quality });
    if (breaches.length > 0) found.set(id, breaches);
  }
  return found;
}

interface Month {
  readonly places: readonly ProposedPlaces[];
  readonly byId: ReadonlyMap<string, ShiftView>;
}

function ownBreaches(
  { member, name, standing, mostAMonth }: PersonView,
  shift: ShiftView,
  { places, byId }: Month,
): Breach[] {
  const hers = places.filter(({ members }) => members.includes(member));
  const isTwice = hers.some(({ shift: other }) => {
    const at = byId.get(other);
    return at !== undefined && at.id !== shift.id && clash(shift, at) === "elsewhere";
  });
  const isMuch = mostAMonth !== null && hers.length > mostAMonth;
  return [
    ...(isTwice ? [{ kind: "twice", name } as const] : []),
    ...(standing === "shadowing" ? [{ kind: "shadow", name } as const] : []),
    ...(isMuch ? [{ kind: "most", name, most: mostAMonth } as const] : []),
  ];
}
