import { expect } from "vitest";
import { type LineView, type NewAddress, phonePaths } from "../../src/channels/phone/contract.ts";
import { shiftPaths } from "../../src/shifts/index.ts";
import { faceOf, statementOf } from "../doors/world.server.ts";
import { type CallStory, ElksEmulator } from "./operator.server.ts";
import { foundedBy, type HouseOfPeople, joined, type Woman } from "./people.server.ts";
import { type RealHouse, realHouse } from "./real-house.server.ts";

// Numbers that the Swedish regulator reserves for fiction.
export const JOUR = "+46313900600";
export const CALLER = "+46701740699";
export const PHONES = {
  ...{ anna: "+46701740611", bea: "+46701740622", cia: "+46701740633" },
} as const;
export type Name = keyof typeof PHONES;
const SECRET = { LYKTA_SECRET: "a secret of this house, long enough" };
export const NAMES = Object.keys(PHONES) as Name[];

interface Settings {
  readonly id: string;
  readonly hoursVersion: number;
  readonly hours: { readonly week: object };
}

/** A jour with three volunteers, her telephone, and the operator that knocks at her house. */
export class PhoneHouse {
  readonly house: RealHouse;
  readonly mira: HouseOfPeople;
  readonly coordinator: Woman;
  readonly women: Readonly<Record<Name, Woman>>;
  readonly face: string;
  readonly elks: ElksEmulator;
  /** What the operator calls. */
  address = "";

  private constructor(
    house: RealHouse,
    mira: HouseOfPeople,
    people: [Woman, PhoneHouse["women"]],
    face: string,
  ) {
    this.house = house;
    this.mira = mira;
    [this.coordinator, this.women] = people;
    this.face = face;
    this.elks = new ElksEmulator(() => house.port);
  }

  static async open(): Promise<PhoneHouse> {
    const house = await realHouse(SECRET);
    const mira = await house.place("mira");
    const coordinator = await foundedBy(mira);
    const come = (name: string): Promise<Woman> => joined(coordinator, mira, "volunteer", { name });
    const women = { anna: await come("Anna"), bea: await come("Bea"), cia: await come("Cia") };
    const opened = new PhoneHouse(house, mira, [coordinator, women], await faceOf(women.anna));
    await opened.setLine({});
    await opened.newAddress();
    return opened;
  }

  /** A second process of the same house. */
  beside = (): Promise<RealHouse> => realHouse(SECRET, this.house);

  at = (path: string): string => `http://mira.localhost:${this.house.port}${path}`;

  async line(): Promise<LineView["line"]> {
    const { body } = await this.coordinator.desk.get<{ lines: LineView[] }>(phonePaths.lines);
    return body.lines.find((one) => one.face === this.face)?.line ?? null;
  }

  async setLine(change: object): Promise<void> {
    const usual = { number: "031-390 06 00", mode: "one-by-one", first: "longest-on-duty" };
    const version = (await this.line())?.version ?? 0;
    const body = { version, ...usual, ringSeconds: 20, ...change };
    const path = phonePaths.line(this.face);
    expect((await this.coordinator.desk.ask("PUT", path, body)).status).toBe(200);
  }

  /** What is announced for the telephone, day by day, Monday first. */
  async setHours(week: readonly (readonly { from: string; until: string }[])[]): Promise<void> {
    const { desk } = this.coordinator;
    const { body } = await desk.get<{ faces: Settings[] }>("/desk/api/faces");
    const [found] = body.faces.filter(({ id }) => id === this.face);
    const hours = { week: { ...found?.hours.week, phone: week }, exceptions: [] };
    const changed = { version: found?.hoursVersion, hours };
    const { status } = await desk.ask("PUT", `/desk/api/faces/${this.face}/hours`, changed);
    expect(status).toBe(200);
  }

  /** The one before opens nothing any more. */
  async newAddress(): Promise<void> {
    const { desk } = this.coordinator;
    const { body } = await desk.post<NewAddress>(phonePaths.secret(this.face), {});
    this.address = this.at(new URL(body.address).pathname);
  }

  async onDuty(...names: Name[]): Promise<void> {
    for (const name of names) {
      const { desk } = this.women[name];
      await desk.post(shiftPaths.start, await statementOf(this.women[name], this.mira, this.face));
      expect((await desk.post(phonePaths.take, { number: PHONES[name] })).status).toBe(200);
    }
  }

  async offDuty(...names: Name[]): Promise<void> {
    for (const name of names) {
      const { desk } = this.women[name];
      const { body } = await desk.get<{ duty: string } | null>(shiftPaths.mine);
      if (body) await desk.post(shiftPaths.stop, { duty: body.duty });
    }
  }

  ring(more: object = {}): Promise<CallStory> {
    return this.elks.call({ from: CALLER, to: JOUR, voiceStart: this.address, ...more });
  }

  async page(): Promise<string> {
    return (await this.house.ask("GET", "/")).text;
  }

  /** All rows that the jour has. */
  async rows(): Promise<string> {
    const { raw, tenant } = this.house.database;
    const tables = await raw.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')",
    );
    const found = await tenant(this.mira.jour, async (tx) => {
      const all: unknown[] = [];
      for (const { name } of tables.rows)
        all.push(await tx.rows(`select t::text from "${name}" t`));
      return all;
    });
    return JSON.stringify(found);
  }
}
