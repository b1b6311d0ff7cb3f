import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { addFederationHost, listJours } from "../people/index.server.ts";
import { type Config, readConfig } from "../platform/config.server.ts";
import {
  type Database,
  databaseDirectory,
  openDatabase,
} from "../platform/database/index.server.ts";
import { readMailFile } from "../channels/mail/index.server.ts";
import { ok } from "../platform/result.ts";
import { takeFaultOrders } from "../platform/fault-points.server.ts";
import { keepMemoryOffDisk } from "../platform/core-dumps.server.ts";
import { errorFields, log } from "../platform/log.ts";
import {
  mirroredShredStore,
  openShredStore,
  type ShredStore,
} from "../platform/shred/index.server.ts";
import {
  demoInvitationLines,
  type DemoParts,
  seedDemo,
  tendDemo,
  tendDemoLetters,
} from "./demo.server.ts";
import { sweepApplications } from "../network/index.server.ts";
import { publishUntold } from "../site/index.server.ts";
import { openHouse, type OpenHouse } from "./house.server.ts";

const say = (line: string): void => console.log(line);
const DEMO_LETTERS_MS = 3000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SWEEP_MS = 5 * 60_000;
const BAD_CONFIGURATION = 78; // EX_CONFIG of sysexits.h

/** Beside the built server lie the built apps. */
const webDirectory = join(dirname(fileURLToPath(import.meta.url)), "../web");

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) return refuse(read.details as string[]);
  const config = read.value;
  if (config.faults !== undefined) takeFaultOrders(config.faults);
  const mail = config.mailFile === undefined ? ok() : readMailFile(config.mailFile);
  if (!mail.ok) return refuse(mail.details as string[]);
  // Before the database starts, whose processes inherit it.
  const risks = keepMemoryOffDisk();
  if (config.mode === "production") for (const risk of risks) say(risk);
  const database = await openDatabase({
    ...(config.databaseUrl === undefined ? {} : { url: config.databaseUrl }),
    dataDirectory: config.dataDirectory,
    onProgress: say,
  });
  const refusal = await prepare(config, database);
  if (!refusal) await publishUntold(database);
  if (refusal) {
    await database.stop();
    return refuse([refusal]);
  }
  const keys = await openShredStore(config.shredDirectory, {
    apartFrom: [databaseDirectory(config.dataDirectory)],
  });
  const letterKeys = await openLetterKeys(config);
  const mailKeys = await openShredStore(config.mailKeysDirectory, {
    apartFrom: [databaseDirectory(config.dataDirectory)],
  });
  const given = mail.value === undefined ? {} : { mailFile: mail.value };
  const house = await openHouse({
    ...{ config, database, keys, letterKeys, mailKeys, webDirectory, ...given },
  });
  tend(config, database, house);
  void recover(database, house);
  stopOnSignal(house, () => database.stop());
  await announce(config, database, house);
}

/** Letters live for weeks: their keys may lie on two disks at once. */
async function openLetterKeys(config: Config): Promise<ShredStore> {
  const apartFrom = [databaseDirectory(config.dataDirectory), config.shredDirectory];
  const store = await openShredStore(config.letterKeysDirectory, { apartFrom });
  const path = config.letterKeysMirror;
  if (path === undefined) return store;
  const mirror = await openShredStore(path, {
    apartFrom: [...apartFrom, config.letterKeysDirectory],
  });
  return mirroredShredStore(store, mirror);
}

/** What must be there before the doors open; a sentence when they must stay closed. */
async function prepare(config: Config, database: Database): Promise<string | undefined> {
  if (config.mode === "demo") {
    await seedDemo(database, true);
    return undefined;
  }
  const jours = await listJours(database);
  if (jours.some((jour) => jour.demo))
    return "The database holds demo data, which production refuses: somebody in danger must never wait for a demo";
  await addFederationHost(database, new URL(config.origin ?? "").hostname);
  return undefined;
}

async function announce(config: Config, database: Database, house: OpenHouse): Promise<void> {
  const local = `http://localhost:${house.port}/`;
  if (config.mode === "production") return say(`ready ${config.origin ?? local}`);
  const demo = demoOf(config, database, house);
  await tendDemo(demo);
  say("");
  say("This is a demonstration: nobody answers here. In danger: 112.");
  say(`federation           ${local}`);
  say(`a jour               http://mira.localhost:${house.port}/`);
  for (const line of await demoInvitationLines(demo, house.port)) say(line);
  say("");
  say(`ready ${local}`);
}

const demoOf = (
  config: Config,
  database: Database,
  { people, letters, education, association }: OpenHouse,
): DemoParts => ({
  ...{ database, people, letters, education, association, dataDirectory: config.dataDirectory },
  isFurnished: config.demo === "furnished",
});

/** Work that comes back: what has ended is deleted, and the demo renews what its keys have signed. */
function tend(config: Config, database: Database, house: OpenHouse): void {
  const every = (milliseconds: number, part: string, work: () => Promise<void>): void => {
    const run = (): void =>
      void work().catch((error: unknown) =>
        log.error("tending-failed", { part, error: errorFields(error) }),
      );
    setInterval(run, milliseconds).unref();
  };
  every(SWEEP_MS, "sweep", async () => {
    for (const { id, federation } of await listJours(database)) {
      if (federation) await sweepApplications(database, id, Date.now());
      await house.people.sweep(id);
      await house.letters.sweep(id);
      await house.counselling.sweep(id);
      await house.planning.sweep(id);
      await house.care.sweep(id);
      await house.records.sweep(id);
      await house.recruitment.sweep(id);
      await house.education.sweep(id);
      await house.association.sweep(id);
      await house.shifts.sweep(id);
      await house.phone.sweep(id);
      await house.mail.sweep(id);
    }
  });
  every(HOUR_MS, "reminders", async () => {
    for (const { id } of await listJours(database))
      await house.people.remindOfLapse(id, house.planning.remind);
  });
  if (config.mailFile !== undefined)
    every(
      house.mail.fetchSeconds * 1000,
      "mail",
      onlyOnce(() => house.mail.tend()),
    );
  if (config.mode !== "demo") return;
  const demo = demoOf(config, database, house);
  every(DAY_MS, "demo", () => tendDemo(demo));
  every(DEMO_LETTERS_MS, "demo letters", () => tendDemoLetters(demo));
}

/** A round that takes longer than the pause between two is not begun a second time. */
function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work().finally(() => (running = undefined)));
}

async function recover(database: Database, house: OpenHouse): Promise<void> {
  const jours = (await listJours(database)).map(({ id }) => id);
  const failed =
    (part: string) =>
    (error: unknown): void =>
      log.error("tending-failed", { part, error: errorFields(error) });
  await Promise.all([
    house.letters.recover(jours).catch(failed("letters")),
    house.mail.recover(jours).catch(failed("mail")),
  ]);
}

function stopOnSignal(house: OpenHouse, stopDatabase: () => Promise<void>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say("closing: finishing what is being written");
    await house.drain();
    await stopDatabase();
    say("closed");
    process.exit(0);
  };
  const failed = (error: unknown): void => {
    log.error("closing-failed", { error: errorFields(error) });
    process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void stop().catch(failed));
}

function refuse(faults: readonly string[]): void {
  console.error("Lykta does not start. What is wrong with the configuration:");
  for (const fault of faults) console.error(`  - ${fault}`);
  process.exitCode = BAD_CONFIGURATION;
}

main().catch((error: unknown) => {
  // The terminal of whoever starts it may see the whole error: nothing of a seeker is known yet.
  console.error(error);
  process.exit(1);
});
