// Who may do what at the desk: one table. The doors ask it, and the coordinators' page shows it in plain words.

/** What a member is, by the signed directory: everybody is `member`; the others are teams, a role, or a key. */
export const HATS = [
  "member",
  "volunteer",
  "letters",
  "intake",
  "recruiters",
  "office",
  "lecturers",
  "editor",
  "board",
  "coordinator",
  "custodian",
] as const;
export type Hat = (typeof HATS)[number];

/** Teams as the directory writes them, and the hat that each gives. */
const teamHats: Readonly<Record<string, Hat>> = {
  conversations: "volunteer",
  letters: "letters",
  intake: "intake",
  recruiters: "recruiters",
  office: "office",
  lecturers: "lecturers",
  editor: "editor",
  board: "board",
};

/**
 * What holds it: the door asks this table; the module asks the team, mailbox by mailbox, and only the
 * team's key opens; or a signature without which no client believes it.
 */
export type HeldBy = "door" | "team" | "key";

interface Row {
  readonly who: readonly Hat[];
  readonly heldBy: HeldBy;
  /** What must besides be in order, each time: it falls away by itself. */
  readonly while?: readonly ("pledged" | "checked" | "not-on-leave")[];
}

export const RIGHTS = {
  "own.data": { who: ["member"], heldBy: "door" },
  "pledge.sign": { who: ["member"], heldBy: "door" },
  "duty.hold": {
    who: ["volunteer"],
    heldBy: "door",
    while: ["pledged", "checked", "not-on-leave"],
  },
  "letters.answer": { who: ["letters"], heldBy: "team" },
  "talks.answer": { who: ["intake"], heldBy: "team" },
  recruit: { who: ["recruiters"], heldBy: "team" },
  "office.answer": { who: ["office"], heldBy: "team" },
  "board.answer": { who: ["board"], heldBy: "team" },
  "lecturers.answer": { who: ["lecturers"], heldBy: "team" },
  education: { who: ["lecturers", "coordinator"], heldBy: "door" },
  association: { who: ["board", "coordinator"], heldBy: "door" },
  "training.lead": { who: ["coordinator"], heldBy: "door" },
  "site.write": { who: ["editor", "coordinator"], heldBy: "door" },
  "site.hours": { who: ["coordinator"], heldBy: "door" },
  "jour.set": { who: ["coordinator"], heldBy: "door" },
  "shifts.plan": { who: ["coordinator"], heldBy: "door" },
  "people.manage": { who: ["coordinator"], heldBy: "door" },
  "pledge.write": { who: ["coordinator"], heldBy: "door" },
  "records.keep": { who: ["coordinator"], heldBy: "door" },
  "extract.open": { who: ["coordinator"], heldBy: "key" },
  "network.keep": { who: ["coordinator"], heldBy: "door" },
  "looks.read": { who: ["board", "coordinator"], heldBy: "door" },
  "looks.sign": { who: ["coordinator"], heldBy: "door" },
  "directory.sign": { who: ["coordinator"], heldBy: "key" },
  "root.sign": { who: ["custodian"], heldBy: "key" },
} as const satisfies Record<string, Row>;

export type Right = keyof typeof RIGHTS;

export interface Standing {
  readonly role: "volunteer" | "coordinator";
  readonly teams: readonly string[];
}

/** The hats that the directory gives; that of a custodian is a key of the root, and no server's to give. */
export function hatsOf({ role, teams }: Standing): Hat[] {
  const worn = new Set<Hat>(["member"]);
  for (const team of teams) {
    const hat = teamHats[team];
    if (hat) worn.add(hat);
  }
  if (role === "coordinator") worn.add("coordinator");
  return HATS.filter((hat) => worn.has(hat));
}

export function mayDo(right: Right, standing: Standing): boolean {
  const who: readonly Hat[] = RIGHTS[right].who;
  return hatsOf(standing).some((hat) => who.includes(hat));
}

/** What somebody may be chosen for by a coordinator, in the order in which it is shown. */
export const CHOOSABLE_TEAMS = [
  "conversations",
  "letters",
  "intake",
  "recruiters",
  "office",
  "lecturers",
  "editor",
  "board",
] as const;
export type ChoosableTeam = (typeof CHOOSABLE_TEAMS)[number];
