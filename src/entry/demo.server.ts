import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  addFederationHost,
  createFederation,
  createJour,
  type DemoKeys,
  isHostKnown,
  listJours,
  type People,
  removeJour,
} from "../people/index.server.ts";
import { keepDemoRound } from "../recruitment/index.server.ts";
import type { Letters } from "../letters/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { makeDirectory, syncDirectory } from "../platform/files.server.ts";
import { publishStarter } from "../training/index.server.ts";
import type { Association } from "../association/index.server.ts";
import { type Education, furnishLectures } from "../education/index.server.ts";
import { applyToJoin } from "../network/index.server.ts";
import { createFace, facesOf } from "../site/index.server.ts";
import { type DemoJour, demoJours } from "./demo.content.ts";
import { furnishForms, furnishPlan } from "./demo.rooms.server.ts";
import { furnishColleagues } from "./demo.colleagues.server.ts";
import { demoApplication, federationEnquiries, federationName } from "./demo.federation.ts";
import { furnishRecruitment } from "./demo.recruitment.server.ts";
import { furnishOffice } from "../enquiries/index.server.ts";
import { furnishMoved } from "../pages/index.server.ts";
import { demoAssociation } from "./demo.association.ts";
import { CLASS_QUESTIONS, demoEducation, demoLectures } from "./demo.education.ts";
import { classQuestions } from "./demo.material.server.ts";
import { demoOldSite } from "./demo.moving.ts";
import { demoEnquiries } from "./demo.office.ts";
import { networkJours } from "./demo.network.ts";
import { demoMeeting, demoRound } from "./demo.recruitment.ts";
import { furnishFederation, furnishPages } from "./demo.pages.server.ts";

export interface DemoParts {
  readonly database: Database;
  readonly people: People;
  readonly letters: Pick<Letters, "tendDemo" | "writeDemo" | "isEmpty">;
  readonly education: Pick<Education, "keepDemo">;
  readonly association: Pick<Association, "keepDemo">;
  readonly dataDirectory: string;
  /** With invented colleagues, and a pledge that is asked for. */
  readonly isFurnished: boolean;
}

export interface DemoJourView {
  readonly id: JourId;
  readonly slug: string;
  readonly name: string;
  readonly host: string;
}

const FEDERATION = "localhost";
const ADDRESS = ".localhost";
const SIDE_BY_SIDE = 6;
/** Those with keys, members and letters; the others of the network have only their pages. */
const withDesk = new Set(demoJours.map(({ slug }) => slug));

/**
 * Fills an empty house with the made-up jours that have a desk, and with `network` as many others as a
 * federation has. The federation's host comes last and says that all is there.
 */
export async function seedDemo(database: Database, network = false): Promise<void> {
  if (await isHostKnown(database, FEDERATION)) return;
  const jours = await listJours(database);
  // Half of a demo is left by a start that was killed; a house with a jour of its own gets none.
  for (const { id, demo } of jours) if (demo) await removeJour(database, id);
  if (jours.every(({ demo }) => demo)) {
    await furnish(database, demoJours, network);
    if (network) await furnish(database, networkJours, false);
  }
  await openFederation(database, network);
}

/** In the large demo with a desk and pages of its own, and somebody who asks to join. */
async function openFederation(database: Database, network: boolean): Promise<void> {
  if (!network) return void (await addFederationHost(database, FEDERATION));
  const federation = { host: FEDERATION, name: federationName, demo: true };
  const made = await createFederation(database, federation, furnishFederation);
  if (!made.ok) throw new Error(`the demo's federation cannot be made: ${made.code}`);
  await applyToJoin(database, made.value, demoApplication, Date.now());
}

/** Side by side, so that many jours share the waits for the disk. */
async function furnish(
  database: Database,
  jours: readonly DemoJour[],
  withPictures: boolean,
): Promise<void> {
  const waiting = [...jours];
  const work = async (): Promise<void> => {
    for (let jour = waiting.shift(); jour; jour = waiting.shift()) {
      const made = await createJour(database, draftOf(jour, withPictures));
      if (!made.ok) throw new Error(`the demo cannot be furnished: ${made.code}`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}

const draftOf = (
  { slug, name, faces }: DemoJour,
  withPictures: boolean,
): Parameters<typeof createJour>[1] => ({
  slug,
  name,
  demo: true,
  faces: faces.map(({ host, face }) => ({
    host: host + ADDRESS,
    create: async (tx, id, position) => {
      await createFace(tx, { ...face, id, position });
      await furnishPages(tx, { jour: slug, id, face: face.slug }, position, withPictures);
      if (position > 0 || !withDesk.has(slug)) return;
      await furnishForms(tx);
      await publishStarter(tx);
      if (slug !== demoJours[0]?.slug) return;
      await furnishPlan(tx, id);
      await furnishLectures(tx, demoLectures, { [CLASS_QUESTIONS]: classQuestions() });
    },
  })),
});

/** The jours that one can work at. */
export async function demoJoursIn(database: Database): Promise<DemoJourView[]> {
  const jours = await listJours(database);
  return jours.flatMap(({ id, slug, name, demo, host }) =>
    demo && host !== null && withDesk.has(slug) ? [{ id, slug, name, host }] : [],
  );
}

/** The federation of the large demo, which has a desk and no seekers. */
async function demoFederation(database: Database): Promise<DemoJourView | undefined> {
  const found = (await listJours(database)).find(({ demo, federation }) => demo && federation);
  const { id, slug, name, host = null } = found ?? {};
  return id && slug && name && host !== null ? { id, slug, name, host } : undefined;
}

/** Renews what the demo's own keys have signed (docs/decisions/0006). At every start, and daily. */
export async function tendDemo(parts: DemoParts): Promise<void> {
  const keys = demoKeys(parts.dataDirectory);
  for (const { id, slug } of await demoJoursIn(parts.database))
    await parts.people.renewDemo(id, keys(slug));
  const first = (await demoJoursIn(parts.database)).find(({ slug }) => slug === demoJours[0]?.slug);
  if (first && parts.isFurnished) await furnishColleagues(parts, first.id, keys(first.slug));
  const federation = await demoFederation(parts.database);
  if (federation) await parts.people.renewDemo(federation.id, keys(federation.slug));
  if (first) await tendFirst(parts, first.id);
  await tendDemoLetters(parts);
  if (first && parts.isFurnished) await furnishInboxes(parts, first.id);
}

/** What only a jour where one looks around has: letters to others than those who seek support, an old site. */
async function furnishInboxes({ database, letters }: DemoParts, first: JourId): Promise<void> {
  await furnishRecruitment({ database, letters }, first);
  const [face] = await facesOf(database, first);
  if (face) await furnishOffice(letters, { jour: first, face: face.id }, demoEnquiries);
  const { id } = (await demoFederation(database)) ?? {};
  if (id) await furnishOffice(letters, { jour: id, face: id }, federationEnquiries);
  await furnishMoved(database, first, demoOldSite);
}

/** The first jour always looks for volunteers, is asked for lectures, and has members. */
async function tendFirst(
  { database, education, association }: DemoParts,
  first: JourId,
): Promise<void> {
  await keepDemoRound(database, first, { words: demoRound, ...demoMeeting });
  await education.keepDemo(first, demoEducation);
  await association.keepDemo(first, demoAssociation);
}

/** Every few seconds, so that she who has just come to a demo jour can read its letters. */
export async function tendDemoLetters({
  database,
  letters,
  dataDirectory,
}: DemoParts): Promise<void> {
  const keys = demoKeys(dataDirectory);
  const federation = await demoFederation(database);
  for (const one of [...(await demoJoursIn(database)), federation])
    if (one) await letters.tendDemo(one.id, keys(one.slug).delegate);
}

/** One line per invitation, for the terminal. The first jour's desk is the one that is shown. */
export async function demoInvitationLines(parts: DemoParts, port: number): Promise<string[]> {
  const first = (await demoJoursIn(parts.database)).find(({ slug }) => slug === demoJours[0]?.slug);
  if (!first) return [];
  const keys = demoKeys(parts.dataDirectory);
  const address = ({ host }: DemoJourView, fragment: string): string =>
    `http://${host}:${port}/desk/#i=${fragment}`;
  const { coordinator, volunteers } = await parts.people.demoInvitations(
    first.id,
    keys(first.slug),
  );
  const federation = await demoFederation(parts.database);
  const keeper =
    federation && (await parts.people.demoInvitations(federation.id, keys(federation.slug)));
  return [
    ...volunteers.map((fragment) => `volunteer invitation ${address(first, fragment)}`),
    `coordinator invitation ${address(first, coordinator)}`,
    ...(federation && keeper
      ? [`federation's desk    ${address(federation, keeper.coordinator)}`]
      : []),
  ];
}

const seed = z.string().regex(/^[\w-]{43}$/);
const keysFile = z.record(z.string(), z.object({ root: seed, delegate: seed }));

/** The keys of a demo jour; made when they are first asked for. */
function demoKeys(dataDirectory: string): (slug: string) => DemoKeys {
  const path = join(dataDirectory, "demo-keys.json");
  const stored = existsSync(path) ? keysFile.parse(JSON.parse(readFileSync(path, "utf8"))) : {};
  return (slug) => {
    const fresh = (): string => randomBytes(32).toString("base64url");
    if (!stored[slug]) {
      stored[slug] = { root: fresh(), delegate: fresh() };
      writeDurably(dataDirectory, path, JSON.stringify(stored));
    }
    const { root, delegate } = stored[slug];
    const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64url"));
    return { root: bytes(root), delegate: bytes(delegate) };
  };
}

/** Before anything is signed with them: a root whose key is lost could never be renewed. */
function writeDurably(directory: string, path: string, text: string): void {
  makeDirectory(directory);
  const fresh = `${path}.new`;
  const file = openSync(fresh, "w", 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, path);
  syncDirectory(directory);
}
