import { beforeAll, describe, expect, test } from "vitest";
import { createSuite } from "../suite/create.ts";
import type { Suite } from "../suite/types.ts";
import { handedInBy, signHandedIn, verifyHandedIn } from "./index.ts";

let suite: Suite;
beforeAll(async () => {
  suite = await createSuite();
});
const bytes = (value: number, length = 32): Uint8Array => new Uint8Array(length).fill(value);
const of = {
  ...{ jour: bytes(1, 16), member: bytes(2, 16), author: bytes(3, 16) },
  ...{ issued: "2026-10-05", started: "2026-11-21" },
};
const seed = bytes(4);
const sealed = { criminal: bytes(5, 90), suspicion: bytes(6, 90) };

describe("extracts that were handed in", () => {
  const made = () => signHandedIn(suite, seed, { ...of, at: 1_000 }, sealed);
  const right = async () => ({
    ...of,
    ...{ identity: await suite.ed25519.publicKey(seed) },
    ...{ register: "criminal" as const, sealed: sealed.criminal },
  });

  test("are told by whom, of whom, for which days, each of its register", async () => {
    const statement = await made();
    expect(await handedInBy(statement)).toEqual({ ok: true, value: of.author });
    const other = { ...(await right()), register: "suspicion" as const, sealed: sealed.suspicion };
    for (const checks of [await right(), other])
      expect(await verifyHandedIn(suite, statement, checks)).toMatchObject({
        ...{ ok: true, value: { ...of, at: 1_000 } },
      });
  });

  test.each([
    ["of another jour", { jour: bytes(9, 16) }, "foreign-jour"],
    ["of another member", { member: bytes(9, 16) }, "foreign-member"],
    ["by another", { author: bytes(9, 16) }, "foreign-member"],
    ["issued on another day", { issued: "2026-10-06" }, "extract-other"],
    ["begun on another day", { started: "2026-11-22" }, "extract-other"],
    ["the other one", { sealed: sealed.suspicion }, "extract-other"],
    ["for the other register", { register: "suspicion" as const }, "extract-other"],
    ["a bit longer", { sealed: bytes(5, 91) }, "extract-other"],
  ])("are not believed as %s", async (_, change, code) => {
    const checks = { ...(await right()), ...change };
    expect(await verifyHandedIn(suite, await made(), checks)).toEqual({ ok: false, code });
  });

  test("are not hers under another key, nor with a bit changed", async () => {
    const refused = { ok: false, code: "bad-signature" };
    const checks = await right();
    const identity = await suite.ed25519.publicKey(bytes(8));
    expect(await verifyHandedIn(suite, await made(), { ...checks, identity })).toEqual(refused);
    const bent = await made();
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await verifyHandedIn(suite, bent, checks)).toEqual(refused);
  });
});
