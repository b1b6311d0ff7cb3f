import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { ok } from "../platform/result.ts";
import {
  createIdentity,
  decodeInvitation,
  encodeInvitation,
  type Invitation,
  makeEnrolment,
  toBase64url,
} from "../protocol/index.ts";
import { bytes, createWorld, type World } from "../protocol/testing/world.ts";
import { uuidText } from "./bytes.ts";
import { countersignGuest, type Guest, readInvitation } from "./enrol.browser.ts";
import { letIn, makeInvitation } from "./members.browser.ts";
import type { Staff } from "./staff.browser.ts";

// Whoever comes in is the one whose digits were compared, by the link that was made for her, to this jour.

let world: World;
let put: object[];
let staff: Staff;

beforeEach(async () => {
  world = await createWorld({ now: Date.now() });
  put = [];
  const sent = async (_path: string, body: object) => (put.push(body), ok({ expiresAt: 0 }));
  staff = {
    suite: world.suite,
    jour: world.jour,
    identity: { sign: world.delegate, seal: bytes(1) },
    entrance: { jour: { demo: false } },
    fingerprint: undefined,
    api: {
      get: async () => {
        const { log, directory } = world.trust;
        return ok({ log: log.map(toBase64url), directory: toBase64url(directory) });
      },
      put: sent,
      post: sent,
    },
  } as unknown as Staff;
});

const HER = bytes(0x51, 16);

async function pending(link: Invitation, id = HER) {
  const enrolment = await makeEnrolment(world.suite, link, HER, createIdentity(world.suite));
  return {
    ...{ id: uuidText(id), name: "Dora", role: "volunteer" as const },
    ...{ enrolment: toBase64url(enrolment), until: 0, returns: false },
  };
}

async function invitation(change: Partial<Invitation> = {}): Promise<Invitation> {
  const fingerprint = await world.suite.sha256(world.log[0] ?? bytes(0));
  return { jour: world.jour, id: bytes(0x52, 16), secret: bytes(0x53), fingerprint, ...change };
}

test("who is let in is she of whom the enrolment speaks, not whom the server calls by its number", async () => {
  const swapped = await pending(await invitation(), bytes(0x31, 16));
  expect(await letIn(staff, swapped, [])).toEqual({ ok: false, code: "enrolment-refused" });
  expect(put).toEqual([]);
  expect(await letIn(staff, await pending(await invitation()), [])).toMatchObject({ ok: true });
  expect(put).toHaveLength(1);
});

test("an enrolment that names another jour is not signed", async () => {
  const foreign = await pending(await invitation({ jour: bytes(0xa2, 16) }));
  expect(await letIn(staff, foreign, [])).toMatchObject({ ok: false });
  expect(put).toEqual([]);
});

test("of a link that was made on this page the enrolment's own proof is asked for", async () => {
  vi.stubGlobal("location", { origin: "https://jour.example" });
  onTestFinished(() => void vi.unstubAllGlobals());
  const made = await makeInvitation(staff, "volunteer");
  if (!made.ok) throw new Error(made.code);
  const link = decodeInvitation(made.value.url.split("#i=")[1] ?? "");
  put.length = 0;
  // The server knows the invitation's number and not its secret.
  const invented = await pending({ ...link, secret: bytes(0x66) });
  expect(await letIn(staff, invented, [])).toMatchObject({ ok: false });
  expect(put).toEqual([]);
  expect(await letIn(staff, await pending(link), [])).toMatchObject({ ok: true });
});

test("a link of another jour is not hers, whatever the server says of it", async () => {
  const fragment = encodeInvitation(await invitation({ jour: bytes(0xa2, 16) }));
  expect(await readInvitation(staff, fragment)).toEqual({ ok: false, code: "foreign-invitation" });
  expect(put).toEqual([]);
});

test("who may sign for herself signs upon no other root than the one that her link names", async () => {
  const identity = createIdentity(world.suite);
  const opened = { member: uuidText(HER) } as never;
  const come = async (fingerprint: Uint8Array) => {
    const link = await invitation({ fingerprint, delegateSeed: world.delegate });
    const guest = { invitation: link, token: bytes(1), role: "volunteer" } as Guest;
    return countersignGuest(staff, guest, { opened, identity, recoveryCode: "", first: undefined });
  };
  expect(await come(bytes(0x66))).toMatchObject({ code: "root-fingerprint-mismatch" });
  expect(put).toEqual([]);
  const { fingerprint } = await invitation();
  expect(await come(fingerprint)).toMatchObject({ ok: true });
});
