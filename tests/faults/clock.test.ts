import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { paths } from "../../src/conversations/contract.ts";
import { openSeeker, openVolunteer, type Seeker } from "../factories/conversation-sides.server.ts";
import {
  type ConversationHouse,
  conversationHouse,
  type RunningHouse,
} from "../factories/conversations.server.ts";
import { soon } from "../factories/soon.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let ground: ConversationHouse;
let house: RunningHouse;
const links: { close(): void }[] = [];
beforeEach(async () => {
  ground = await conversationHouse();
  house = await ground.run();
});
afterEach(async () => {
  for (const link of links.splice(0)) link.close();
  await ground.close();
});

async function talk() {
  const volunteer = await openVolunteer(ground, house, ground.trust.woman(0));
  links.push(volunteer.link);
  const seeker = await openSeeker(house);
  links.push(seeker.link);
  await soon(() => expect(volunteer.room().waiting).toHaveLength(1));
  const { conversation } = seeker;
  expect((await volunteer.act(paths.take, { conversation })).status).toBe(200);
  const desk = volunteer.follow(conversation);
  await desk.say("hej");
  await soon(() => expect(seeker.heard).toHaveLength(1));
  return { volunteer, seeker, desk };
}

const isAlive = ({ conversation }: Seeker): Promise<boolean> => house.live.log.has(conversation);
/** Several looks of the sweep. */
const aMoment = (): Promise<void> => new Promise((go) => setTimeout(go, 300));
const status = async (): Promise<unknown> => (await house.ask("GET", paths.status)).body;

describe.each([
  ["forward by minutes", 11 * MINUTE],
  ["forward by hours", 13 * HOUR],
  ["back by minutes", -11 * MINUTE],
  ["back by hours", -13 * HOUR],
])("a clock that is set %s", (_, jump) => {
  test("ends nobody's conversation, and takes nobody's grace time", async () => {
    const { seeker, desk } = await talk();
    const away = await openSeeker(house);
    away.link.close();
    await soon(() => expect(house.live.presence.at(away.conversation).size).toBe(0));
    ground.clock.jumped = jump;
    await aMoment();
    expect([await isAlive(seeker), await isAlive(away)]).toEqual([true, true]);
    await seeker.say("jag är kvar");
    await soon(() => expect(desk.heard.at(-1)).toContain("jag är kvar"));
    // The grace time itself passes as ever, whatever the calendar says.
    ground.clock.ahead += 9 * MINUTE;
    await aMoment();
    expect(await isAlive(away)).toBe(true);
    ground.clock.ahead += 2 * MINUTE;
    await soon(async () => expect(await isAlive(away)).toBe(false));
    expect(await isAlive(seeker)).toBe(true);
    // And nobody is kept for ever: twelve hours are twelve hours.
    ground.clock.ahead += 12 * HOUR;
    await soon(async () => expect(await isAlive(seeker)).toBe(false));
  });
});

test("a clock that is set back shows nobody as present whose desk has closed", async () => {
  const volunteer = await openVolunteer(ground, house, ground.trust.woman(0));
  await soon(async () => expect(await status()).toMatchObject({ open: true }));
  await soon(() => expect(volunteer.rooms.length).toBeGreaterThan(0));
  volunteer.link.close();
  // Her coming and her going have been noticed by the old clock.
  await aMoment();
  ground.clock.jumped = -2 * HOUR;
  ground.clock.ahead += 2 * MINUTE;
  await soon(async () => expect(await status()).toMatchObject({ open: false }));
  await aMoment();
  expect(await status()).toMatchObject({ open: false });
});

test("a clock that is set beyond the end of a shift lets her write no more, and loses nothing", async () => {
  const { seeker, desk } = await talk();
  ground.clock.jumped = 2 * HOUR;
  await expect(desk.say("är du där")).rejects.toThrow();
  await seeker.say("jag är kvar");
  expect(await isAlive(seeker)).toBe(true);
  expect(seeker.heard.map((line) => line.split(":")[1])).toEqual(["hej", "jag är kvar"]);
});
