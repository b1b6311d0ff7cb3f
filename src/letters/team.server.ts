import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { faultPoint } from "../platform/fault-points.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { mark as markObject, teamKey } from "../protocol/letters/index.ts";
import { checkLetter, checkMark, checkSheet } from "./checks.server.ts";
import type { Inbox, TeamMailboxView, TeamName } from "./contract.ts";
import type { LetterDeps } from "./deps.server.ts";
import { PLACE } from "./frames.server.ts";
import { append, openForReading, openForWriting, type Opened, put } from "./keeping.server.ts";
import { teamKeys } from "./keys-store.server.ts";
import { answerRange, channelOf, CLAIM_MS, MAX_LETTERS, MAX_NOTES, TEAMS } from "./policy.ts";
import { inboxEntry, teamMailboxView } from "./present.server.ts";
import {
  claimMailbox,
  dropFrame,
  findMailbox,
  inboxRows,
  type MailboxRow,
} from "./store.server.ts";

/** As many as a list may show; the unanswered come first. */
const MOST_SHOWN = 10_000;

export interface Asker {
  readonly jour: JourId;
  readonly member: string;
}

type Refused = "not-in-team" | "mailbox-unknown";
type Writing = Refused | "letter-refused" | "claimed" | "changed-meanwhile" | "limit-reached";

/** What a team may do in its inbox. */
export class Team {
  readonly #deps: LetterDeps;
  constructor(deps: LetterDeps) {
    this.#deps = deps;
  }

  async inbox(asker: Asker, which: TeamName): Promise<Result<Inbox, Refused>> {
    const team = teamFor(asker, await this.#deps.members(asker.jour), which);
    if (!team) return fail("not-in-team");
    const viewer = this.#viewer(asker, team);
    const [rows, standings] = await this.#deps.database.tenant(asker.jour, async (tx) => [
      await inboxRows(tx, which, MOST_SHOWN),
      await this.#deps.ordinaryMail.standings(tx),
    ]);
    return ok({
      entries: rows.map((row) =>
        inboxEntry(row, viewer, standings.get(row.id.toString("hex")) ?? null),
      ),
      team: team.map(({ id, name }) => ({ id, name })),
    });
  }

  read(asker: Asker, mailbox: Uint8Array): Promise<Result<TeamMailboxView, Refused>> {
    return this.#within(asker, mailbox, async (tx, team) => {
      const kept = await openForReading(tx, this.#deps.keys, mailbox);
      if (!kept) return fail("mailbox-unknown");
      const keys = await teamKeys(tx, kept.row.team);
      const standings = await this.#deps.ordinaryMail.standings(tx);
      const sending = standings.get(kept.row.id.toString("hex")) ?? null;
      return ok(teamMailboxView(kept, keys, this.#viewer(asker, team), sending));
    });
  }

  /** She answers it now; somebody who took it before keeps it until she lets go or her time is over. */
  claim(asker: Asker, mailbox: Uint8Array): Promise<Result<undefined, Refused | "claimed">> {
    return this.#writing(asker, mailbox, async (tx, { row }) => {
      if (this.#isAnothers(row, asker)) return fail("claimed");
      await claimMailbox(tx, row.id, asker.member, new Date(this.#deps.now() + CLAIM_MS));
      return ok();
    });
  }

  release(asker: Asker, mailbox: Uint8Array): Promise<Result<undefined, Refused | "claimed">> {
    return this.#writing(asker, mailbox, async (tx, { row }) => {
      if (this.#isAnothers(row, asker)) return fail("claimed");
      await claimMailbox(tx, row.id, null, null);
      return ok();
    });
  }

  handOver(
    asker: Asker,
    mailbox: Uint8Array,
    to: string,
  ): Promise<Result<undefined, Refused | "claimed">> {
    return this.#writing(asker, mailbox, async (tx, { row }, team) => {
      if (this.#isAnothers(row, asker)) return fail("claimed");
      if (!team.some(({ id }) => id === to)) return fail("not-in-team");
      await claimMailbox(tx, row.id, to, new Date(this.#deps.now() + CLAIM_MS));
      return ok();
    });
  }

  /** The second who answers at once is told, and nothing of hers or the first one's is lost. */
  async answer(
    asker: Asker,
    mailbox: Uint8Array,
    letter: Uint8Array,
    mail?: { readonly to: string; readonly text: string },
  ): Promise<Result<undefined, Writing | "mail-off" | "address-refused">> {
    return this.#writing(asker, mailbox, async (tx, opened) => {
      const { row } = opened;
      if ((row.kind === "mail") !== (mail !== undefined)) return fail("letter-refused");
      const keys = await teamKeys(tx, row.team);
      const checked = await checkLetter(this.#deps.suite, letter, {
        mailbox: row.id,
        face: uuidBytes(row.face_id),
        author: "team",
        signer: (header) => {
          const key = keys.find(({ key_id }) => key_id.equals(header.teamKey));
          return key && teamKey.peek(key.statement).sign;
        },
      });
      if (!checked.ok) return checked;
      if (await this.#isLast(tx, row, letter)) return ok();
      if (this.#isAnothers(row, asker)) return fail("claimed");
      if (checked.value.number !== row.letters + 1) return fail("changed-meanwhile");
      if (row.letters >= MAX_LETTERS) return fail("limit-reached");
      const now = this.#deps.now();
      const sent =
        mail && (await this.#deps.ordinaryMail.send(tx, { id: row.id, face: row.face_id }, mail));
      if (sent && !sent.ok) return sent;
      await append(tx, opened, { kind: "letter", bytes: letter }, { waitingSince: null, now });
      await dropFrame(tx, row.id, PLACE.draft);
      await claimMailbox(tx, row.id, null, null);
      if (!mail) this.#count(asker.jour, row);
      return ok();
    });
  }

  /** Sent again because the answer to the first time was lost. */
  async #isLast(tx: TenantTx, row: MailboxRow, letter: Uint8Array): Promise<boolean> {
    const kept = await openForReading(tx, this.#deps.keys, row.id);
    const last = kept?.frames.findLast(({ kind }) => kind === "letter");
    return last !== undefined && Buffer.compare(last.bytes, letter) === 0;
  }

  note(asker: Asker, mailbox: Uint8Array, sheet: Uint8Array): Promise<Result<undefined, Writing>> {
    return this.#writing(asker, mailbox, async (tx, opened) => {
      const { row } = opened;
      const checked = await checkSheet(sheet, { mailbox: row.id, kind: "note" });
      if (!checked.ok) return checked;
      if (row.last_n - row.letters >= MAX_NOTES) return fail("limit-reached");
      const now = this.#deps.now();
      await append(
        tx,
        opened,
        { kind: "note", bytes: sheet },
        { waitingSince: row.waiting_since, now },
      );
      return ok();
    });
  }

  /** Null throws the draft away. */
  draft(
    asker: Asker,
    mailbox: Uint8Array,
    sheet: Uint8Array | null,
  ): Promise<Result<undefined, Writing>> {
    return this.#writing(asker, mailbox, async (tx, opened) => {
      if (this.#isAnothers(opened.row, asker)) return fail("claimed");
      if (sheet === null) {
        await dropFrame(tx, opened.row.id, PLACE.draft);
        return ok();
      }
      const checked = await checkSheet(sheet, { mailbox: opened.row.id, kind: "draft" });
      if (checked.ok) await put(tx, opened, "draft", sheet);
      return checked;
    });
  }

  mark(asker: Asker, mailbox: Uint8Array, bytes: Uint8Array): Promise<Result<undefined, Writing>> {
    return this.#writing(asker, mailbox, async (tx, opened) => {
      const checked = await checkMark(bytes, { mailbox: opened.row.id, author: "team" });
      if (!checked.ok) return checked;
      if (markObject.peek(bytes).number > opened.row.letters) return fail("letter-refused");
      await put(tx, opened, "teamMark", bytes);
      return ok();
    });
  }

  /** False for somebody else's correspondence; one that is not there is left to whoever looks for it. */
  mayOpen = async (asker: Asker, mailbox: Uint8Array): Promise<boolean> => {
    const { database, members } = this.#deps;
    const row = await database.tenant(asker.jour, (tx) => findMailbox(tx, mailbox));
    return teamFor(asker, await members(asker.jour), row?.team) !== undefined;
  };

  #isAnothers({ claimed_by, claimed_until }: MailboxRow, { member }: Asker): boolean {
    const isLiving = (claimed_until?.getTime() ?? 0) > this.#deps.now();
    return claimed_by !== null && claimed_by !== member && isLiving;
  }

  #count(jour: JourId, { face_id: face, waiting_since, team }: MailboxRow): void {
    const channel = channelOf(team);
    if (!waiting_since || !channel) return;
    const bucket = answerRange(this.#deps.now() - waiting_since.getTime());
    this.#deps.count({ jour, face, door: "", channel, measure: "answering", bucket });
  }

  #viewer({ member }: Asker, team: TeamMembers) {
    return {
      member,
      names: new Map(team.map(({ id, name }) => [id, name])),
      now: this.#deps.now(),
    };
  }

  async #within<T, C extends string>(
    asker: Asker,
    mailbox: Uint8Array,
    work: (tx: TenantTx, team: TeamMembers) => Promise<Result<T, C>>,
  ): Promise<Result<T, C | Refused>> {
    const { database, members } = this.#deps;
    const everybody = await members(asker.jour);
    const done = await database.tenant<Result<T, C | Refused>>(asker.jour, async (tx) => {
      const row = await findMailbox(tx, mailbox);
      const team = teamFor(asker, everybody, row?.team);
      if (!team) return fail("not-in-team");
      return row ? work(tx, team) : fail("mailbox-unknown");
    });
    await faultPoint("mailbox:changed");
    return done;
  }

  #writing<T, C extends string>(
    asker: Asker,
    mailbox: Uint8Array,
    work: (tx: TenantTx, opened: Opened, team: TeamMembers) => Promise<Result<T, C>>,
  ): Promise<Result<T, C | Refused>> {
    return this.#within<T, C | Refused>(asker, mailbox, async (tx, team) => {
      const opened = await openForWriting(tx, this.#deps.keys, mailbox);
      return opened ? work(tx, opened, team) : fail("mailbox-unknown");
    });
  }
}

type Members = Awaited<ReturnType<LetterDeps["members"]>>;
type TeamMembers = readonly { readonly id: string; readonly name: string }[];

/** Undefined when the asker is not in the team (without a name: in none that opens letters). */
function teamFor({ member }: Asker, members: Members, name?: TeamName): TeamMembers | undefined {
  const wanted: readonly TeamName[] = name === undefined ? TEAMS : [name];
  const team = members.filter(({ teams }) => wanted.some((one) => teams.includes(one)));
  return team.some(({ id }) => id === member) ? team : undefined;
}
