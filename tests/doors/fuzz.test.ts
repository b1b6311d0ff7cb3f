import { fc } from "../factories/chance.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paths } from "../../src/conversations/contract.ts";
import { statuses } from "../../src/platform/http/codes.ts";
import type { Door } from "../../src/platform/http/index.server.ts";
import { LIVE_CODES } from "../../src/platform/live/codes.ts";
import { captureLog } from "../../src/platform/log.ts";
import type { Heard } from "../factories/asking.server.ts";
import { byPolls, bySocket, type Caller, hello, openChannel } from "./caller.server.ts";
import type { Expected } from "./expected-door.server.ts";
import { expectedDoors } from "./expected.server.ts";
import { bentFrom, CANARY, rawMonsters, tooMany, segment } from "./monsters.ts";
import { type Rows, watchRows } from "./rows.server.ts";
import { type Actor, ACTORS, HOSTS, openWorld, type World } from "./world.server.ts";

/** `FUZZ_RUNS=400 npx vitest run tests/doors/fuzz.test.ts` looks longer. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 8);

let world: World;
let rows: Rows;
const logged: string[] = [];
let release = (): void => undefined;
beforeAll(async () => {
  world = await openWorld();
  rows = await watchRows(world.house.database);
  release = captureLog((line) => logged.push(line));
}, 60_000);
afterAll(async () => {
  release();
  await rows.close();
  await world.close();
});

const doorOf = (name: string): Door => {
  const found = world.house.doors.find((one) => `${one.method} ${one.path} ${one.host}` === name);
  if (!found) throw new Error("no such door");
  return found;
};
/** One whom the door lets pass, so that the schema is what stands in the way. */
const rightOne = ({ only, told, who }: Expected): Actor => {
  const actors = only ?? (Object.keys(ACTORS) as Actor[]);
  if (told.coordinator !== undefined && told.rest === undefined) return "coordinator";
  return actors.find((one) => told[one] === 200) ?? (who === "anyone" ? "nobody" : "inside");
};

/** Right, or refused by name; never our fault, and never an echo. */
function judge(heard: Heard, what: string): boolean {
  if (heard.status < 400) return true;
  expect(heard.code, `${what}: ${heard.status} ${heard.text.slice(0, 100)}`).toBeDefined();
  const code = heard.code as keyof typeof statuses;
  // What is too long to be a request at all has a number of its own.
  if (heard.status === 431) expect(code).toBe("too-large");
  else expect([code, heard.status]).toEqual([code, statuses[code]]);
  expect(heard.status, `${what}: ${code}`).toBeLessThan(500);
  expect(heard.text.includes(CANARY), `${what} is echoed: ${heard.text.slice(0, 200)}`).toBe(false);
  return false;
}
const nothingLogged = (): void => expect(logged.splice(0)).toEqual([]);
const nothingPolluted = (): void => expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);

const withBody = Object.entries(expectedDoors).filter(([, { ask }]) => ask !== undefined);
const mayWrite = new Set([
  // A wrong passphrase is counted: that is what it is there for.
  "POST /desk/api/people/sign-in/passphrase jour",
  // Where somebody else was faster, what she wrote is kept as her draft.
  "POST /desk/api/pages/save jour",
]);

describe("a body that is not what the door asks for is refused by name and changes nothing", () => {
  test.each(withBody)("%s", async (name, expected) => {
    const door = doorOf(name);
    // What an operator sends is no JSON: src/channels/phone/calls.test.ts bends its forms.
    if (!door.body || door.outside) return;
    const actor = rightOne(expected);
    const sample = (await expected.ask?.(world)) ?? {};
    const host = expected.where === "federation" ? HOSTS.federation : HOSTS.desk;
    const send = (body: unknown): Promise<Heard> =>
      world.ask(actor, door.method, sample.path ?? door.path, { body, host });
    const large = ["more than it takes", tooMany(door.maxBody), "too-large"] as const;
    for (const [what, raw, code] of [...rawMonsters, large]) {
      const heard = await send(raw);
      judge(heard, what);
      expect([what, heard.code]).toEqual([what, code]);
    }
    await fc.assert(
      fc.asyncProperty(bentFrom(sample.body), async (body) => {
        const before = await rows.all();
        const what = JSON.stringify(body)?.slice(0, 300) ?? "nothing";
        // What JSON cannot say is sent as null.
        const isDone = judge(await send(JSON.stringify(body) ?? "null"), what);
        if (!isDone && !mayWrite.has(name))
          expect(await rows.changesSince(before), what).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    nothingLogged();
    nothingPolluted();
  });
});

describe("a path, a query or a cookie that makes no sense", () => {
  const withPlaces = Object.keys(expectedDoors).filter((name) => name.includes("/:"));
  test.each(withPlaces)("%s", async (name) => {
    const door = doorOf(name);
    const { ask } = expectedDoors[name] ?? {};
    const sample = (await ask?.(world)) ?? {};
    await fc.assert(
      fc.asyncProperty(segment, segment, async (part, query) => {
        const before = await rows.all();
        const path = `${door.path.replace(/:\w+/, part)}?lang=${query}&${query}=${part}`;
        const heard = await world.ask("coordinator", door.method, path, { body: sample.body });
        const isPage = heard.headers["content-type"]?.startsWith("text/html") ?? false;
        if (isPage) expect(heard.status).toBe(404);
        else judge(heard, path);
        expect(await rows.changesSince(before), path).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    nothingLogged();
  });

  test("on the pages of jours and of the federation", async () => {
    await fc.assert(
      fc.asyncProperty(segment, segment, async (q, lang) => {
        for (const host of ["localhost", "mira.localhost"]) {
          const heard = await world.ask("nobody", "GET", `/?q=${q}&lang=${lang}&${q}=1`, { host });
          if (heard.status !== 431) expect(heard.status).toBe(200);
        }
      }),
      { numRuns: RUNS },
    );
    nothingLogged();
  });

  test("in a cookie is nobody's session", async () => {
    const value = fc.oneof(
      fc.string({ maxLength: 80 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, "")),
      fc.base64String({ minLength: 43, maxLength: 44 }),
      fc.constantFrom("A".repeat(43), "", `${"A".repeat(43)}; lykta=${"B".repeat(43)}`, "x; lykta"),
    );
    await fc.assert(
      fc.asyncProperty(value, async (cookie) => {
        const said = { cookie: `lykta=${cookie}` };
        const heard = await world.house.ask("GET", "/desk/api/people/session", said);
        expect([heard.status, heard.code]).toEqual([401, "sign-in-first"]);
      }),
      { numRuns: RUNS },
    );
    nothingLogged();
  });
});

describe("a message of the live connection that makes no sense is answered by name", () => {
  const codes = new Set<unknown>(LIVE_CODES);
  /** Fewer than she may say at once, so that nobody has to wait. */
  const MESSAGES = 60;

  async function bendAll(caller: Caller, token: string, conversation: string): Promise<void> {
    caller.say(hello(token));
    await caller.hears({ t: "ready" });
    const rights = [
      openChannel(conversation, 2),
      ...[{ t: "typing", ch: 1 }, { t: "ping" }, { t: "close", ch: 3 }],
    ];
    const bytes = fc
      .uint8Array({ minLength: 1, maxLength: 40 })
      .map((rest) => new Uint8Array(rest));
    const message = fc.oneof(...rights.map((right) => bentFrom(right)), bytes);
    for (const one of fc.sample(message, MESSAGES)) {
      if (one instanceof Uint8Array) caller.say(new Uint8Array(one));
      else caller.say({ toJSON: () => one });
    }
    caller.say({ t: "ping" });
    caller.say(openChannel(conversation, 99));
    await caller.hears({ t: "opened", ch: 99 });
    for (const { t, code } of caller.texts) {
      if (t === "error") expect(codes.has(code), String(code)).toBe(true);
    }
    expect(JSON.stringify(caller.texts)).not.toContain(CANARY);
  }

  test.each([
    ["over a socket", bySocket],
    ["over long polls", byPolls],
  ])("%s, from a seeker and from a desk", async (_, call) => {
    const { inside } = world.women;
    const { token, conversation } = await world.talking();
    const { port } = world.house;
    const { ticket } = (await inside.desk.post<{ ticket: string }>(paths.liveTicket, {})).body;
    const frames = async (): Promise<unknown> =>
      (await world.house.database.raw.query("select log, n, sealed from live_frames order by 1, 2"))
        .rows;
    const before = await frames();
    const [seeker, desk] = [await call(port, HOSTS.desk), await call(port, HOSTS.desk)];
    await bendAll(seeker, token, conversation);
    await bendAll(desk, ticket, conversation);
    seeker.close();
    desk.close();
    nothingLogged();
    nothingPolluted();
    // No frame of theirs found its channel: nothing was written.
    expect(await frames()).toEqual(before);
  });
});
