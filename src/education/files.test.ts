import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lectureHouse, type LectureHouse } from "../../tests/factories/lectures.server.ts";
import { pdf } from "../../tests/factories/pdf.ts";
import { fail, ok } from "../platform/result.ts";
import { keepLecture } from "./catalogue.server.ts";
import type { Lecture, Material } from "./contract.ts";
import { addFile, bookedFile, publicFile, sweepFiles } from "./files.server.ts";
import { fileIn } from "./files.ts";

let house: LectureHouse;
beforeAll(async () => {
  house = await lectureHouse();
});
afterAll(() => house.close());
beforeEach(() => house.anew());

const file = Buffer.from(pdf(), "latin1");
async function added(): Promise<string> {
  const one = await addFile(house.deps, house.asker(), file);
  if (!one.ok) throw new Error(one.code);
  return one.value.address;
}
const numberOf = (address: string): string => fileIn(address) ?? "";

const said = (sv: string) => ({ sv, en: "" });
async function lectureWith(
  materials: readonly Material[],
  more: Partial<Lecture> = {},
): Promise<Lecture> {
  const lecture: Lecture = {
    ...{ id: randomUUID(), isPublished: true, version: 0 },
    content: {
      ...{ title: said("Ett nej"), summary: said(""), text: said(""), region: said("") },
      ...{ audiences: ["everyone"], languages: ["sv"], ways: ["place"], minutes: 60, price: 0 },
      materials,
    },
    ...more,
  };
  expect(await keepLecture(house.deps, house.asker(), lecture)).toEqual(ok());
  return lecture;
}
const material = (address: string, isPublic: boolean): Material => ({
  ...{ title: "Övningar", address, isPublic },
});

describe("a file of a lecture", () => {
  it("is given to everybody where the lecture on the site shows it to all, and to nobody otherwise", async () => {
    const [open, closed, draft, alone] = [
      await added(),
      await added(),
      await added(),
      await added(),
    ];
    await lectureWith([material(open, true), material(closed, false)]);
    await lectureWith([material(draft, true)], { isPublished: false });
    const { deps, jour } = house;
    expect(await publicFile(deps, jour, numberOf(open))).toEqual({
      title: "Övningar",
      bytes: file,
    });
    for (const address of [closed, draft, alone, `/material/${randomUUID()}`])
      expect(await publicFile(deps, jour, numberOf(address))).toBeUndefined();
    const other = await house.another();
    expect(await publicFile(deps, other, numberOf(open))).toBeUndefined();
  });

  it("is given to those who have booked that lecture, by their link, while the booking stands", async () => {
    const [theirs, others] = [await added(), await added()];
    const lecture = await lectureWith([material(theirs, false)]);
    const another = await lectureWith([material(others, false)]);
    const asked = await house.asked();
    const { deps, jour } = house;
    const give = (link: string, address: string) => bookedFile(deps, jour, link, numberOf(address));
    const link = house.linkOf(asked);
    expect(await give(link, theirs)).toBeUndefined();
    const booked = await house.moved(asked, "booked", { lecture: lecture.id });
    expect(await give(link, theirs)).toEqual({ title: "Övningar", bytes: file });
    expect(await give(link, others)).toBeUndefined();
    expect(await give(house.linkOf(await house.asked()), theirs)).toBeUndefined();
    expect(await give(`${link.slice(0, -2)}AA`, theirs)).toBeUndefined();
    expect(await bookedFile(deps, await house.another(), link, numberOf(theirs))).toBeUndefined();
    const moved = await house.moved(booked, "booked", { lecture: another.id });
    expect(await give(link, theirs)).toBeUndefined();
    expect(await give(link, others)).toBeDefined();
    await house.moved(moved, "declined", { reason: "we-cancelled" });
    expect(await give(link, others)).toBeUndefined();
  });

  it("is told in the confirmation by the link of their own page", async () => {
    const address = await added();
    const lecture = await lectureWith([material(address, false)]);
    const asked = await house.asked();
    await house.moved(asked, "booked", { lecture: lecture.id, tell: true });
    const own = `https://vide.example${asked.own}`;
    expect(house.sent.at(-1)?.text).toContain(`Övningar: ${own}/${numberOf(address)}\n`);
  });

  it("is gone a day after no lecture names it, and not before", async () => {
    const { deps, jour, clock } = house;
    const address = await added();
    const lecture = await lectureWith([material(address, true)]);
    const sweep = () => house.database.tenant(jour, (tx) => sweepFiles(tx, clock.now));
    const kept = async (): Promise<unknown> =>
      house.database.tenant(jour, (tx) => tx.row("select count(*) from education_files"));
    clock.now += 30 * 86_400_000;
    await sweep();
    expect(await kept()).toEqual({ count: 1 });
    const without = { ...lecture, version: 1, content: { ...lecture.content, materials: [] } };
    expect(await keepLecture(deps, house.asker(), without)).toEqual(ok());
    expect(await publicFile(deps, jour, numberOf(address))).toBeUndefined();
    const fresh = await added();
    await sweep();
    expect(await kept()).toEqual({ count: 1 });
    expect(await house.has(numberOf(fresh))).toBe(true);
  });

  it("that is none, or one too many, is refused, and nothing is kept", async () => {
    const { deps, asker } = house;
    const refused = await addFile(deps, asker(), Buffer.from("<svg/>"));
    expect(refused).toEqual(fail("document-unreadable"));
    for (let at = 0; at < 60; at++) await added();
    expect(await addFile(deps, asker(), file)).toEqual(fail("document-limit"));
  });
});
