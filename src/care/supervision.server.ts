import { randomUUID } from "node:crypto";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { noteAbout } from "../protocol/records/index.ts";
import type { NoteView, ReadersView, SealedNote, SessionsView, SessionView } from "./contract.ts";
import type { Asker, CareDeps, Session } from "./deps.server.ts";
import { dayAfter, dayOf } from "./months.ts";
import {
  deleteNote,
  insertNote,
  leadsOf,
  noteAt,
  type NoteRow,
  notesOf,
  putLead,
} from "./store.server.ts";

const DAY = 86_400_000;
/** Planning keeps what is over for three months. */
const BACK_MS = 92 * DAY;
const AHEAD_MS = 120 * DAY;

type Done<C extends string> = Promise<Result<undefined, C>>;
interface Attended {
  readonly session: Session;
  readonly lead: string | null;
}

/** Sessions of supervision, and what those who were there keep of them for themselves. */
export class Supervision {
  readonly #deps: CareDeps;
  constructor(deps: CareDeps) {
    this.#deps = deps;
  }

  async sessions({ jour, member, isCoordinator }: Asker): Promise<SessionsView> {
    const now = this.#deps.now();
    const [all, members] = [await this.#all(jour), await this.#deps.members(jour)];
    const ids = all.map(({ id }) => id);
    const { leads, notes } = await this.#deps.database.tenant(jour, async (tx) => ({
      leads: await leadsOf(tx, ids),
      notes: await notesOf(tx, ids, dayOf(now)),
    }));
    const sessions = all.map((session): SessionView => {
      const lead = leads.find((one) => one.session === session.id)?.member ?? null;
      const isMine = wasThere({ session, lead }, member);
      const name = members.find(({ id }) => id === lead)?.name;
      const hers = isMine ? notes.filter((one) => one.session === session.id) : [];
      return {
        ...{ id: session.id, title: session.title, seats: session.seats, isMine },
        ...{ startsAt: session.startsAt, endsAt: session.endsAt },
        people: session.people.map((one) => one.name),
        lead: lead !== null && name !== undefined ? { id: lead, name } : null,
        mayWrite: isMine && session.startsAt <= now,
        notes: hers.map(noteView),
      };
    });
    const may = isCoordinator ? members.map(({ id, name }) => ({ id, name })) : [];
    return { sessions, leads: may };
  }

  /** Before it has begun; what was sealed to her who led it stays hers. */
  async lead({ jour }: Asker, id: string, member: string | null): Done<"not-found" | "shift-over"> {
    const session = await this.#session(jour, id);
    const members = await this.#deps.members(jour);
    if (!session || (member !== null && !members.some((one) => one.id === member)))
      return fail("not-found");
    if (session.startsAt <= this.#deps.now()) return fail("shift-over");
    await this.#deps.database.tenant(jour, (tx) => putLead(tx, id, member));
    return ok();
  }

  /** Public keys of those to whom a note has to be sealed; each is checked against the signed directory. */
  async readers(asker: Asker, id: string): Promise<Result<ReadersView, "not-found">> {
    const attended = await this.#attended(asker, id);
    if (!attended) return fail("not-found");
    const there = thoseThere(attended);
    const members = await this.#deps.members(asker.jour);
    return ok({
      readers: members
        .filter(({ id: one }) => there.includes(one))
        .map(({ id: one, name, sealKey }) => ({
          ...{ id: one, name, sealKey: Buffer.from(sealKey).toString("base64url") },
        })),
    });
  }

  /** Sealed to each who was there and to nobody else, or it does not come in. */
  async write(
    asker: Asker,
    note: { readonly session: string; readonly sealed: Uint8Array; readonly days: number },
  ): Done<"not-found" | "note-refused" | "changed-meanwhile"> {
    const attended = await this.#attended(asker, note.session);
    if (!attended) return fail("not-found");
    const read = await noteAbout(note.sealed);
    const is = (bytes: Uint8Array, id: string): boolean => Buffer.from(uuidBytes(id)).equals(bytes);
    if (!read.ok || !is(read.value.jour, asker.jour)) return fail("note-refused");
    const { session, author, readers } = read.value;
    if (!is(session, note.session) || !is(author, asker.member)) return fail("note-refused");
    const members = (await this.#deps.members(asker.jour)).map(({ id }) => id);
    const there = thoseThere(attended).filter((id) => members.includes(id));
    const isForAll =
      readers.length === there.length &&
      there.every((id) => readers.some((reader) => is(reader, id)));
    // Somebody came to the session, or left the jour, while it was written.
    if (!isForAll) return fail("changed-meanwhile");
    const today = dayOf(this.#deps.now());
    const row = { id: randomUUID(), session: note.session, author: asker.member };
    const days = { written_on: today, delete_on: dayAfter(today, note.days) };
    const { sealed } = note;
    await this.#deps.database.tenant(asker.jour, (tx) =>
      insertNote(tx, { ...row, ...days, sealed }),
    );
    return ok();
  }

  open(asker: Asker, id: string): Promise<Result<SealedNote, "not-found">> {
    return this.#withNote(asker, id, async (_, { session, author, sealed }) =>
      ok({ session, author, sealed: sealed.toString("base64url") }),
    );
  }

  /** Hers who wrote it, and of her who led the session. */
  remove(asker: Asker, id: string): Done<"not-found" | "not-allowed"> {
    return this.#withNote<undefined, "not-allowed">(asker, id, async (tx, note, lead) => {
      if (note.author !== asker.member && lead !== asker.member) return fail("not-allowed");
      await deleteNote(tx, id);
      return ok();
    });
  }

  async #withNote<T, C extends string = never>(
    asker: Asker,
    id: string,
    work: (
      tx: TenantTx,
      note: NoteRow & { readonly sealed: Buffer },
      lead: string | null,
    ) => Promise<Result<T, C>>,
  ): Promise<Result<T, C | "not-found">> {
    const { database, now } = this.#deps;
    const today = dayOf(now());
    const seen = await database.tenant(asker.jour, (tx) => noteAt(tx, id, today));
    const attended = seen && (await this.#attended(asker, seen.session));
    if (!attended) return fail("not-found");
    return database.tenant<Result<T, C | "not-found">>(asker.jour, async (tx) => {
      const note = await noteAt(tx, id, today);
      return note ? work(tx, note, attended.lead) : fail("not-found");
    });
  }

  /** A session that has begun and at which she was; to everybody else it has no notes. */
  async #attended({ jour, member }: Asker, id: string): Promise<Attended | undefined> {
    const session = await this.#session(jour, id);
    if (!session || session.startsAt > this.#deps.now()) return undefined;
    const leads = await this.#deps.database.tenant(jour, (tx) => leadsOf(tx, [id]));
    const attended = { session, lead: leads[0]?.member ?? null };
    return wasThere(attended, member) ? attended : undefined;
  }

  async #session(jour: JourId, id: string): Promise<Session | undefined> {
    return (await this.#all(jour)).find((one) => one.id === id);
  }

  #all(jour: JourId): Promise<readonly Session[]> {
    const now = this.#deps.now();
    return this.#deps.supervisions(jour, now - BACK_MS, now + AHEAD_MS);
  }
}

const thoseThere = ({ session, lead }: Attended): string[] => [
  ...new Set([...session.people.map(({ member }) => member), ...(lead === null ? [] : [lead])]),
];
const wasThere = (attended: Attended, member: string): boolean =>
  thoseThere(attended).includes(member);

const noteView = (row: NoteRow): NoteView => ({
  ...{ id: row.id, author: row.author, authorName: row.author_name },
  ...{ writtenOn: row.written_on, deleteOn: row.delete_on },
});
