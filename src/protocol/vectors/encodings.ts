import { concat, u32, utf8 } from "../bytes.ts";
import { TYPE } from "../labels.ts";
import { TYPE as RECORD } from "../records/labels.ts";
import { TYPE as STAFF } from "../staff/labels.ts";
import type { RefusalCode } from "../refusal.ts";
import { XWING } from "../suite/xwing.ts";
import { bytes } from "../testing/world.ts";

export interface Spelling {
  kind: string;
  given: Uint8Array;
  refused: RefusalCode;
  why: string;
}

const start = (type: number): Uint8Array => new Uint8Array([1, type]);
const one = (value: number): Uint8Array => new Uint8Array([value]);
const sized = (value: Uint8Array): Uint8Array => concat(u32(value.length), value);
const seen = bytes(0, 36);
const signature = bytes(0, 64);

/** Bytes that stand for nothing, although each of them is long enough: found before any signature is looked at. */
export function spellings(): Spelling[] {
  const refuse = (kind: string, why: string, ...parts: Uint8Array[]): Spelling => ({
    kind,
    given: concat(...parts),
    refused: "malformed",
    why,
  });
  const wrap = (why: string, kind: number, sealed: Uint8Array) =>
    refuse("wrap", why, start(STAFF.wrap), one(kind), bytes(1), sealed);
  return [
    wrap("a word before the first", 0, sized(bytes(1))),
    wrap("a word after the last", 5, sized(bytes(1))),
    wrap("a blob above its limit", 1, sized(bytes(1, 257))),
    wrap("a blob longer than what follows", 1, concat(u32(0xffff_ffff), bytes(1))),
    refuse(
      "invitation",
      "a blob above its limit",
      start(STAFF.invitation),
      bytes(1, 16 + 16 + 32 + 32),
      sized(bytes(1, 33)),
    ),
    ...duties(refuse),
    ...kept(refuse),
    ...frames(refuse),
  ];
}

const frames = (refuse: Refuse): Spelling[] => [
  refuse(
    "hello",
    "a word after the last",
    start(TYPE.hello),
    bytes(1, 32),
    one(4),
    sized(bytes(0)),
    bytes(1, XWING.key),
    seen,
    signature,
  ),
  refuse(
    "end",
    "a list above its limit",
    start(TYPE.end),
    bytes(1, 32),
    seen,
    u32(9),
    bytes(1, 9 * 20),
    signature,
  ),
];

type Refuse = (kind: string, why: string, ...parts: Uint8Array[]) => Spelling;

function duties(refuse: Refuse): Spelling[] {
  const soon = concat(u32(0), u32(1));
  const duty = (why: string, alias: Uint8Array, from = soon) =>
    refuse(
      "duty",
      why,
      start(TYPE.duty),
      bytes(1, 16 * 3 + 32),
      sized(alias),
      from,
      soon,
      bytes(1),
      signature,
    );
  return [
    duty("text above its limit", utf8("x".repeat(81))),
    duty("a byte that UTF-8 does not have", one(0xff)),
    duty("an overlong form", new Uint8Array([0xc1, 0x81])),
    duty("half a surrogate pair", new Uint8Array([0xed, 0xa0, 0x80])),
    duty("a character cut off", new Uint8Array([0xc3])),
    duty("a time of 2^53", utf8("Anna"), concat(u32(0x0020_0000), u32(0))),
  ];
}

function handed(refuse: Refuse): Spelling[] {
  const days = (why: string, issued: string) =>
    refuse(
      "handedIn",
      why,
      start(RECORD.handedIn),
      bytes(1, 16 + 16 + 16),
      ...[sized(utf8(issued)), sized(utf8("2026-11-21"))],
      bytes(1, 32 + 32),
      concat(u32(0), u32(1)),
      signature,
    );
  return [
    days("a day above its limit", "2026-011-21"),
    refuse(
      "note",
      "more readers than there may be",
      start(RECORD.note),
      ...[bytes(1, 48), u32(25)],
      ...Array.from({ length: 25 }, () => concat(bytes(1, 16), sized(bytes(1)))),
      sized(bytes(1)),
    ),
  ];
}

function kept(refuse: Refuse): Spelling[] {
  const promised = (why: string, name: string) =>
    refuse(
      "pledge",
      why,
      start(RECORD.pledge),
      bytes(1, 16 + 16 + 4 + 32),
      sized(utf8(name)),
      concat(u32(0), u32(1)),
      signature,
    );
  const extract = (why: string, register: number, readers: number, key: Uint8Array) =>
    refuse(
      "extract",
      why,
      start(RECORD.extract),
      bytes(1, 32),
      one(register),
      u32(readers),
      ...Array.from({ length: readers }, () => concat(bytes(1, 16), sized(key))),
      sized(bytes(1)),
    );
  return [
    promised("a name above its limit", "x".repeat(321)),
    refuse(
      "review",
      "a month above its limit",
      start(RECORD.review),
      bytes(1, 16),
      sized(utf8("2026-011")),
      bytes(1, 32 + 16),
      concat(u32(0), u32(1)),
      signature,
    ),
    extract("a register before the first", 0, 1, bytes(1)),
    extract("a register after the last", 3, 1, bytes(1)),
    extract("more readers than there may be", 1, 9, bytes(1)),
    extract("a sealed key above its limit", 1, 1, bytes(1, 1201)),
    ...handed(refuse),
  ];
}
