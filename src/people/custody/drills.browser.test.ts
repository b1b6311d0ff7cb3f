import { afterAll, beforeAll, expect, test } from "vitest";
import {
  foundedBy,
  type HouseOfPeople,
  houseOfPeople,
  joined,
  type Woman,
} from "../../../tests/factories/people.server.ts";
import { type SeatedStaff, seated } from "../../../tests/factories/staff-desk.ts";
import { toBase64url } from "../../protocol/index.ts";
import { removeMember } from "../members.browser.ts";
import { peoplePaths, type TrustView } from "../contract.ts";
import type { Staff } from "../staff.browser.ts";
import { checkTrust, upkeep } from "../trust.browser.ts";
import type { CustodyView } from "./contract.ts";
import { custodyPaths } from "./contract.ts";
import { type Custody, lookAtCustody, type Waiting } from "./custody.browser.ts";
import { appendReady, propose, signWaiting, withdrawWaiting } from "./sign.browser.ts";

// The drills, at the browser's own code, before the real doors and database: each test goes on where the last ended.

let house: HouseOfPeople;
let women: Record<"majken" | "berit" | "sahar" | "alva", Woman>;
const seats: Record<string, SeatedStaff> = {};
const staff = (name: string): Staff => seats[name] as unknown as Staff;

beforeAll(async () => {
  house = await houseOfPeople();
  const majken = await foundedBy(house);
  const join = (name: string) => joined(majken, house, "volunteer", { name });
  women = {
    majken,
    berit: await join("Berit"),
    sahar: await join("Sahar"),
    alva: await join("Alva"),
  };
  for (const [name, woman] of Object.entries(women)) seats[name] = seated(woman, house);
});
afterAll(() => house.close());

async function look(name: string): Promise<Custody> {
  const seen = await lookAtCustody(staff(name));
  if (!seen.ok) throw new Error(seen.code);
  return seen.value;
}
async function first(name: string): Promise<Waiting> {
  const [one] = (await look(name)).waiting;
  if (!one) throw new Error("nothing waits");
  return one;
}
const sign = async (name: string) => signWaiting(staff(name), await first(name));
const keys = (...names: (keyof typeof women)[]) =>
  Promise.all(names.map((one) => staff(one).suite.ed25519.publicKey(women[one].identity.sign)));
const names = (custody: Custody) => custody.custodians.map(({ name }) => name).toSorted();

test("a founder is alone, and is told so; two of three become custodians by their own yes", async () => {
  expect(await look("majken")).toMatchObject({ standing: { safety: "alone" }, isCustodian: true });
  const wanted = { kind: "root", m: 2, keys: await keys("majken", "berit", "sahar") } as const;
  expect(await propose(staff("berit"), wanted)).toMatchObject({ code: "proposal-unsigned" });
  expect(await propose(staff("majken"), wanted)).toMatchObject({ ok: true });
  expect(await first("alva")).toMatchObject({ iMay: false, madeBy: "Majken" });
  expect(await sign("berit")).toMatchObject({ ok: true });
  expect((await look("majken")).root.m).toBe(1);
  expect((await first("sahar")).digits).toEqual((await first("majken")).digits);
  expect(await sign("sahar")).toMatchObject({ ok: true });
  // Neither of the two may sign a directory: the coordinator's desk does it as it passes.
  expect(await appendReady(staff("majken"))).toMatchObject({ ok: true });
  const after = await look("berit");
  expect(after).toMatchObject({ root: { version: 2, m: 2 }, standing: { safety: "safe" } });
  expect([names(after), after.waiting]).toEqual([["Berit", "Majken", "Sahar"], []]);
});

test("from now on no one alone changes what the root says", async () => {
  expect(await upkeep(staff("majken"))).toMatchObject({ ok: true });
  const key = (await keys("alva"))[0] ?? new Uint8Array(0);
  expect(await propose(staff("majken"), { kind: "delegate", key, until: 0 })).toMatchObject({
    ok: true,
  });
  expect(await first("majken")).toMatchObject({ iSigned: true, iMay: false });
  expect(await sign("majken")).toMatchObject({ ok: true });
  expect((await first("majken")).read).toMatchObject({ value: { missing: 1, complete: false } });
  expect(await withdrawWaiting(staff("alva"), await first("alva"))).toEqual({
    ok: false,
    code: "not-allowed",
    details: undefined,
  });
  expect(await withdrawWaiting(staff("sahar"), await first("sahar"))).toMatchObject({ ok: true });
  expect((await look("majken")).waiting).toEqual([]);
});

test("of two at once one wins, and the other is told", async () => {
  const [alva = new Uint8Array(0)] = await keys("alva");
  const wanted = { kind: "root", m: 2, keys: await keys("majken", "berit") } as const;
  await propose(staff("majken"), { kind: "delegate", key: alva, until: 0 });
  await propose(staff("berit"), wanted);
  const both = (await look("sahar")).waiting;
  expect(both).toHaveLength(2);
  const naming = both.find(({ proposal }) => proposal.kind === "delegate");
  const changing = both.find(({ proposal }) => proposal.kind === "root");
  if (!naming || !changing) throw new Error("one of the two is missing");
  await signWaiting(staff("sahar"), naming);
  await appendReady(staff("majken"));
  expect(await signWaiting(staff("sahar"), changing)).toEqual({
    ok: false,
    code: "proposal-overtaken",
  });
  const left = (await look("berit")).waiting;
  expect(left.map(({ read, iMay }) => ({ read, iMay }))).toEqual([
    { read: { ok: false, code: "proposal-overtaken" }, iMay: false },
  ]);
  await withdrawWaiting(staff("berit"), await first("berit"));
});

test("drill: a delegate who is no coordinator is found, and two stop her", async () => {
  const [due] = (await look("majken")).due;
  expect(due).toMatchObject({ kind: "revocation", key: (await keys("alva"))[0] });
  if (due) await propose(staff("sahar"), due);
  expect((await look("majken")).due).toEqual([]);
  await sign("majken");
  expect((await look("berit")).due).toEqual([]);
});

test("drill: a server that hides the revocation is refused by whoever has seen it", async () => {
  const before = await staff("majken").api.get<TrustView>(peoplePaths.trust);
  if (!before.ok) throw new Error(before.code);
  await checkTrust(staff("sahar"));
  const older = { ...before.value, log: before.value.log.slice(0, -1) };
  if (seats["sahar"])
    seats["sahar"].bend = (path, body) => (path === peoplePaths.trust ? older : body);
  const seen = await lookAtCustody(staff("sahar"));
  expect(seen.ok).toBe(false);
  // A fresh browser, which knows nothing but what lay in her wrap.
  const fresh = seated(women.sahar, house);
  Object.assign(fresh, { pins: seats["sahar"]?.pins, fingerprint: seats["sahar"]?.fingerprint });
  const earlier = await olderTrust();
  fresh.bend = (path, body) => (path === peoplePaths.trust ? earlier : body);
  expect(await checkTrust(fresh as unknown as Staff)).toEqual({
    ok: false,
    code: "log-rolled-back",
  });
  if (seats["sahar"]) seats["sahar"].bend = undefined;
  expect((await look("sahar")).isCustodian).toBe(true);
});

/** The chain as it was before the last entry, with a register that was right then, signed by her who may. */
async function olderTrust(): Promise<TrustView> {
  const { suite, jour } = staff("majken");
  const now = await staff("majken").api.get<TrustView>(peoplePaths.trust);
  if (!now.ok || now.value.directory === null) throw new Error("no trust");
  const { makeDirectory } = await import("../../protocol/index.ts");
  const { directory } = await import("../../protocol/trust/objects.ts");
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  const log = now.value.log.slice(0, -1);
  const head = await suite.sha256(bytes(log.at(-1) ?? ""));
  const { delegate: _, ...value } = directory.peek(bytes(now.value.directory));
  const signed = await makeDirectory(suite, women.majken.identity.sign, {
    ...{ ...value, jour, head },
    version: value.version + 5,
  });
  return { ...now.value, log, directory: toBase64url(signed) };
}

test("drill: a server that shows another root is refused by its name", async () => {
  const other = await houseOfPeople();
  const stranger = await foundedBy(other);
  const theirs = await seated(stranger, other);
  const fresh = seated(women.berit, house);
  Object.assign(fresh, { pins: seats["berit"]?.pins, fingerprint: seats["berit"]?.fingerprint });
  const shown = await (theirs as unknown as Staff).api.get<TrustView>(peoplePaths.trust);
  if (!shown.ok) throw new Error(shown.code);
  fresh.bend = (path, body) => (path === peoplePaths.trust ? shown.value : body);
  expect(await checkTrust(fresh as unknown as Staff)).toMatchObject({ ok: false });
  await other.close();
});

test("drill: a forged proposal is shown as one, and cannot be signed", async () => {
  const wanted = { kind: "root", m: 2, keys: await keys("majken", "berit", "alva") } as const;
  await propose(staff("majken"), wanted);
  const forge = (change: (one: CustodyView["proposals"][number]) => object) => {
    if (!seats["berit"]) return;
    seats["berit"].bend = (path, body) => {
      if (path !== custodyPaths.custody) return body;
      const view = body as CustodyView;
      return { ...view, proposals: view.proposals.map((one) => ({ ...one, ...change(one) })) };
    };
  };
  const swapped = (text: string, place = 40): string => {
    const spoilt = Buffer.from(text, "base64url");
    spoilt[place] = (spoilt[place] ?? 0) ^ 1;
    return spoilt.toString("base64url");
  };
  const refused = async () => {
    const shown = await first("berit");
    expect(shown).toMatchObject({ read: { ok: false }, iMay: false });
    expect(await signWaiting(staff("berit"), shown)).toMatchObject({ ok: false });
    return shown.read.ok ? "read" : shown.read.code;
  };
  forge(() => ({ signatures: [] }));
  expect(await refused()).toBe("proposal-unsigned");
  forge(({ signatures }) => ({
    signatures: signatures.map((one) => ({ ...one, signature: swapped(one.signature) })),
  }));
  expect(await refused()).toMatch(/bad-signature|malformed/);
  forge(({ draft }) => ({ draft: swapped(draft, 100) }));
  expect(await refused()).not.toBe("read");
  if (seats["berit"]) seats["berit"].bend = undefined;
  expect(await first("berit")).toMatchObject({ iMay: true });
});

test("drill: one custodian has lost her device, and the other two replace her", async () => {
  // Proposed above: Alva in the place of Sahar, whose device it was.
  await sign("berit");
  expect((await first("alva")).read).toMatchObject({ value: { missing: 0, complete: false } });
  await sign("alva");
  await appendReady(staff("majken"));
  const after = await look("alva");
  expect([names(after), after.isCustodian]).toEqual([["Alva", "Berit", "Majken"], true]);
  expect(await propose(staff("sahar"), { kind: "root", m: 1, keys: await keys("sahar") })).toEqual({
    ok: false,
    code: "proposal-unsigned",
  });
});

test("where fewer are left than must sign it is said, with until when the jour goes on", async () => {
  await removeMember(staff("majken"), women.berit.member);
  expect((await look("majken")).standing).toMatchObject({
    safety: "exact",
    lost: [(await keys("berit"))[0]],
  });
  await removeMember(staff("majken"), women.alva.member);
  const { standing } = await look("majken");
  expect(standing).toMatchObject({ safety: "lost" });
  expect(standing.delegatesUntil).toBeGreaterThan(Date.now() + 80 * 86_400_000);
});
