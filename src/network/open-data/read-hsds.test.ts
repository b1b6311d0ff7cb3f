import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hsdsList, hsdsService as published } from "../../../tests/factories/hsds.ts";
import { againstPublished } from "../../../tests/factories/hsds-published.server.ts";
import type { ToldFace } from "../directory/present.server.ts";
import { hsdsPage } from "./hsds.server.ts";
import { readHsds } from "./read-hsds.ts";

const never = Array.from({ length: 7 }, () => []);
const face: ToldFace = {
  ...{ faceId: "6f1a6b1e-2d0c-4b43-8f60-1f0f7c3a9d01", name: "Kvinnojouren Vide" },
  ...{ jourId: "0c1b7a52-98a1-4e0a-a3d2-2f3f0a6b7c02", jourName: "Kvinnojouren Vide" },
  ...{ kind: "kvinnojour", place: "Kiruna, Gällivare", phone: "040-628 04 20", url: null },
  host: "vide.example",
  entry: {
    ...{ receives: "women", ages: { from: 18, until: null }, doors: ["woman", "worried"] },
    ...{ municipalities: ["2584", "2523"], elsewhere: false, languages: ["sv", "se"] },
    permit: "granted",
    hours: {
      week: { chat: [[{ from: "18:00", until: "21:00" }], ...never.slice(1)] },
      exceptions: [
        { date: "2026-12-24", channel: "all", intervals: [] },
        { date: "2026-12-31", channel: "chat", intervals: [{ from: "12:00", until: "14:00" }] },
      ],
    },
  },
};
const young: ToldFace = {
  ...face,
  ...{ faceId: "6f1a6b1e-2d0c-4b43-8f60-1f0f7c3a9d03", name: "Ungdomsjouren Vide" },
  ...{ kind: "ungdomsjour", phone: null },
  entry: {
    ...face.entry,
    ...{ receives: "everyone", ages: { from: 12, until: 21 }, doors: ["young", "worried"] },
    ...{ elsewhere: true, permit: "none" },
  },
};

const service = {
  ...{ id: "6f1a6b1e-2d0c-4b43-8f60-1f0f7c3a9d09", name: "Women's shelter", status: "active" },
  url: "https://shelter.example/",
};
const leftOf = (json: unknown): string[] => readHsds(json).left.map(({ why }) => why);

describe("a file of the open format", () => {
  it("that we wrote ourselves is as published, and comes back as it was", () => {
    const page = hsdsPage([face, young], ({ host }) => `https://${host}/`);
    hsdsList.parse(page);
    const { guests, left } = readHsds(JSON.parse(JSON.stringify(page)));
    expect(left).toEqual([]);
    expect(guests).toEqual(
      [face, young].map(({ faceId: id, name, kind, phone, place, entry }) => ({
        ...{ id, name, kind, phone, place, entry, url: "https://vide.example/" },
      })),
    );
  });

  it("is held against a folder of published schemas, which are not kept here", () => {
    const folder = mkdtempSync(join(tmpdir(), "lykta-hsds-"));
    const id = { type: "string", format: "uuid" };
    const phones = { type: "array", items: { $ref: "phone.json" } };
    const status = { type: "string", enum: ["active"] };
    const required = ["id", "status"];
    const write = (name: string, schema: object): void =>
      writeFileSync(join(folder, name), JSON.stringify(schema));
    write("service.json", { type: "object", properties: { id, status, phones }, required });
    write("phone.json", { type: "object", properties: { id }, required: ["id", "number"] });
    const page = hsdsPage([face, young], ({ host }) => `https://${host}/`);
    expect(againstPublished(folder, page)).toEqual([]);
    const wrong = { contents: [service, { id: "1", status: "open", phones: [{}] }] };
    expect(againstPublished(folder, wrong)).toEqual([
      'service 1/id: must match format "uuid"',
      "service 1/status: must be equal to one of the allowed values",
      "service 1/phones/0: must have required property 'id'",
      "service 1/phones/0: must have required property 'number'",
    ]);
    rmSync(folder, { recursive: true });
  });

  it("of others is read whether a page, a list, one service or an organization with its own", () => {
    published.parse(service);
    const { status, ...named } = service;
    for (const json of [
      { contents: [service] },
      [service],
      service,
      [{ website: "https://shelter.example/", services: [{ ...named, status, url: "" }] }],
    ])
      expect(readHsds(json).guests).toEqual([
        expect.objectContaining({ name: "Women's shelter", kind: "kvinnojour", phone: null }),
      ]);
  });

  it("is taken over as far as it is understood, and what was left out is told", () => {
    const whole = {
      ...{ ...service, minimum_age: 16, accreditations: "Permit granted by IVO" },
      phones: [{ id: service.id, number: "call us" }],
      service_areas: [
        { id: service.id, name: "Umeå kommun" },
        { id: service.id, name: "Norden" },
      ],
      schedules: [
        // With an offset, which is wrong half of the year.
        { id: service.id, freq: "WEEKLY", byday: "MO", opens_at: "09:00Z", closes_at: "12:00Z" },
        {
          ...{ id: service.id, freq: "WEEKLY", byday: "MO,TH", attending_type: "voice" },
          ...{ opens_at: "09:00:00", closes_at: "12:00" },
        },
        { id: service.id, freq: "MONTHLY", byday: "2MO", attending_type: "chat" },
      ],
    };
    published.parse(whole);
    const { guests, left } = readHsds([whole]);
    expect(left.map(({ why }) => why)).toEqual(["areas", "hours", "phone"]);
    const [guest] = guests;
    expect(guest).toMatchObject({
      place: "Umeå",
      entry: { ages: { from: 16, until: null }, municipalities: ["2480"], permit: "granted" },
    });
    const morning = [{ from: "09:00", until: "12:00" }];
    expect(guest?.entry.hours.week).toEqual({
      phone: [morning, [], [], morning, [], [], []],
    });
  });

  it("enters nobody who is closed, has no name, no address or no number of its own", () => {
    expect(leftOf([{ ...service, status: "defunct" }])).toEqual(["not-active"]);
    expect(leftOf([{ ...service, name: " " }])).toEqual(["no-name"]);
    expect(leftOf([{ ...service, url: "javascript:alert(1)" }])).toEqual(["no-address"]);
    expect(leftOf([{ ...service, id: "1" }])).toEqual(["no-id"]);
  });

  it("that is something else entirely enters nobody, and breaks nothing", () => {
    for (const json of [null, 7, "text", [], {}, [null, 1, "x", []], { contents: [{}] }])
      expect(readHsds(json).guests).toEqual([]);
    expect(
      readHsds([{ ...service, schedules: "often", phones: {}, languages: [7], minimum_age: "x" }])
        .guests,
    ).toHaveLength(1);
  });
});
