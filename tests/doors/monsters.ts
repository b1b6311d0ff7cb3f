import { fc } from "../factories/chance.ts";

// What a door may be sent instead of what it asks for. Whatever is text carries the canary, which
// must not come out again: not in a refusal, not in a log.

export const CANARY = "kanariefågel";

const own = (text: string): unknown => JSON.parse(text) as unknown;
const nested = (depth: number): unknown => own("[".repeat(depth) + "]".repeat(depth));

const texts = [
  "",
  CANARY,
  `${CANARY}\0`,
  "\0",
  "\ud800",
  `${CANARY}\udfff`,
  `${CANARY} `.repeat(400),
  `'; drop table members; -- ${CANARY}`,
  `<script>${CANARY}</script>`,
  `../../${CANARY}`,
  `${CANARY}\r\nSet-Cookie: lykta=x`,
  "\u202e\u0007\ufeff",
  "__proto__",
  "constructor",
  "2026-02-30",
  "24:00",
  "99:99",
  "javascript:alert(1)",
  "https://[::1",
  "00000000-0000-0000-0000-000000000000",
  "AAAA",
  "A".repeat(43),
  "Ä".repeat(43),
];
const numbers = [0, -1, 1, 1.5, -0, 1e308, 2 ** 31, 2 ** 53, -(2 ** 53), 0xffff_ffff, 1e-7];
const others: unknown[] = [
  ...[null, true, false, [], {}],
  nested(500),
  Array.from({ length: 3000 }, () => 0),
  Array.from({ length: 200 }, () => ({ [CANARY]: CANARY })),
  own(`{"__proto__":{"polluted":"${CANARY}"}}`),
  own(`{"constructor":{"prototype":{"polluted":"${CANARY}"}}}`),
  own(`{"toString":"${CANARY}","valueOf":1,"toJSON":2,"then":3}`),
  { length: 1e9, 0: CANARY },
  { [CANARY.repeat(5)]: 1 },
];
const monster: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom(...numbers),
  fc.constantFrom(...others),
  fc.string({ unit: "binary", maxLength: 60 }).map((text) => text + CANARY),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 3 }),
);

type Path = readonly (string | number)[];

/** Every place in a value, the value itself first. */
function places(value: unknown, at: Path = []): Path[] {
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, part]) =>
          places(part, [...at, Array.isArray(value) ? Number(name) : name]),
        )
      : [];
  return [at, ...inner];
}

/** A copy in which the part at this place is another, or missing when it becomes undefined. */
function changed(value: unknown, at: Path, change: (part: unknown) => unknown): unknown {
  const [first, ...rest] = at;
  if (first === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((part, index) => (index === first ? changed(part, rest, change) : part));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => [
      name,
      name === first ? changed(part, rest, change) : part,
    ]),
  );
}

function withMore(part: unknown, name: string, more: unknown): unknown {
  if (Array.isArray(part)) return [...part, more];
  if (typeof part !== "object" || part === null) return [part, more];
  return own(
    `${JSON.stringify({ ...part, [`a ${name}`]: more }).replace(`"a ${name}"`, JSON.stringify(name))}`,
  );
}

const bend: fc.Arbitrary<(part: unknown) => unknown> = fc.oneof(
  { arbitrary: monster.map((other) => () => other), weight: 4 },
  fc.constant(() => undefined),
  fc.constant((part: unknown) => [part]),
  fc.constant((part: unknown) => Array.from({ length: 50 }, () => part)),
  fc.constant((part: unknown) => (typeof part === "string" ? `${part}\0` : String(part))),
  fc.constant((part: unknown) => (typeof part === "string" ? part.toUpperCase() : Number(part))),
  fc.constant((part: unknown) => (typeof part === "number" ? part + 1 : part)),
  fc.tuple(fc.constantFrom("__proto__", "constructor", "id", CANARY), monster).map(
    ([name, more]) =>
      (part: unknown) =>
        withMore(part, name, more),
  ),
);

/** A right question, bent in one place or in two. */
export const bentFrom = (right: unknown): fc.Arbitrary<unknown> => {
  const place = fc.constantFrom(...places(right));
  const once = fc.tuple(place, bend).map(([at, change]) => changed(right, at, change));
  const twice = fc
    .tuple(place, bend, once)
    .map(([at, change, other]) =>
      places(other).includes(at) ? changed(other, at, change) : other,
    );
  return fc.oneof({ arbitrary: once, weight: 4 }, twice, monster);
};

/** What is not even JSON, or JSON of a kind that no library writes; with the one right answer. */
/** One element after another until no door of `maxBody` bytes takes it. */
export const tooMany = (maxBody = 4_000_000): string => `[${"0,".repeat(maxBody / 2)}0]`;

export const rawMonsters: readonly (readonly [string, string | Buffer, string])[] = [
  ["nothing", "", "bad-json"],
  ["half of it", `{"${CANARY}":`, "bad-json"],
  ["more than it", `{} ${CANARY}`, "bad-json"],
  ["NaN", '{"a":NaN}', "bad-json"],
  ["a number without end", "1e999", "bad-input"],
  ["a text", `"${CANARY}"`, "bad-input"],
  ["null", "null", "bad-input"],
  ["a list", "[]", "bad-input"],
  ["thirty thousand lists within each other", "[".repeat(30_000) + "]".repeat(30_000), "bad-input"],
  ["half of thirty thousand", "[".repeat(30_000), "bad-json"],
  ["a mark of byte order", "\ufeff{}", "bad-json"],
  ["bytes that are no text", Buffer.from([0x22, 0xff, 0xfe, 0x22]), "bad-json"],
  ["half a letter, spelled out", '{"a":"\\ud800"}', "bad-input"],
  ["a NUL, spelled out", '{"a\\u0000":1}', "bad-input"],
  ["a form", `a=${CANARY}&b=2`, "bad-json"],
];

/** Parts of a path and of a query. */
export const segment: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...texts.filter((text) => text.isWellFormed()).map(encodeURIComponent),
    ...["%zz", "%00", "%ff%fe", "%c0%ae%c0%ae", "..%2f..%2f", "%252e", "*", ":id", "a;b=c", "[]"],
    "A".repeat(4000),
  ),
  fc.string({ maxLength: 60 }).map((text) => encodeURIComponent(text + CANARY)),
);
