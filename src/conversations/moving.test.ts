import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  openSeeker,
  openVolunteer,
  type Seeker,
  type Volunteer,
} from "../../tests/factories/conversation-sides.server.ts";
import {
  type ConversationHouse,
  conversationHouse,
  type RunningHouse,
  VIDE,
} from "../../tests/factories/conversations.server.ts";
import { soon } from "../../tests/factories/soon.ts";
import { fail, ok } from "../platform/result.ts";
import { paths } from "./contract.ts";
import { MOVE } from "./move-path.ts";

let ground: ConversationHouse;
let house: RunningHouse;
let young: { id: string; name: string };
const links: { link: { close(): void } }[] = [];
beforeEach(async () => {
  ground = await conversationHouse();
  house = await ground.run();
  young = { id: randomUUID(), name: "Din Ungdomsjour" };
});
afterEach(async () => {
  for (const { link } of links.splice(0)) link.close();
  await ground.close();
});

async function seeker(): Promise<Seeker> {
  const one = await openSeeker(house);
  links.push(one);
  await soon(() => expect(one.places).not.toEqual([]));
  return one;
}
async function volunteer(index: number, face = ground.face, at = house): Promise<Volunteer> {
  const one = await openVolunteer({ ...ground, face }, at, ground.trust.woman(index), 3);
  links.push(one);
  return one;
}
const ask = () => house.askToMove(ground.face, young);
const answer = (token: string, yes: boolean, at = house) => at.ask("POST", MOVE, { token, yes });
const asked = (one: Seeker) => soon(() => expect(one.events.at(-1)?.e).toBe("move-asked"));
const waitingFor = (one: Volunteer) => one.room().waiting.map(({ conversation }) => conversation);

describe("one who waits", () => {
  test("goes to another face with her own yes, and keeps the time since which she waits", async () => {
    const [sara, kim] = [await volunteer(0), await volunteer(1, young.id)];
    const one = await seeker();
    await soon(() => expect(waitingFor(sara)).toEqual([one.conversation]));
    const since = sara.room().waiting[0]?.since;
    expect(await ask()).toEqual(ok());
    await asked(one);
    expect(one.events.at(-1)).toMatchObject({ face: young.id, name: young.name });
    // The question moves nobody.
    expect([waitingFor(sara), waitingFor(kim)]).toEqual([[one.conversation], []]);
    expect(await answer(one.token, true)).toMatchObject({ status: 200 });
    await soon(() => expect(kim.room().waiting).toMatchObject([{ face: young.id, since }]));
    await soon(() => expect(waitingFor(sara)).toEqual([]));
    const { conversation } = one;
    expect(await sara.act(paths.take, { conversation })).toMatchObject({ status: 404 });
    expect(await kim.act(paths.take, { conversation })).toMatchObject({ status: 200 });
    // So it is after a restart: the state is nothing but the log.
    const second = await ground.run();
    const lena = await volunteer(2, young.id, second);
    await soon(() => expect(lena.room().colleagues.find(({ load }) => load === 1)).toBeDefined());
  });

  test("stays with her no, and is not asked again; the next one is", async () => {
    const [sara] = [await volunteer(0), await volunteer(1, young.id)];
    const [one, two] = [await seeker(), await seeker()];
    expect(await ask()).toEqual(ok());
    await asked(one);
    expect(two.events.map(({ e }) => e)).toEqual(["opened"]);
    expect(await answer(one.token, false)).toMatchObject({ status: 200 });
    expect(await answer(one.token, true)).toMatchObject({ status: 404 });
    expect(await ask()).toEqual(ok());
    await asked(two);
    expect(await ask()).toEqual(fail("nobody-waits"));
    expect(waitingFor(sara)).toEqual([one.conversation, two.conversation]);
  });

  test("cannot be moved by anybody else, unasked, or when somebody has taken her meanwhile", async () => {
    const [sara] = [await volunteer(0), await volunteer(1, young.id)];
    const [one, two] = [await seeker(), await seeker()];
    expect(await answer(one.token, true)).toMatchObject({ status: 404 });
    expect(await ask()).toEqual(ok());
    await asked(one);
    expect(await answer(two.token, true)).toMatchObject({ status: 404 });
    expect(await answer(`${one.token.slice(0, -4)}AAAA`, true)).toMatchObject({ status: 404 });
    const elsewhere = { token: one.token, yes: true };
    expect(await house.ask("POST", MOVE, elsewhere, { host: VIDE })).toMatchObject({
      status: 404,
    });
    const { conversation } = one;
    expect(await sara.act(paths.take, { conversation })).toMatchObject({ status: 200 });
    expect(await answer(one.token, true)).toMatchObject({ status: 404 });
    await soon(() => expect(sara.room().mine).toMatchObject([{ face: ground.face }]));
    // Who had somebody has a key that is bound to this face: she is not asked.
    await sara.act(paths.release, { conversation });
    expect(await house.askToMove(ground.face, young)).toEqual(ok());
    await asked(two);
    expect(one.events.map(({ e }) => e)).not.toContain("moved");
  });

  test("is not asked to go where nobody is, nor when she is not before her screen", async () => {
    await volunteer(0);
    const one = await seeker();
    expect(await ask()).toEqual(fail("closed"));
    await volunteer(1, young.id);
    await soon(() => expect(one.events.map(({ e }) => e)).toEqual(["opened"]));
    one.link.close();
    await soon(() => expect(house.live.presence.at(one.conversation).size).toBe(0));
    expect(await ask()).toEqual(fail("nobody-waits"));
  });

  test("may answer at another process than the one where she was asked", async () => {
    const [, kim] = [await volunteer(0), await volunteer(1, young.id)];
    const other = await ground.run();
    const one = await seeker();
    expect(await ask()).toEqual(ok());
    expect(await answer(one.token, true, other)).toMatchObject({ status: 200 });
    await soon(() => expect(waitingFor(kim)).toEqual([one.conversation]));
  });
});
