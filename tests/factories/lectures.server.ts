import { randomBytes, randomUUID } from "node:crypto";
import { board } from "../../src/education/board.server.ts";
import { ask, move } from "../../src/education/bookings.server.ts";
import type { Booking, LectureRequest, Move } from "../../src/education/contract.ts";
import type { Asker, EducationDeps } from "../../src/education/deps.server.ts";
import { pathOf } from "../../src/education/links.server.ts";
import type { JourId } from "../../src/platform/database/index.server.ts";
import { houseMark, houseSeal } from "../../src/platform/house-seal.server.ts";
import { type FreshDatabase, freshDatabase } from "./database.server.ts";

/** A jour that holds lectures, with Anna, who holds them; its mail stays here. */
export interface LectureHouse {
  readonly database: FreshDatabase;
  readonly deps: EducationDeps;
  readonly jour: JourId;
  readonly clock: { now: number };
  readonly sent: { to: string; subject: string; text: string }[];
  asker(): Asker;
  /** Another jour in the place of the one before. */
  anew(): Promise<void>;
  another(): Promise<JourId>;
  asked(): Promise<Booking>;
  moved(one: Booking, stage: Move["stage"], more?: Partial<Move>): Promise<Booking>;
  linkOf(one: Booking): string;
  has(file: string): Promise<boolean>;
  close(): Promise<void>;
}

const request: LectureRequest = {
  ...{ organisation: "Alskolan", contact: "Bo", mail: "bo@alskolan.example", phone: "" },
  ...{ dates: "I vår", size: 25, way: "place", wishes: "", language: "sv" },
};

export async function lectureHouse(): Promise<LectureHouse> {
  const database = await freshDatabase();
  const clock = { now: 0 };
  const sent: { to: string; subject: string; text: string }[] = [];
  const at = { jour: "" as JourId, anna: "" };
  const deps: EducationDeps = {
    ...{ database, now: () => clock.now, seal: houseSeal("one", "test") },
    mark: houseMark("one", "test"),
    siteOf: async () => "https://vide.example",
    mail: {
      from: async () => "jouren@vide.example",
      queue: async (_, __, mail) => void sent.push(mail),
      standings: async () => [],
      forget: async () => undefined,
    },
    members: async () => [{ id: at.anna, name: "Anna", teams: ["lecturers"] }],
    nameOf: async () => "Kvinnojouren Vide",
    eventsOf: async () => [],
    changed: () => undefined,
  };
  const asker = (): Asker => ({ jour: at.jour, member: at.anna });
  const another = (): Promise<JourId> => database.jour(`j${randomBytes(4).toString("hex")}`);
  const bookings = async () => (await board(deps, asker())).bookings;
  return {
    ...{ database, deps, clock, sent, asker, another, close: () => database.close() },
    get jour() {
      return at.jour;
    },
    async anew() {
      clock.now = Date.parse("2026-11-20T10:00:00Z");
      sent.length = 0;
      [at.jour, at.anna] = [await another(), randomUUID()];
      await database.tenant(at.jour, (tx) =>
        tx.rows(
          `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
           values ($1, $2, 'Anna', 'volunteer', '{lecturers}', 'active', '\\x00', $3, $4, '2026-10-01')`,
          [at.anna, at.jour, randomBytes(32), randomBytes(1216)],
        ),
      );
    },
    async asked() {
      const known = new Set((await bookings()).map(({ id }) => id));
      const done = await ask(deps, at.jour, null, request);
      const made = (await bookings()).find(({ id }) => !known.has(id));
      if (!made) throw new Error(`nothing was asked: ${JSON.stringify(done)}`);
      return made;
    },
    async moved({ id, version }, stage, more = {}) {
      const done = await move(deps, asker(), {
        ...{ id, version, stage, reason: null, lecture: null, member: at.anna, minutes: 60 },
        ...{ starts: "2026-12-01T13:00", place: "Aulan", tell: false, ...more },
      });
      const now = (await bookings()).find((one) => one.id === id);
      if (!done.ok || !now) throw new Error(`it was not moved: ${JSON.stringify(done)}`);
      return now;
    },
    linkOf: ({ id }) => pathOf(deps.mark, at.jour, id).split("/").at(-1) ?? "",
    has: async (file) =>
      (await database.tenant(at.jour, (tx) =>
        tx.row("select 1 from education_files where id = $1", [file]),
      )) !== undefined,
  };
}
