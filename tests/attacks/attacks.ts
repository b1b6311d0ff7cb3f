/** Every attack: its name, what it is, and by what the house shows that it holds it off. */
export interface Kind {
  readonly kind: string;
  readonly what: string;
  /** At least one of these is told; `cut`: connections are ended without a word. */
  readonly sheds: readonly string[];
}

export const kinds: readonly Kind[] = [
  { kind: "slowHeads", what: "5,000 heads that drip", sheds: ["cut", "too-slow"] },
  { kind: "slowBodies", what: "3,000 bodies that drip", sheds: ["cut"] },
  { kind: "deafReaders", what: "4,000 who read no answer", sheds: ["cut"] },
  { kind: "hugeHeads", what: "heads too long", sheds: ["too-large"] },
  { kind: "crookedRequests", what: "what is no request", sheds: ["bad-input"] },
  { kind: "bombs", what: "compression bombs", sheds: ["wrong-content-type"] },
  { kind: "silentSockets", what: "6,000 silent sockets", sheds: ["too-many-connections"] },
  { kind: "endlessMessages", what: "4,000 endless messages", sheds: ["cut"] },
  {
    kind: "madeUpTokens",
    what: "6,000 made-up tokens",
    sheds: ["too-many-connections"],
  },
  { kind: "pollFlood", what: "5,000 long polls", sheds: ["cut", "answered"] },
  { kind: "requestFlood", what: "right requests, 50 at a time", sheds: ["cut", "unknown-host"] },
  { kind: "worklessSeekers", what: "seekers without work", sheds: ["proof-invalid"] },
  { kind: "payingSeekers", what: "seekers who do the work", sheds: ["answered"] },
  { kind: "floodingDesk", what: "a desk gone wild", sheds: ["channel-taken", "too-slow"] },
  {
    kind: "floodingSeeker",
    what: "1,000 sockets of one seeker",
    sheds: ["too-many-connections", "too-slow"],
  },
];
