import { randomUUID } from "node:crypto";
import type { TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import {
  extractAbout,
  handedInBy,
  type Register,
  REGISTERS,
  verifyHandedIn,
} from "../protocol/records/index.ts";
import type { ManagersView, OpenedCopy, Work } from "./contract.ts";
import { dayOf } from "./days.ts";
import type { Asker, RecordDeps } from "./deps.server.ts";
import { countLook } from "./looks-store.server.ts";
import { reviewsDue } from "./looks.server.ts";
import { copyMayGo, copyRefusal, type NoteCode, noteRefusal } from "./policy.ts";
import { copyOf, deleteCopy, endCopies, insertCopy, putNote, standingOf } from "./store.server.ts";

export interface CopyInput {
  readonly member: string;
  readonly issuedOn: string;
  readonly startedOn: string;
  readonly criminal: Uint8Array;
  readonly suspicion: Uint8Array;
  readonly statement: Uint8Array;
}

type Entered = Result<undefined, NoteCode | "not-found">;

/** Register extracts, under the regime that follows from what she does. */
export class Extracts {
  readonly #deps: RecordDeps;
  constructor(deps: RecordDeps) {
    this.#deps = deps;
  }

  /** That it was shown, in which month, and who saw it: more does not fit. */
  note(asker: Asker, member: string, shownMonth: string): Promise<Entered> {
    return this.#entering(asker, member, async (tx, work) => {
      const refused = noteRefusal(
        { work, own: asker.member === member, shownMonth },
        this.#today(),
      );
      if (refused) return fail(refused);
      await putNote(tx, member, shownMonth, asker.member);
      return ok();
    });
  }

  /** Both extracts, sealed in a coordinator's browser to those who lead the shelter. */
  async copy(
    asker: Asker,
    input: CopyInput,
  ): Promise<Result<undefined, NoteCode | "not-found" | "copy-refused">> {
    const isHers = await this.#isSignedBy(asker, input);
    const readers = isHers ? await this.#readersOf(asker, input) : undefined;
    return this.#entering<"copy-refused">(asker, input.member, async (tx, work) => {
      const own = asker.member === input.member;
      const refused = copyRefusal({ ...input, work, own }, this.#today());
      if (refused) return fail(refused);
      if (!readers) return fail("copy-refused");
      await endCopies(tx, input.member, this.#today());
      await insertCopy(tx, {
        ...{ id: randomUUID(), member_id: input.member, readers },
        ...{ issued_on: input.issuedOn, started_on: input.startedOn },
        ...{ criminal: input.criminal, suspicion: input.suspicion, statement: input.statement },
      });
      return ok();
    });
  }

  /** Public keys of those to whom a copy can be sealed; each is checked against the signed directory. */
  async managers({ jour }: Asker): Promise<ManagersView> {
    const members = await this.#deps.members(jour);
    const managers = members.filter(({ role }) => role === "coordinator");
    return {
      managers: managers.map(({ id, name, sealKey }) => ({
        ...{ id, name },
        sealKey: Buffer.from(sealKey).toString("base64url"),
      })),
    };
  }

  /** The sealed bytes, for one of the managers; that she asked for them is written down. */
  async open(
    { jour, member }: Asker,
    id: string,
    register: Register,
  ): Promise<Result<OpenedCopy, "not-found" | "review-due">> {
    type Opened = Result<OpenedCopy, "not-found" | "review-due">;
    const members = await this.#deps.members(jour);
    return this.#deps.database.tenant<Opened>(jour, async (tx) => {
      const copy = await copyOf(tx, id);
      if (!copy?.readers.includes(member)) return fail("not-found");
      const today = this.#today();
      if ((await reviewsDue(tx, today)).reviewDue) return fail("review-due");
      await countLook(tx, { day: today, who: member, whose: copy.member_id, what: "copy" });
      return ok({
        sealed: copy[register].toString("base64url"),
        handedIn: await handedInOf(copy.statement, members),
      });
    });
  }

  /** Not before its time: the jour must be able to show it for two years. */
  forget({ jour }: Asker, id: string): Promise<Result<undefined, "not-found" | "keep-longer">> {
    type Gone = Result<undefined, "not-found" | "keep-longer">;
    return this.#deps.database.tenant<Gone>(jour, async (tx) => {
      const copy = await copyOf(tx, id);
      if (!copy) return fail("not-found");
      const mayGo = copyMayGo(copy.ended_on);
      if (mayGo === null || this.#today() < mayGo) return fail("keep-longer");
      await deleteCopy(tx, id);
      return ok();
    });
  }

  async #entering<C extends string = never>(
    { jour }: Asker,
    member: string,
    work: (
      tx: TenantTx,
      does: Work | null,
    ) => Promise<Result<undefined, NoteCode | "not-found" | C>>,
  ): Promise<Result<undefined, NoteCode | "not-found" | C>> {
    const members = await this.#deps.members(jour);
    if (!members.some(({ id }) => id === member)) return fail("not-found");
    return this.#deps.database.tenant(jour, async (tx) =>
      work(tx, (await standingOf(tx, member))?.work ?? null),
    );
  }

  /** Believed by managers' browsers, not here: what is kept is only no statement that they would refuse. */
  async #isSignedBy({ jour, member }: Asker, input: CopyInput): Promise<boolean> {
    const author = uuidBytes(member);
    const trust = await this.#deps.trust(jour);
    const line = trust?.members.find(({ id }) => same(id, author));
    if (!line) return false;
    for (const register of REGISTERS) {
      const checked = await verifyHandedIn(this.#deps.suite, input.statement, {
        ...{ jour: uuidBytes(jour), member: uuidBytes(input.member), author },
        ...{ identity: line.identity, issued: input.issuedOn, started: input.startedOn },
        ...{ register, sealed: input[register] },
      });
      if (!checked.ok) return false;
    }
    return true;
  }

  /** Both must be hers, of the right register, and sealed to coordinators and nobody else. */
  async #readersOf({ jour }: Asker, input: CopyInput): Promise<string[] | undefined> {
    const members = await this.#deps.members(jour);
    const coordinators = members.filter(({ role }) => role === "coordinator");
    const found: string[][] = [];
    for (const register of ["criminal", "suspicion"] as const) {
      const about = await extractAbout(input[register]);
      if (!about.ok || about.value.register !== register) return undefined;
      const isHers =
        same(about.value.jour, uuidBytes(jour)) &&
        same(about.value.member, uuidBytes(input.member));
      if (!isHers) return undefined;
      const readers = about.value.readers.map(
        (reader) => coordinators.find(({ id }) => same(uuidBytes(id), reader))?.id,
      );
      if (readers.length === 0 || readers.includes(undefined)) return undefined;
      found.push(readers.filter((one) => one !== undefined).toSorted());
    }
    const [first, second] = found;
    return first?.join() === second?.join() ? first : undefined;
  }

  readonly #today = (): string => dayOf(this.#deps.now());
}

async function handedInOf(
  statement: Buffer | null,
  members: readonly { readonly id: string; readonly name: string }[],
): Promise<OpenedCopy["handedIn"]> {
  const author = statement && (await handedInBy(statement));
  const by = members.find(({ id }) => author?.ok && same(uuidBytes(id), author.value));
  if (!statement || !by) return null;
  return { by: by.id, name: by.name, statement: statement.toString("base64url") };
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
