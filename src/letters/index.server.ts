import type { JourId } from "../platform/database/index.server.ts";
import { unwrap, wrap } from "../platform/shred/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import { Allowance } from "./allowance.server.ts";
import { type ArrivingMail, takeMail } from "./arriving.server.ts";
import { Attachments } from "./attachments.server.ts";
import { type DemoLetter, tendDemoKeys, writeDemoLetter } from "./demo.server.ts";
import type { TeamName } from "./contract.ts";
import type { LetterDeps } from "./deps.server.ts";
import { TeamKeys } from "./keys.server.ts";
import { type PlainSender, oneWay } from "./plain/one-way.server.ts";
import { PlainPost } from "./plain/post.server.ts";
import { openPlain, type Plain } from "./plain/routes.server.ts";
import { toHour, WRONG_TOKENS } from "./policy.ts";
import { letterDoors } from "./routes.server.ts";
import { Seekers } from "./seekers.server.ts";
import { inboxRows, setWaiting } from "./store.server.ts";
import { destroyMailbox, recoverMailboxes, sweepMailboxes } from "./sweeping.server.ts";
import { inboxDoors, keyDoors } from "./team-routes.server.ts";
import { Team } from "./team.server.ts";

export type { ArrivingMail } from "./arriving.server.ts";
export type { LetterDeps, OrdinaryMail } from "./deps.server.ts";
export type { PlainSender } from "./plain/one-way.server.ts";
export type { MailFile } from "./sealing-mail.server.ts";
export { confirmed, type Plain } from "./plain/routes.server.ts";
export type { Visit } from "./plain/desk.server.ts";
export { PlainConfirm } from "./plain/confirm.server.tsx";
export { Form as PlainForm, Hidden, plainPage, Traces } from "./plain/parts.server.tsx";
export { newestTeamKey } from "./keys-store.server.ts";
export { holdMailbox, lockMailbox } from "./store.server.ts";

/** What another module keeps with a correspondence: wrapped with its key, so that it goes with it. */
export interface Aside {
  /** Undefined where the correspondence is gone. */
  close(mailbox: Uint8Array, place: Uint8Array, clear: Uint8Array): Promise<Uint8Array | undefined>;
  open(mailbox: Uint8Array, place: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | undefined>;
}

export interface Letters {
  readonly aside: Aside;
  readonly doors: Door[];
  /** Deletes what has expired. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
  /** Once, at the start: finishes what a crash interrupted. */
  recover(jours: readonly JourId[], pauseMs?: number): Promise<void>;
  /** Keeps the demo's team key; needs a key that only a demo has. */
  tendDemo(jour: JourId, delegate: Uint8Array): Promise<void>;
  /** Whether she may write now, and within what time answers usually come. */
  start: Seekers["start"];
  /** Puts a made-up letter into an inbox of the demo; its mailbox, or nothing while its team has no key. */
  writeDemo(letter: DemoLetter): Promise<Uint8Array | undefined>;
  /** Whether nothing lies in a team's inbox. */
  isEmpty(jour: JourId, team: TeamName): Promise<boolean>;
  /** The pages without script, for other modules that have such pages. */
  readonly plain: Plain;
  /** Ordinary mail, into the team's inbox. */
  takeMail(jour: JourId, mail: ArrivingMail): ReturnType<typeof takeMail>;
  /** An answer did not arrive: it waits for another. */
  waitAgain(jour: JourId, mailbox: Uint8Array): Promise<void>;
  /** A correspondence that is over for another module's reasons: the key first. */
  erase(jour: JourId, mailbox: Uint8Array): Promise<void>;
  /** Letters without script to which nobody comes back; in a line of their own. */
  readonly oneWay: PlainSender;
  /** Whether somebody who is in the team now can open what is sealed to its key. */
  isRead(jour: JourId, team: TeamName): Promise<boolean>;
  /** The mailbox that a token opens, within the budget for wrong ones. */
  find: Seekers["find"];
  /** The same for one of those without script: what is opened in one way cannot be opened in the other. */
  findPlain: Seekers["find"];
}

export function openLetters(deps: LetterDeps): Letters {
  const wrong = new Allowance({ ...WRONG_TOKENS, now: deps.now });
  const seekers = new Seekers(deps, wrong, "sealed");
  const plainSeekers = new Seekers(deps, wrong, "plain");
  const plain = openPlain(deps, seekers, new PlainPost(deps, plainSeekers));
  const attachments = new Attachments(deps);
  const keys = new TeamKeys(deps);
  return {
    doors: [
      ...letterDoors(deps, seekers, attachments),
      ...plain.doors,
      ...inboxDoors(new Team(deps), attachments),
      ...keyDoors(deps, keys),
    ],
    async sweep(jour) {
      await sweepMailboxes(deps, jour);
      await keys.sweep(jour);
    },
    recover: (jours, pauseMs) => recoverMailboxes(deps, jours, pauseMs),
    tendDemo: (jour, delegate) => {
      keys.leaveToDemo(jour);
      return tendDemoKeys(deps, jour, delegate);
    },
    writeDemo: (letter) => writeDemoLetter(deps, letter),
    isEmpty: async (jour, team) =>
      (await deps.database.tenant(jour, (tx) => inboxRows(tx, team, 1))).length === 0,
    find: seekers.find,
    findPlain: plainSeekers.find,
    oneWay: oneWay(deps, plainSeekers),
    isRead: (jour, team) => keys.isRead(jour, team),
    aside: asideOf(deps),
    erase: (jour, mailbox) => destroyMailbox(deps, jour, mailbox),
    plain,
    start: (jour, face, team) => seekers.start(jour, face, team),
    takeMail: (jour, mail) => takeMail(deps, jour, mail),
    waitAgain: (jour, mailbox) =>
      deps.database.tenant(jour, (tx) => setWaiting(tx, mailbox, toHour(deps.now()))),
  };
}

/** Begins with words, which no frame and no chunk does: neither opens in the place of the other. */
const asideAad = (mailbox: Uint8Array, place: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from("kept beside the letters of "), mailbox, place]);

const asideOf = ({ keys }: Pick<LetterDeps, "keys">): Aside => ({
  async close(mailbox, place, clear) {
    const key = await keys.read(mailbox);
    return key && wrap(key, asideAad(mailbox, place), clear);
  },
  async open(mailbox, place, sealed) {
    const key = await keys.read(mailbox);
    return key && unwrap(key, asideAad(mailbox, place), sealed);
  },
});
