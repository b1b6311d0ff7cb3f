import type { JourId } from "../../platform/database/index.server.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { attempt, LETTERS } from "../../protocol/index.ts";
import {
  currentTeamKey,
  deriveMailbox,
  describeMailbox,
  type MailboxKeys,
  readMailbox,
  type ReadMailbox,
  readMark,
  type VerifiedTeamKey,
  verifyTeamKey,
  writeLetter,
  writeMark,
} from "../../protocol/letters/index.ts";
import type { MailboxOpened, MailboxView, TeamName } from "../contract.ts";
import type { LetterDeps } from "../deps.server.ts";
import { openMailbox } from "../first-letter.server.ts";
import type { Seekers } from "../seekers.server.ts";
import { wipe } from "./once.server.ts";
import type { Place } from "./shown.server.ts";
import { Lane } from "./stretching.server.ts";
import { WaitingLine } from "./waiting-line.server.ts";

/** Where a letter is sent, and what of its sender is known while she waits: see WaitingLine. */
export interface Sending extends Place {
  readonly crowd: string;
  readonly gone: AbortSignal;
}

export interface OpenMailbox {
  readonly read: ReadMailbox;
  readonly readByTeam: number;
  readonly expiresOn: string;
}

interface First {
  readonly text: string;
  readonly code: "kept" | "not-kept";
  readonly team: TeamName;
}

/** Whatever the protocol refuses means the same to her: what lies there cannot be trusted. */
type Refused =
  | "busy"
  | "try-again"
  | "letters-closed"
  | "letter-refused"
  | "changed-meanwhile"
  | "limit-reached"
  | "mailbox-unknown";
type Said<T> = Promise<Result<T, Refused>>;

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64url"));

/**
 * What her browser does where it has script: here the server does it for her, and sees text and keys
 * for as long as that takes. Everything after it goes the very way of any other letter.
 */
export class PlainPost {
  readonly #deps: LetterDeps;
  readonly #seekers: Seekers;
  /** A flood of new letters must not keep out those who come back. */
  readonly #lanes = { writing: new Lane(), reading: new Lane() };
  readonly #line: WaitingLine;

  constructor(deps: LetterDeps, seekers: Seekers) {
    this.#deps = deps;
    this.#seekers = seekers;
    this.#line = new WaitingLine(deps.now);
  }

  /** Her first letter. The same words and text again are answered as the first time. */
  async write(
    at: Sending,
    words: readonly string[],
    text: string,
    code: "kept" | "not-kept",
    team: TeamName = LETTERS,
  ): Said<MailboxOpened> {
    if (!(await this.#line.enter(at.jour, at.crowd, at.gone))) return fail("busy");
    const made = await this.#keysOf("writing", at.jour, words);
    if (!made.ok) return made;
    const keys = made.value;
    try {
      const opened = await this.#first(at, keys, { text, code, team });
      // Her page sent it before, and she was not told: what she has added since goes behind it.
      if (opened.ok || opened.code !== "changed-meanwhile") return opened;
      return await this.more(at, keys, text);
    } finally {
      wipe(keys);
    }
  }

  async #first(at: Place, keys: MailboxKeys, { text, code, team: to }: First): Said<MailboxOpened> {
    const { suite } = this.#deps;
    const team = await this.#currentKey(at, to);
    if (!team.ok) return team;
    const { id, bytes } = await describeMailbox(suite, uuidBytes(at.jour), keys);
    const last = { number: 0, hash: new Uint8Array(32) };
    const letter = await this.#sealed(at, keys, { id, last, team: team.value, text, code });
    const opened = await openMailbox(this.#deps, at.jour, {
      ...{ kind: "plain", face: at.face, proof: null },
      ...{ token: keys.token, mailbox: bytes, letter },
    });
    if (opened.ok) return opened;
    // No proof was asked for, so none can be wrong.
    const { code: why } = opened;
    return why.startsWith("proof-") ? fail("try-again") : fail(why as Refused);
  }

  /** The keys that her words give, where there is a mailbox for them. They are the caller's to wipe. */
  async open(jour: JourId, words: readonly string[]): Said<MailboxKeys> {
    const made = await this.#keysOf("reading", jour, words);
    if (!made.ok) return made;
    const found = await this.#seekers.find(jour, made.value.token);
    if (found.ok) return made;
    wipe(made.value);
    return found;
  }

  /** What lies there, checked letter by letter. */
  async read(at: Place, keys: MailboxKeys): Said<OpenMailbox> {
    const view = await this.#seekers.read(at.jour, keys.token);
    if (!view.ok) return view;
    const found = await this.#opened(at, keys, view.value);
    if (found.ok) await this.#markRead(at, keys, found.value.read);
    return found;
  }

  async more(at: Place, keys: MailboxKeys, text: string): Said<MailboxOpened> {
    const view = await this.#seekers.read(at.jour, keys.token);
    if (!view.ok) return view;
    const found = await this.#opened(at, keys, view.value);
    if (!found.ok) return found;
    const newest = found.value.read.letters.at(-1);
    // Sent twice by a page that was not answered: taken once.
    const isSame = newest?.ok && newest.header.author === "seeker" && newest.text === text;
    if (isSame) return ok({ expiresOn: view.value.expiresOn });
    const team = await this.#currentKey(at, view.value.team);
    if (!team.ok) return team;
    const about = { id: bytesOf(view.value.id), last: found.value.read.last, team: team.value };
    const letter = await this.#sealed(at, keys, { ...about, text, code: "kept" });
    return this.#seekers.write(at.jour, keys.token, letter);
  }

  erase(jour: JourId, keys: MailboxKeys): Said<undefined> {
    return this.#seekers.erase(jour, keys.token);
  }

  async #keysOf(
    lane: "writing" | "reading",
    jour: JourId,
    words: readonly string[],
  ): Said<MailboxKeys> {
    const place = this.#lanes[lane].enter();
    if (!place) return fail("busy");
    try {
      const { suite } = this.#deps;
      return ok(await deriveMailbox(suite, place.stretch, uuidBytes(jour), "plain", words));
    } finally {
      place.leave();
    }
  }

  async #currentKey(at: Place, team: TeamName): Said<VerifiedTeamKey> {
    const { suite, trust, now } = this.#deps;
    const [{ teamKey }, trusted] = await Promise.all([
      this.#seekers.start(at.jour, at.face, team),
      trust(at.jour),
    ]);
    if (teamKey === null || !trusted) return fail("letters-closed");
    const checks = { jour: uuidBytes(at.jour), team, now: now() };
    const key = await currentTeamKey(suite, bytesOf(teamKey), trusted, checks);
    return key.ok ? key : fail("letters-closed");
  }

  async #sealed(
    at: Place,
    keys: MailboxKeys,
    given: {
      readonly id: Uint8Array;
      readonly last: ReadMailbox["last"];
      readonly team: VerifiedTeamKey;
      readonly text: string;
      readonly code: "kept" | "not-kept";
    },
  ): Promise<Uint8Array> {
    const { suite, now } = this.#deps;
    const { id, last, team, text, code } = given;
    return writeLetter(suite, keys.sign, {
      header: {
        ...{ mailbox: id, face: uuidBytes(at.face), author: "seeker" },
        ...{ number: last.number + 1, previous: last.hash, teamKey: team.id, attachments: [] },
      },
      content: { at: now(), alias: "", code, text, attachments: [] },
      team: team.seal,
      seeker: await suite.xwing.publicKey(keys.seal),
    });
  }

  async #opened(at: Place, keys: MailboxKeys, view: MailboxView): Said<OpenMailbox> {
    const { suite, trust } = this.#deps;
    const trusted = await trust(at.jour);
    if (!trusted) return fail("try-again");
    const jour = uuidBytes(at.jour);
    const { id } = await describeMailbox(suite, jour, keys);
    const checks = { jour, team: view.team };
    const all = await Promise.all(
      view.teamKeys.map((one) => verifyTeamKey(suite, bytesOf(one), trusted, checks)),
    );
    const about = { id, teamKeys: all.flatMap((one) => (one.ok ? [one.value] : [])) };
    const read = await readMailbox(suite, {
      ...about,
      mailbox: bytesOf(view.mailbox),
      letters: view.letters.map(bytesOf),
      reader: { side: "seeker", seal: keys.seal },
    });
    if (!read.ok) return fail("letter-refused");
    const { team } = view.marks;
    const mark =
      team === null ? undefined : await readMark(suite, about, read.value, bytesOf(team));
    const readByTeam = mark?.ok && mark.value.author === "team" ? mark.value.number : 0;
    return ok({ read: read.value, readByTeam, expiresOn: view.expiresOn });
  }

  /** She has read as far as the last letter. Nothing hangs on it. */
  async #markRead(at: Place, keys: MailboxKeys, read: ReadMailbox): Promise<void> {
    const last = read.letters.findLast((one) => one.ok);
    if (!last?.ok) return;
    const { suite } = this.#deps;
    const { number, teamKey, mailbox } = last.header;
    const value = { mailbox, author: "seeker", number, letter: last.hash, teamKey } as const;
    const mark = await attempt(() => writeMark(suite, keys.sign, value));
    if (mark.ok) await this.#seekers.mark(at.jour, keys.token, mark.value);
  }
}
