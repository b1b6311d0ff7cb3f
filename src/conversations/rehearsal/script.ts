// A scripted seeker: what she says, and how she goes on after what she is answered. Pure.

export interface Beat {
  readonly id: string;
  /** One message each. */
  readonly says: readonly string[];
  /** Beside the room: what to think of now. */
  readonly hint: string;
  /** The first of these whose word stands in the answer decides how she goes on. */
  readonly ways: readonly { readonly words: readonly string[]; readonly to: string }[];
  /** Otherwise; null when she has nothing more to say. */
  readonly next: string | null;
}

export interface Script {
  readonly beats: readonly Beat[];
}

const plain = (text: string): string => text.toLocaleLowerCase("sv");

/** Undefined when she has nothing more to say. */
export function beatAfter({ beats }: Script, beat: Beat, answer: string): Beat | undefined {
  const said = plain(answer);
  const way = beat.ways.find(({ words }) => words.some((word) => said.includes(plain(word))));
  const to = way?.to ?? beat.next;
  return beats.find(({ id }) => id === to);
}

export type ScriptFault = "no-beats" | "silent-beat" | "same-beat" | "lost-way";

/** What is wrong with a script before anybody plays it. */
export function faultsOfScript({ beats }: Script): ScriptFault[] {
  const ids = beats.map(({ id }) => id);
  const leads = beats.flatMap(({ next, ways }) => [next, ...ways.map(({ to }) => to)]);
  return [
    ...(beats.length === 0 ? (["no-beats"] as const) : []),
    ...(beats.some(({ says }) => !says.some((text) => text.trim() !== ""))
      ? (["silent-beat"] as const)
      : []),
    ...(new Set(ids).size < ids.length ? (["same-beat"] as const) : []),
    ...(leads.some((to) => to !== null && !ids.includes(to)) ? (["lost-way"] as const) : []),
  ];
}
