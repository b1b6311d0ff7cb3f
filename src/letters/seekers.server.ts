import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { faultPoint } from "../platform/fault-points.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import {
  letter as letterObject,
  mailboxFrame,
  mark as markObject,
} from "../protocol/letters/index.ts";
import type { Allowance } from "./allowance.server.ts";
import { checkLetter, checkMark } from "./checks.server.ts";
import type { LetterStart, MailboxKind, MailboxOpened, MailboxView, TeamName } from "./contract.ts";
import type { LetterDeps } from "./deps.server.ts";
import { hashOf } from "./first-letter.server.ts";
import { PLACE } from "./frames.server.ts";
import {
  append,
  type Kept,
  openForReading,
  openForWriting,
  put,
  readOpened,
  stillWaiting,
  touch,
} from "./keeping.server.ts";
import { teamKeys } from "./keys-store.server.ts";
import { MAX_LETTERS, MAX_UNANSWERED, usualAnswerTime } from "./policy.ts";
import { mailboxView } from "./present.server.ts";
import { daysKept, mailboxOf } from "./store.server.ts";
import { destroyMailbox } from "./sweeping.server.ts";

type Gone = "mailbox-unknown" | "try-again";

/** What she who holds a return code may do, and nobody else. */
export class Seekers {
  readonly #deps: LetterDeps;
  readonly #wrong: Allowance;
  readonly #kind: MailboxKind;
  /** `kind`: what is opened in one way cannot be opened in the other. */
  constructor(deps: LetterDeps, wrong: Allowance, kind: MailboxKind) {
    this.#deps = deps;
    this.#wrong = wrong;
    this.#kind = kind;
  }

  async start(jour: JourId, face: string, team: TeamName): Promise<LetterStart> {
    const { database, now, answerTimes } = this.#deps;
    return database.tenant(jour, async (tx) => {
      const [newest] = await teamKeys(tx, team);
      const isCurrent = newest !== undefined && newest.until.getTime() > now();
      return {
        teamKey: isCurrent ? newest.statement.toString("base64url") : null,
        daysKept: await daysKept(tx),
        answerTime: usualAnswerTime(answerTimes(jour, face, team)),
      };
    });
  }

  async read(jour: JourId, token: Uint8Array): Promise<Result<MailboxView, Gone>> {
    const { keys, now } = this.#deps;
    return this.#within(jour, token, async (tx, id) => {
      const kept = await openForReading(tx, keys, id);
      if (!kept) return undefined;
      const expiresOn = await touch(tx, kept.row, now());
      return ok({ ...mailboxView(kept, await teamKeys(tx, kept.row.team)), expiresOn });
    });
  }

  async write(
    jour: JourId,
    token: Uint8Array,
    letter: Uint8Array,
  ): Promise<
    Result<
      MailboxOpened,
      Gone | "letter-refused" | "letters-closed" | "changed-meanwhile" | "limit-reached"
    >
  > {
    const { suite, keys, now } = this.#deps;
    return this.#within(jour, token, async (tx, id) => {
      const opened = await openForWriting(tx, keys, id);
      if (!opened) return undefined;
      const kept = await readOpened(tx, opened);
      const box = kept.frames.find(({ n }) => n === PLACE.mailbox);
      const signer = box && mailboxFrame.decode(box.bytes).sign;
      const checked = await checkLetter(suite, letter, {
        mailbox: id,
        face: uuidBytes(opened.row.face_id),
        author: "seeker",
        signer: () => signer,
      });
      if (!checked.ok) return checked;
      const { row } = opened;
      const last = kept.frames.findLast(({ kind }) => kind === "letter");
      if (last && Buffer.compare(last.bytes, letter) === 0)
        return ok({ expiresOn: row.expires_on });
      if (checked.value.number !== row.letters + 1) return fail("changed-meanwhile");
      if (row.letters >= MAX_LETTERS || unanswered(kept) >= MAX_UNANSWERED)
        return fail("limit-reached");
      const all = await teamKeys(tx, row.team);
      const key = all.find(({ key_id }) => key_id.equals(checked.value.teamKey));
      if (!key || key.until.getTime() <= now()) return fail("letters-closed");
      const change = { waitingSince: stillWaiting(row, now()), now: now() };
      return ok({ expiresOn: await append(tx, opened, { kind: "letter", bytes: letter }, change) });
    });
  }

  async mark(
    jour: JourId,
    token: Uint8Array,
    bytes: Uint8Array,
  ): Promise<Result<undefined, Gone | "letter-refused">> {
    return this.#within(jour, token, async (tx, id) => {
      const checked = await checkMark(bytes, { mailbox: id, author: "seeker" });
      if (!checked.ok) return checked;
      const opened = await openForWriting(tx, this.#deps.keys, id);
      if (!opened) return undefined;
      if (markObject.peek(bytes).number > opened.row.letters) return fail("letter-refused");
      await put(tx, opened, "seekerMark", bytes);
      return ok();
    });
  }

  /** All at once, and for good: answered when nothing can bring it back. */
  async erase(jour: JourId, token: Uint8Array): Promise<Result<undefined, Gone>> {
    const id = await this.#find(jour, token);
    if (!id.ok) return id;
    await destroyMailbox(this.#deps, jour, id.value);
    return ok();
  }

  /** For attachments: the mailbox that the token opens. */
  async #find(jour: JourId, token: Uint8Array): Promise<Result<Uint8Array, Gone>> {
    const id = await this.#deps.database.tenant(jour, (tx) => this.#named(tx, token));
    return id ? ok(id) : this.#unknown(jour);
  }

  #named(tx: TenantTx, token: Uint8Array): Promise<Buffer | undefined> {
    return mailboxOf(tx, hashOf(token), this.#kind);
  }

  #unknown(jour: JourId): Result<never, Gone> {
    return this.#wrong.isWithin(jour) ? fail("mailbox-unknown") : fail("try-again");
  }

  find = (jour: JourId, token: Uint8Array): Promise<Result<Uint8Array, Gone>> =>
    this.#find(jour, token);

  async #within<T, C extends string>(
    jour: JourId,
    token: Uint8Array,
    work: (tx: TenantTx, id: Uint8Array) => Promise<Result<T, C> | undefined>,
  ): Promise<Result<T, C | Gone>> {
    const done = await this.#deps.database.tenant<Result<T, C | Gone> | undefined>(
      jour,
      async (tx) => {
        const id = await this.#named(tx, token);
        return id && ((await work(tx, id)) ?? fail("mailbox-unknown"));
      },
    );
    await faultPoint("mailbox:changed");
    return done ?? this.#unknown(jour);
  }
}

/** Letters of hers since the team's last answer. */
function unanswered({ frames }: Kept): number {
  const authors = frames
    .filter(({ kind }) => kind === "letter")
    .map(({ bytes }) => letterObject.peek(bytes).header.author);
  return authors.length - 1 - authors.lastIndexOf("team");
}
