import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Phone } from "../channels/phone/index.server.ts";
import type { Care } from "../care/index.server.ts";
import { openConversations } from "../conversations/index.server.ts";
import { type Mail, type MailFile, openMail } from "../channels/mail/index.server.ts";
import { calendarDoors } from "../calendar/index.server.ts";
import type { Counselling } from "../counselling/index.server.ts";
import { associationPages } from "../association/index.ts";
import { CONTACT_PAGE } from "../enquiries/index.ts";
import { enquiryDoors } from "../enquiries/index.server.ts";
import { formDoors } from "../forms/index.server.ts";
import { answerTimeInWords } from "../letters/index.ts";
import { type Letters, openLetters } from "../letters/index.server.ts";
import { phoneOf } from "./house.phone.server.ts";
import { alsoAtFederation, networkRooms } from "./house.network.server.ts";
import { frontLeads, leadOn } from "../pages/index.server.ts";
import { createPeople, type People } from "../people/index.server.ts";
import { type Config, originIn } from "../platform/config.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import {
  appDoors,
  createRouter,
  type Door,
  Glances,
  type HostBook,
  hostBook,
  type HttpServer,
  PageCache,
  startHttpServer,
} from "../platform/http/index.server.ts";
import { type Live, openBus, openLive } from "../platform/live/index.server.ts";
import type { ShredStore } from "../platform/shred/index.server.ts";
import type { Planning } from "../planning/index.server.ts";
import type { StaffRecords } from "../records/index.server.ts";
import { lettersFrom, letGo, talksIn } from "./between.server.ts";
import { recordsOf } from "./records.server.ts";
import { createSuite, LETTERS } from "../protocol/index.ts";
import { VOLUNTEER_PAGE } from "../recruitment/index.ts";
import {
  applicationsAmong,
  type Association,
  associationOf,
  clearance,
  counsellingOf,
  type Education,
  educationOf,
  planningOf,
  roomDoors,
  type Recruitment,
  recruitmentOf,
  trainingOf,
  peopleDoors,
  withLectures,
  withMembership,
} from "./house.rooms.server.ts";
import { openShifts, shiftDoors, type Shifts } from "../shifts/index.server.ts";
import { type ChatNow, faultPage, type OnDuty, signOf, siteDoors } from "../site/index.server.ts";
import { openCounters } from "../statistics/index.server.ts";
import { careOf, doorsOnCall } from "./house.planning.server.ts";

export interface HouseParts {
  readonly config: Config;
  readonly database: Database;
  readonly keys: ShredStore;
  /** Keys of letters, apart from those of conversations: they may be mirrored. */
  readonly letterKeys: ShredStore;
  /** Keys of mail that waits to be sent. */
  readonly mailKeys: ShredStore;
  /** The jours' mail accounts, where the operator has given any. */
  readonly mailFile?: MailFile;
  /** Where the built apps and the exit script lie. */
  readonly webDirectory: string;
}

export interface OpenHouse {
  readonly port: number;
  readonly people: People;
  /** Every door that the router knows; the live connection stands beside them. */
  readonly doors: readonly Door[];
  readonly letters: Letters;
  readonly phone: Phone;
  readonly mail: Mail;
  readonly counselling: Counselling;
  readonly education: Education;
  readonly association: Association;
  readonly planning: Planning;
  readonly care: Care;
  readonly records: StaffRecords;
  readonly recruitment: Recruitment;
  readonly shifts: Shifts;
  /** Says goodbye, lets what is being written become durable, then closes. */
  drain(): Promise<void>;
}

const mailOf = ({ config, database, mailKeys, mailFile }: HouseParts): Mail =>
  openMail({
    ...{ database, keys: mailKeys, file: mailFile, now: Date.now },
    origin: originIn(config),
  });

/** Everything behind the doors, put together. */
async function openRooms(parts: HouseParts, hosts: HostBook) {
  const { config, database, letterKeys } = parts;
  const live = await openLive({ ...parts, hosts, bus: openBus(database, config.busAddress) });
  const people = await createPeople({ database, config });
  const counters = openCounters(database);
  const suite = await createSuite();
  const training = trainingOf(database, people);
  const mail = mailOf(parts);
  const planning = planningOf(parts, mail);
  const care = careOf(database, people, planning);
  const records = recordsOf(database, suite, people, { training, care });
  const { shifts, close: closeShifts } = openShifts({
    mayBegin: clearance(records, training),
    ...{ database, suite, neighbours: live.neighbours, now: Date.now },
    ...{ trustOf: people.trust, planOf: planning.now },
  });
  const conversations = await openConversations({
    ...{ database, config, live, shifts, counters },
    isSignedIn: (jour, session) => people.isSignedIn(jour, session),
  });
  const glances = new Glances();
  const recruitment = recruitmentOf(database, { people, glances, letters: () => letters });
  const letters: Letters = openLetters({
    ...{ database, suite, keys: letterKeys, now: Date.now, ordinaryMail: mail.ordinary },
    ...lettersFrom(people, counters),
    sign: (host, language) => signOf(database, host, language),
    pass: conversations.passProof,
    ...applicationsAmong(recruitment),
  });
  shifts.onChange(() => glances.forget());
  const phone = phoneOf(parts, { live, letters, counters, glances });
  await mail.serve(letters);
  letGo(people, { records, shifts, conversations });
  const close = async (): Promise<void> => {
    await mail.close();
    conversations.close();
    closeShifts();
    await phone.close();
    await live.close();
    await counters.close();
  };
  const talking = { shifts, conversations, letters, mail, phone };
  const staff = { people, planning, care, records, recruitment, training };
  return { ...talking, ...staff, live, suite, glances, close };
}

/** Opens the house: its rooms, then its doors. */
export async function openHouse(parts: HouseParts): Promise<OpenHouse> {
  const { config, database } = parts;
  const hosts = hostBook(database);
  const rooms = await openRooms(parts, hosts);
  const { live, people, planning, care, records, recruitment, shifts } = rooms;
  const { conversations, letters, mail, phone } = rooms;
  const counselling = counsellingOf(parts, rooms);
  const { education, eventsOf } = educationOf(parts, rooms, [counselling, planning, recruitment]);
  const association = associationOf(parts, rooms);
  const pages = new PageCache();
  const doors = [
    ...alsoAtFederation(peopleDoors(database, people)),
    ...records.doors,
    ...conversations.doors,
    ...letters.doors,
    ...phone.doors,
    ...mail.doors,
    ...alsoAtFederation(
      formDoors({ database, now: Date.now, members: (jour) => people.members(jour) }),
    ),
    ...roomDoors({ ...rooms, counselling }),
    ...education.doors,
    ...association.doors,
    ...calendarDoors({ database, now: Date.now, eventsOf }),
    ...shiftDoors(shifts),
    ...doorsOnCall(database, rooms),
    ...publicDoors(parts, pages, { ...rooms, education, association }),
  ];
  const app = createRouter({
    ...{ config, database, hosts, doors },
    leadOn: leadOn(database, rooms.glances),
    actorOf: (request, host) => people.actorOf(request, host),
    faultPage: (code, host, as) => faultPage(code, host?.jour?.demo ?? config.mode === "demo", as),
  });
  const server = await startHttpServer(config, app, pages.before(live));
  return {
    ...{ port: server.port, doors, people, letters, mail, phone },
    ...{ counselling, education, association, planning, care, shifts, records, recruitment },
    async drain() {
      await sayGoodbye(server, live);
      await rooms.close();
    },
  };
}

/** First nobody new: a proxy finds the door closed, and leads there nobody who is told goodbye. */
async function sayGoodbye(server: HttpServer, live: Live): Promise<void> {
  await Promise.all([server.close(), live.drain()]);
}

type PublicRooms = Pick<
  OpenHouse,
  "shifts" | "letters" | "phone" | "recruitment" | "education" | "association"
> & {
  readonly glances: Glances;
};

function publicDoors(
  { webDirectory, database }: HouseParts,
  pages: PageCache,
  { shifts, letters, phone, recruitment, education, association, glances }: PublicRooms,
): Door[] {
  const directory = (app: string): string => join(webDirectory, app);
  const exitScript = readFileSync(directory("exit.js"), "utf8");
  const onDuty: OnDuty = async (jour, face) => {
    const { teamKey, answerTime } = await letters.start(jour, face, LETTERS);
    const says = teamKey === null ? undefined : answerTimeInWords(answerTime);
    const talks = await talksIn(database, letters, jour, face);
    const [door, phones] = [await shifts.doorNow(jour, face), await phone.free(jour, face)];
    const volunteers = (await recruitment.isAnnounced(jour)) ? VOLUNTEER_PAGE : undefined;
    const chat = { chat: door.open ? door.present : 0, chatOpensAt: door.opensAt };
    const also = { volunteers, office: CONTACT_PAGE };
    return { ...chat, ...also, phone: phones, letters: says, talks };
  };
  const chatNow: ChatNow = async (jour, face) => (await shifts.doorNow(jour, face)).open;
  const leads = withMembership(withLectures(frontLeads(database), education), association);
  const joinAt = async (jour: JourId) =>
    (await association.isOpen(jour)) ? associationPages.join : undefined;
  return [
    ...siteDoors({ onDuty, chatNow, pages, glances, exitScript, leads }),
    recruitment.page({ database, pages, glances }),
    ...education.pages({ database, pages, glances }),
    ...association.pages({ database, pages, glances }),
    ...networkRooms({ database, pages, glances }, directory("directory.js")),
    ...alsoAtFederation(enquiryDoors({ database, letters, pages, glances, joinAt })),
    ...appDoors({ directory: directory("contact"), mount: "/contact", cacheHashed: false }),
    ...alsoAtFederation(
      appDoors({ directory: directory("desk"), mount: "/desk", cacheHashed: true }),
    ),
  ];
}
