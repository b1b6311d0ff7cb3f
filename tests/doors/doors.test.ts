import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statuses } from "../../src/platform/http/codes.ts";
import type { Door } from "../../src/platform/http/index.server.ts";
import type { Heard } from "../factories/asking.server.ts";
import type { Expected, Sample, Told } from "./expected-door.server.ts";
import { expectedDoors } from "./expected.server.ts";
import { type Rows, watchRows } from "./rows.server.ts";
import { type Actor, ACTORS, HOSTS, openWorld, type World } from "./world.server.ts";

const actors = Object.keys(ACTORS) as Actor[];
/** Whom a door that asks for a member takes for nobody. */
const unknown: readonly Actor[] = ["nobody", "stranger", "signedOut", "removed"];

let world: World;
let rows: Rows;
beforeAll(async () => {
  world = await openWorld();
  rows = await watchRows(world.house.database);
}, 60_000);
afterAll(async () => {
  await rows.close();
  await world.close();
});

const nameOf = (door: Door): string => `${door.method} ${door.path} ${door.host}`;

/** What the rule of the door says of one who comes, before the door itself is asked. */
function ruledOut({ who }: Expected, actor: Actor): Told | undefined {
  if (who === "anyone") return undefined;
  if (unknown.includes(actor)) return "sign-in-first";
  return isFor(who, actor) ? undefined : "not-allowed";
}
/** Said again apart from the table of rights. All women here answer everywhere; one of them coordinates. */
const forCoordinators: readonly Expected["who"][] = [
  ...["coordinator", "people.manage", "records.keep", "pledge.write", "site.hours"],
  ...[
    "site.write",
    "jour.set",
    "looks.read",
    "looks.sign",
    "shifts.plan",
    "training.lead",
    "education",
    "association",
    "network.keep",
  ],
] as readonly Expected["who"][];
const forAll: readonly Expected["who"][] = ["member", "own.data", "pledge.sign", "duty.hold"];
function isFor(who: Expected["who"], actor: Actor): boolean {
  if (forCoordinators.includes(who)) return actor === "coordinator";
  expect(forAll).toContain(who);
  return true;
}
const toldTo = (expected: Expected, actor: Actor): Told =>
  ruledOut(expected, actor) ?? expected.told[actor] ?? expected.told.rest ?? "not-found";
const isDone = (told: Told): boolean => typeof told === "number";
const statusOf = (told: Told): number => (typeof told === "number" ? told : statuses[told]);

function check(heard: Heard, told: Told, who: string): void {
  const code = isDone(told) ? undefined : told;
  expect({ status: heard.status, code: heard.code }, `${who}: ${heard.text.slice(0, 200)}`).toEqual(
    {
      status: statusOf(told),
      code,
    },
  );
  expect(heard.headers["cache-control"], who).toMatch(/no-store|immutable/);
}

const sampleOf = async ({ ask }: Expected): Promise<Sample> => (await ask?.(world)) ?? {};
const send = (who: Actor, { method, path }: Door, sample: Sample, host: string, more = {}) =>
  world.ask(who, method, sample.path ?? path, {
    ...{ host, body: sample.body, headers: { ...sample.headers, ...more } },
  });

test("every door is expected, and no door is expected that is not there", () => {
  const there = world.house.doors.map(nameOf);
  expect(there.toSorted()).toEqual(Object.keys(expectedDoors).toSorted());
});

const doorOf = (name: string): Door => {
  const found = world.house.doors.find((one) => nameOf(one) === name);
  if (!found) throw new Error("no such door");
  return found;
};
const sentTo = ({ only }: Expected): readonly Actor[] => only ?? actors;
const letIn = (expected: Expected): Actor[] =>
  sentTo(expected).filter((actor) => isDone(toldTo(expected, actor)));

describe("refuses whom its rule refuses, on every host, and lets in the others", () => {
  test.each(Object.entries(expectedDoors))("%s", async (name, expected) => {
    const door = doorOf(name);
    expect(door.access).toBe(expected.who);
    const sample = await sampleOf(expected);
    const before = await rows.all();
    const right = letIn(expected);
    // All at once: what is refused changes nothing for the others.
    const refused = sentTo(expected).map(async (actor) => {
      const told = toldTo(expected, actor);
      if (!isDone(told)) check(await send(actor, door, sample, HOSTS.desk), told, ACTORS[actor]);
      await wrongHosts(door, expected, actor, sample);
    });
    await Promise.all(refused);
    if (right[0]) await wrongWays(door, right[0], sample);
    expect(await rows.changesSince(before), "a refused call changed something").toEqual([]);

    const host = expected.where === "federation" ? HOSTS.federation : HOSTS.desk;
    for (const [index, actor] of right.entries()) {
      const fresh = index === 0 ? sample : await sampleOf(expected);
      check(await send(actor, door, fresh, host), toldTo(expected, actor), ACTORS[actor]);
    }
  });
});

const withThings = Object.entries(expectedDoors).filter(([, expected]) => expected.foreign);
describe("knows nothing of the things of another jour", () => {
  test.each(withThings)("%s", async (name, expected) => {
    const sample = (await expected.foreign?.(world)) ?? {};
    const before = await rows.all();
    for (const actor of letIn(expected)) {
      const told = expected.foreignTold ?? "not-found";
      check(await send(actor, doorOf(name), sample, HOSTS.desk), told, ACTORS[actor]);
    }
    expect(await rows.changesSince(before)).toEqual([]);
  });
});

/** Where the door does not stand, or is not hers. */
async function wrongHosts(
  door: Door,
  expected: Expected,
  actor: Actor,
  sample: Sample,
): Promise<void> {
  const at = async (host: string, told: Told): Promise<void> =>
    check(await send(actor, door, sample, host), told, `${ACTORS[actor]} at ${host}`);
  await at(HOSTS.unknown, "unknown-host");
  const { where } = expected;
  const twin = (host: Door["host"]): boolean =>
    world.house.doors.some(
      (one) => one.path === door.path && one.method === door.method && one.host === host,
    );
  if (where === "federation" && !twin("jour")) await at(HOSTS.desk, "not-found");
  if (where === "federation" || where === "any") return;
  if (!twin("federation")) await at(HOSTS.federation, "not-found");
  const ruled = ruledOut(expected, actor);
  if (ruled !== undefined) await at(HOSTS.face, ruled);
  else if (where === "desk") await at(HOSTS.face, "desk-elsewhere");
  // At the other jour a member of this one is nobody; there the stranger is at home.
  if (expected.who !== "anyone" && actor !== "stranger") await at(HOSTS.other, "sign-in-first");
}

/** The right one, but not from our own page, ahead of her act, or in another form. */
async function wrongWays(door: Door, actor: Actor, sample: Sample): Promise<void> {
  const hears = async (headers: Record<string, string>, told: Told): Promise<void> =>
    check(
      await send(actor, door, sample, HOSTS.desk, headers),
      told,
      `${ACTORS[actor]} with ${JSON.stringify(headers)}`,
    );
  if (door.refusePrefetch) {
    await hears({ "Sec-Purpose": "prefetch" }, "prefetch-refused");
    await hears({ "Sec-Purpose": "prefetch;prerender" }, "prefetch-refused");
    await hears({ Purpose: "prefetch" }, "prefetch-refused");
  }
  if (door.method === "GET") return;
  const origins = door.outside ? [] : foreignOrigins;
  for (const site of origins) await hears({ "Sec-Fetch-Site": site }, "foreign-origin");
  if (!door.body) return;
  for (const type of wrongTypes) {
    const isTaken =
      (type === "text/plain" && door.plainTextBody === true) ||
      (type === FORM && (door.form !== undefined || door.outside === true));
    if (!isTaken) await hears({ "Content-Type": type }, "wrong-content-type");
  }
}
const foreignOrigins = ["cross-site", "same-site", "none", "", "same-origin, cross-site"];
const FORM = "application/x-www-form-urlencoded";
const wrongTypes = [
  "text/plain",
  FORM,
  "multipart/form-data; boundary=x",
  "application/jsonx",
  "application/problem+json",
  "",
];
