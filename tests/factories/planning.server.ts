import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { JourId } from "../../src/platform/database/index.server.ts";
import type { PatternDraft, ShiftSave, ShiftView, Standing } from "../../src/planning/contract.ts";
import type { NeutralMail, PlanningDeps } from "../../src/planning/deps.server.ts";
import { Months } from "../../src/planning/months.server.ts";
import { PlanningPeople } from "../../src/planning/people.server.ts";
import { Places } from "../../src/planning/places.server.ts";
import { type FreshDatabase, freshDatabase } from "./database.server.ts";

/** Thursdays 18–21, two at a time. */
export const thursdays: PatternDraft = {
  ...{ kind: "shift", face: null, title: "Chatten", needed: 2, atLeast: [], onRedDays: true },
  ...{ weekdays: [4], every: 1, firstOn: "2026-11-01", lastOn: null },
  ...{ starts: "18:00", ends: "21:00", days: 0 },
};

/** A jour in late November 2026 that plans its December; a new one for each test. */
export class PlanningGround {
  jour = "" as JourId;
  sent: NeutralMail[] = [];
  /** The address by which the jour sends; undefined where it has no mail. */
  from: string | undefined;
  readonly clock = { now: 0 };
  #database: FreshDatabase | undefined;

  constructor() {
    beforeAll(async () => {
      this.#database = await freshDatabase();
    });
    afterAll(() => this.#database?.close());
    beforeEach(async () => {
      this.jour = await this.database.jour(`j${randomBytes(4).toString("hex")}`);
      this.clock.now = Date.parse("2026-11-25T08:00:00Z");
      this.sent = [];
      this.from = "kontakt@jour.example";
    });
  }

  get database(): FreshDatabase {
    if (!this.#database) throw new Error("the test has not begun");
    return this.#database;
  }
  get deps(): PlanningDeps {
    const queue = async (_: unknown, __: string, mail: NeutralMail) => void this.sent.push(mail);
    return {
      ...{ database: this.database, now: () => this.clock.now, secret: "a secret for the tests" },
      mail: { from: async () => this.from, queue },
    };
  }
  get places(): Places {
    return new Places(this.deps);
  }
  get months(): Months {
    return new Months(this.deps);
  }
  get people(): PlanningPeople {
    return new PlanningPeople(this.deps);
  }

  who = (member: string) => ({ jour: this.jour, member });

  woman = async (name: string, standing: Standing = "experienced", role = "volunteer") => {
    const id: string = randomUUID();
    await this.database.tenant(this.jour, (tx) =>
      tx.rows(
        `insert into members (id, jour_id, name, role, status, enrolment, identity_key, seal_key, created_month)
         values ($1, $2, $3, $4, 'active', '\\x00', $5, $6, '2026-10-01')`,
        [id, this.jour, name, role, randomBytes(32), randomBytes(1216)],
      ),
    );
    await this.people.savePerson(this.jour, id, { standing, knows: [], mostAMonth: null });
    return id;
  };

  december = async (member: string = randomUUID()): Promise<readonly ShiftView[]> =>
    (await this.months.month(this.who(member), "2026-12")).shifts;

  /** Lays out December; gives its shifts. */
  made = async (draft: Partial<PatternDraft> = {}): Promise<string[]> => {
    await this.months.savePattern(this.jour, null, 0, { ...thursdays, ...draft });
    await this.months.make(this.jour, "2026-12");
    return (await this.december()).map(({ id }) => id);
  };

  /** Who stands at a shift, by name. */
  on = async (shift: string): Promise<string[]> =>
    ((await this.december()).find(({ id }) => id === shift)?.places ?? [])
      .filter(({ place }) => place === "on")
      .map(({ name }) => name);
}

/** A shift as a coordinator would send it back. */
export const saveOf = (shift: ShiftView, more: Partial<ShiftSave>): ShiftSave => ({
  ...{ shift: shift.id, version: shift.version, kind: shift.kind, face: null, title: shift.title },
  ...{ needed: shift.needed, atLeast: shift.atLeast, calledOff: false },
  ...{ starts: `${shift.day}T18:00`, ends: `${shift.day}T21:00` },
  ...more,
});
