import { equal } from "../bytes.ts";
import { demand, refuse } from "../refusal.ts";
import type { EpochCore, Member } from "./objects.ts";
import { member as memberCodec, SIZE } from "./objects.ts";
import { inRoster, name } from "./state.ts";
import type { State } from "./state.ts";

const same = (a: Member, b: Member): boolean => equal(memberCodec.put(a), memberCodec.put(b));

/** Who may make this epoch; her entry holds the key that must have signed it. */
export function authorOf(state: State, { author, roster }: EpochCore): Member {
  if (state.epoch) {
    const member = inRoster(state.epoch.roster, author);
    return member && !state.left.has(name(author)) ? member : refuse("epoch-from-outsider");
  }
  const first = inRoster(roster, author) ?? refuse("epoch-not-from-seeker");
  demand(state.self.role === "volunteer" || same(first, state.self), "epoch-not-from-seeker");
  return first;
}

/** The rule book: who may be added and removed by whom. */
export function checkRoster(state: State, author: Member, next: Member[]): void {
  demand(next.length <= SIZE.members, "roster-too-large");
  checkUnique(next);
  demand(inRoster(next, author.tab) !== undefined, "roster-altered");
  const before = state.epoch?.roster ?? next.filter(({ role }) => role === "seeker");
  for (const old of before) {
    const kept = inRoster(next, old.tab);
    if (kept) demand(same(old, kept), "roster-altered");
    else checkRemoval(state, author, old, next);
  }
  for (const added of next.filter(({ tab }) => !inRoster(before, tab))) {
    demand(author.role === "seeker", "epoch-not-from-seeker");
    const candidate = state.candidates.get(name(added.tab)) ?? refuse("unknown-tab");
    demand(same(candidate.member, added), "roster-altered");
    demand(!state.out.has(name(added.tab)), "not-a-member");
    // She changed her mind while the epoch was on its way: void for everybody, and nobody's fault.
    demand(!state.left.has(name(added.tab)), "late-epoch");
  }
}

function checkUnique(roster: Member[]): void {
  const once = (values: Uint8Array[]) =>
    demand(new Set(values.map(name)).size === roster.length, "roster-altered");
  once(roster.map(({ tab }) => tab));
  once(roster.map(({ key }) => key));
  once(roster.map(({ seal }) => seal));
  demand(roster.filter(({ role }) => role === "seeker").length === 1, "roster-removes-seeker");
}

function checkRemoval(state: State, author: Member, old: Member, next: Member[]): void {
  demand(old.role !== "seeker", "roster-removes-seeker");
  const gone = state.left.has(name(old.tab));
  const returned = next.some((member) => equal(member.key, old.key));
  demand(gone || returned || author.role === "volunteer", "roster-removes-volunteer");
}

/** The roster that this tab would have next: without who left or came back in another tab, with whom she let in. */
export function nextRoster(state: State): Member[] {
  const before = state.epoch?.roster ?? [state.self];
  const added = [...state.wanted].flatMap((tab) => state.candidates.get(tab)?.member ?? []);
  // A duty key sits in one tab only: the newest.
  const newest = added.filter(
    (one, at) => !added.slice(at + 1).some((later) => equal(later.key, one.key)),
  );
  const kept = before.filter(
    (old) => !state.left.has(name(old.tab)) && !newest.some((one) => equal(one.key, old.key)),
  );
  return [...kept, ...newest];
}
