import { expect, test } from "vitest";
import { bytes, DAY } from "../../protocol/testing/world.ts";
import { advisedM, dueActs, standingOf } from "./standing.ts";

const now = 1_800_000_000_000;
const [a, b, c, d] = [bytes(1), bytes(2), bytes(3), bytes(4)] as const;
const coordinator = (identity: Uint8Array) => ({ identity, role: "coordinator" as const });
const volunteer = (identity: Uint8Array) => ({ identity, role: "volunteer" as const });
const root = (m: number, ...keys: Uint8Array[]) => ({ version: 1, m, keys });
const term = (key: Uint8Array, days: number) => ({ key, at: now, until: now + days * DAY });
const nothing = { delegates: [], revoked: [] };

test.each([
  ["one key is all there is", root(1, a), [a], "alone"],
  ["any one of several can change everything", root(1, a, b, c), [a, b, c], "either"],
  ["of several only one is left, and one is enough", root(1, a, b), [a], "alone"],
  ["two of three, all there", root(2, a, b, c), [a, b, c], "safe"],
  ["two of three, one is lost", root(2, a, b, c), [a, c], "exact"],
  ["two of two", root(2, a, b), [a, b], "exact"],
  ["fewer than must sign", root(2, a, b, c), [b], "lost"],
] as const)("%s", (_, policy, left, safety) => {
  const standing = standingOf(policy, nothing, left.map(volunteer));
  expect(standing.safety).toBe(safety);
  expect(standing.lost).toHaveLength(policy.keys.length - left.length);
});

test("the jour goes on until the last of those runs out who may still sign", () => {
  const log = { delegates: [term(a, 40), term(b, 80), term(c, 60)], revoked: [b] };
  expect(standingOf(root(1, a), log, []).delegatesUntil).toBe(now + 60 * DAY);
});

test("the advice: of two either, of three two, and then more than half", () => {
  expect([1, 2, 3, 4, 5, 6].map(advisedM)).toEqual([1, 1, 2, 3, 3, 4]);
});

test("what is due: first stop who coordinates no more, then name who does and may not for long", () => {
  const log = { delegates: [term(a, 80), term(b, 20), term(d, 50), term(d, 60)], revoked: [] };
  const members = [coordinator(a), coordinator(b), coordinator(c), volunteer(d)];
  expect(dueActs(log, members, now)).toEqual([
    { kind: "revocation", key: d },
    { kind: "delegate", key: b, until: 0 },
    { kind: "delegate", key: c, until: 0 },
  ]);
  expect(dueActs({ ...log, revoked: [c, d] }, members, now)).toEqual([
    { kind: "delegate", key: b, until: 0 },
  ]);
});
