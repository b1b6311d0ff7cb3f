import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoJoursIn, seedDemo } from "../../src/entry/demo.server.ts";
import { openHouse, type OpenHouse } from "../../src/entry/house.server.ts";
import { readConfig } from "../../src/platform/config.server.ts";
import { openShredStore } from "../../src/platform/shred/index.server.ts";
import { appAt, askAt, type Heard, type Said } from "./asking.server.ts";
import { freshDatabase, type FreshDatabase } from "./database.server.ts";
import { Desk, type HouseOfPeople } from "./people-house.server.ts";

/** The whole house as `npm start` opens it, with all its rooms and its real doors, on a free port. */
export interface RealHouse {
  readonly port: number;
  readonly doors: OpenHouse["doors"];
  readonly phone: OpenHouse["phone"];
  readonly database: FreshDatabase;
  ask(method: string, path: string, said?: Said): Promise<Heard>;
  /** A demo jour, to be founded, enrolled in and signed in to. */
  place(slug: string): Promise<HouseOfPeople>;
  close(): Promise<void>;
}

/** `beside`: another process of that house, on the same database. */
export async function realHouse(
  environment: Readonly<Record<string, string>> = {},
  beside?: Pick<RealHouse, "database">,
): Promise<RealHouse> {
  const database = beside?.database ?? (await freshDatabase());
  if (!beside) await seedDemo(database);
  const directory = mkdtempSync(join(tmpdir(), "lykta-real-"));
  const read = readConfig({ PORT: "0", LYKTA_DATA: directory, ...environment });
  if (!read.ok) throw new Error("the demo needs no configuration");
  const house = await openHouse({
    ...{ database, config: read.value },
    keys: await openShredStore(read.value.shredDirectory),
    letterKeys: await openShredStore(read.value.letterKeysDirectory),
    mailKeys: await openShredStore(read.value.mailKeysDirectory),
    webDirectory: emptyApps(join(directory, "web")),
  });
  const { port, people, doors, phone } = house;
  const ask: RealHouse["ask"] = (method, path, said) => askAt(port, method, path, said);
  return {
    ...{ port, doors, phone, database, ask },
    async place(slug) {
      const jours = await demoJoursIn(database);
      const [jour, other] = [
        jours.find((one) => one.slug === slug),
        jours.find((one) => one.slug !== slug),
      ];
      if (!jour || !other) throw new Error(`no jour is called ${slug}`);
      return {
        ...{ database, people, jour: jour.id, otherJour: other.id },
        clock: {
          get now() {
            return Date.now();
          },
          set now(_) {
            throw new Error("a real house keeps real time");
          },
        },
        desk: (host = jour.host) => new Desk(appAt(port), host),
        close: async () => undefined,
      };
    },
    async close() {
      await house.drain();
      if (!beside) await database.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** What a build would put there, without a build. */
function emptyApps(directory: string): string {
  for (const app of ["contact", "desk"]) {
    mkdirSync(join(directory, app, "assets"), { recursive: true });
    writeFileSync(join(directory, app, "index.html"), "<!doctype html><title>an app</title>");
    writeFileSync(join(directory, app, "assets", "app.js"), "export {};");
  }
  writeFileSync(join(directory, "exit.js"), "// exit");
  writeFileSync(join(directory, "directory.js"), "// directory");
  return directory;
}
