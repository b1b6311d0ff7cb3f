// What her browser does with letters: verifies the team's key, makes keys of her words, seals, opens, checks.

import { fail, ok, type Result } from "../../platform/result.ts";
import {
  fromBase64url,
  type Suite,
  toBase64url,
  type TrustBundle,
  type VerifiedTrust,
  verifyTrust,
} from "../../protocol/index.ts";
import {
  type CodeKind,
  currentTeamKey,
  deriveMailbox,
  describeMailbox,
  type MailboxKeys,
  readMailbox,
  type ReadMailbox,
  readMark,
  type Stretch,
  type VerifiedTeamKey,
  verifyTeamKey,
  writeLetter,
  writeMark,
} from "../../protocol/letters/index.ts";
import {
  letterPaths as paths,
  type LetterStart,
  type MailboxOpened,
  type MailboxView,
  type TeamName,
} from "../contract.ts";
import { Delivery, repeatedly } from "./delivery.browser.ts";
import { describe, inside, type Picked } from "./files.browser.ts";
import { isOf } from "./of-team.ts";

export type Ask = <T>(path: string, body: object) => Promise<Result<T>>;

export interface PostOptions {
  readonly suite: Suite;
  /** 16 bytes each. */
  readonly jour: Uint8Array;
  readonly face: Uint8Array;
  /** To whom a new letter goes. */
  readonly team: TeamName;
  readonly ask: Ask;
  fetchTrust(): Promise<Result<TrustBundle>>;
  /** The small task that keeps robots away; `onPart` from 0 to 1. */
  prove(onPart: (part: number) => void): Promise<Result<object>>;
  readonly stretch: Stretch;
}

export interface Opened {
  readonly keys: MailboxKeys;
  readonly id: Uint8Array;
  readonly team: TeamName;
  readonly read: ReadMailbox;
  /** How far the team has read. */
  readonly readByTeam: number;
  readonly expiresOn: string;
}

export interface ToSend {
  readonly text: string;
  readonly files: readonly Picked[];
  readonly code: "kept" | "not-kept";
}

const nothing = new Uint8Array();
const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? nothing;

export class Post {
  readonly #options: PostOptions;
  /** What this tab has seen; the server cannot go back behind it. */
  readonly #seen = { version: 0, number: {} as Partial<Record<TeamName, number>> };
  constructor(options: PostOptions) {
    this.#options = options;
  }

  get suite(): Suite {
    return this.#options.suite;
  }

  /** To whom a new letter goes. */
  get team(): TeamName {
    return this.#options.team;
  }

  /** Whether letters can be sent, and how they are kept. */
  start(team: TeamName = this.team): Promise<Result<LetterStart>> {
    return this.#options.ask<LetterStart>(paths.start, { team });
  }

  keysOf(kind: CodeKind, words: readonly string[]): Promise<MailboxKeys> {
    const { suite, stretch, jour } = this.#options;
    return deriveMailbox(suite, stretch, jour, kind, words);
  }

  /** Her first letter, sealed: to be brought by `Delivery.go`. */
  async first(
    keys: MailboxKeys,
    given: ToSend,
    to: TeamName = this.team,
  ): Promise<Result<Delivery<MailboxOpened>>> {
    const { suite, jour, ask, prove } = this.#options;
    const team = await this.#currentKey(to);
    if (!team.ok) return team;
    const { id, bytes } = await describeMailbox(suite, jour, keys);
    const last = { number: 0, hash: new Uint8Array(32) };
    const letter = await this.#letter(keys, { id, last, team: team.value }, given);
    const token = toBase64url(keys.token);
    const body = { token, mailbox: toBase64url(bytes), letter };
    return ok(
      new Delivery({
        ...{ suite, mailbox: id, files: given.files },
        attach: (piece) => ask(paths.attach, { token, ...piece }),
        async send(onPart) {
          const proof = await prove(onPart);
          if (!proof.ok) return proof;
          return repeatedly(() => ask<MailboxOpened>(paths.open, { ...body, proof: proof.value }));
        },
      }),
    );
  }

  /** What lies in the mailbox, checked letter by letter. */
  async open(keys: MailboxKeys): Promise<Result<Opened>> {
    const { suite, jour, ask } = this.#options;
    const trust = await this.#trust();
    if (!trust.ok) return trust;
    const view = await ask<MailboxView>(paths.read, { token: toBase64url(keys.token) });
    if (!view.ok) return view;
    const { id } = await describeMailbox(suite, jour, keys);
    const { team } = view.value;
    const teamKeys = await this.#verified(view.value.teamKeys, trust.value, team);
    const about = { id, teamKeys };
    const read = await readMailbox(suite, {
      ...about,
      mailbox: bytesOf(view.value.mailbox),
      letters: view.value.letters.map(bytesOf),
      reader: { side: "seeker", seal: keys.seal },
    });
    if (!read.ok) return read;
    if (!isOf(teamKeys, read.value)) return fail("foreign-team");
    const mark = view.value.marks.team;
    const byTeam =
      mark === null ? undefined : await readMark(suite, about, read.value, bytesOf(mark));
    const readByTeam = byTeam?.ok && byTeam.value.author === "team" ? byTeam.value.number : 0;
    return ok({ keys, id, team, read: read.value, readByTeam, expiresOn: view.value.expiresOn });
  }

  /** She has read as far as the last letter. Best effort: nothing hangs on it. */
  async markRead({ keys, id, read }: Opened): Promise<void> {
    const last = read.letters.findLast((one) => one.ok);
    if (!last?.ok) return;
    const { suite, ask } = this.#options;
    const { number, teamKey } = last.header;
    const value = { mailbox: id, author: "seeker", number, letter: last.hash, teamKey } as const;
    const mark = toBase64url(await writeMark(suite, keys.sign, value));
    await ask(paths.mark, { token: toBase64url(keys.token), mark });
  }

  /** One letter more. */
  async next(opened: Opened, given: ToSend): Promise<Result<Delivery<MailboxOpened>>> {
    const { suite, ask } = this.#options;
    const team = await this.#currentKey(opened.team);
    if (!team.ok) return team;
    const { keys, id, read } = opened;
    const letter = await this.#letter(keys, { id, last: read.last, team: team.value }, given);
    const token = toBase64url(keys.token);
    return ok(
      new Delivery({
        ...{ suite, mailbox: id, files: given.files },
        attach: (piece) => ask(paths.attach, { token, ...piece }),
        send: () => repeatedly(() => ask<MailboxOpened>(paths.write, { token, letter })),
      }),
    );
  }

  /** A sealed piece of a file. */
  chunk(keys: MailboxKeys, attachment: Uint8Array, place: number): Promise<Result<string>> {
    const at = { token: toBase64url(keys.token), attachment: toBase64url(attachment), place };
    return this.#options.ask<string>(paths.chunk, at);
  }

  erase({ token }: MailboxKeys): Promise<Result<unknown>> {
    return this.#options.ask(paths.erase, { token: toBase64url(token) });
  }

  async #letter(
    keys: MailboxKeys,
    at: { id: Uint8Array; last: ReadMailbox["last"]; team: VerifiedTeamKey },
    { text, files, code }: ToSend,
  ): Promise<string> {
    const { suite, face } = this.#options;
    const header = {
      ...{ mailbox: at.id, face, author: "seeker" as const },
      ...{ number: at.last.number + 1, previous: at.last.hash, teamKey: at.team.id },
      attachments: files.map(describe),
    };
    const content = { at: Date.now(), alias: "", code, text, attachments: files.map(inside) };
    const seeker = await suite.xwing.publicKey(keys.seal);
    const written = await writeLetter(suite, keys.sign, {
      header,
      content,
      team: at.team.seal,
      seeker,
    });
    return toBase64url(written);
  }

  async #trust(): Promise<Result<VerifiedTrust>> {
    const { suite, jour, fetchTrust } = this.#options;
    const bundle = await fetchTrust();
    if (!bundle.ok) return bundle;
    const checks = { jour, now: Date.now(), knownVersion: this.#seen.version };
    const trust = await verifyTrust(suite, bundle.value, checks);
    if (trust.ok) this.#seen.version = trust.value.version;
    return trust;
  }

  async #currentKey(team: TeamName): Promise<Result<VerifiedTeamKey>> {
    const { suite, jour } = this.#options;
    const [start, trust] = await Promise.all([this.start(team), this.#trust()]);
    if (!start.ok) return start;
    if (!trust.ok) return trust;
    if (start.value.teamKey === null) return fail("letters-closed");
    const checks = { jour, team, now: Date.now(), knownNumber: this.#seen.number[team] ?? 0 };
    const key = await currentTeamKey(suite, bytesOf(start.value.teamKey), trust.value, checks);
    if (key.ok) this.#seen.number[team] = key.value.number;
    return key;
  }

  async #verified(
    statements: readonly string[],
    trust: VerifiedTrust,
    team: TeamName,
  ): Promise<VerifiedTeamKey[]> {
    const { suite, jour } = this.#options;
    const checks = { jour, team };
    const read = await Promise.all(
      statements.map((one) => verifyTeamKey(suite, bytesOf(one), trust, checks)),
    );
    return read.flatMap((one) => (one.ok ? [one.value] : []));
  }
}
