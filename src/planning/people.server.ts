import type { JourId } from "../platform/database/index.server.ts";
import { isAddress } from "../platform/mail/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { sealAddress } from "./calling.server.ts";
import type { MineView, PersonView } from "./contract.ts";
import type { Asker, PlanningDeps } from "./deps.server.ts";
import { type PersonDraft, peopleOf, personOf, putMail, putPerson } from "./store.server.ts";

/** What planning has to know of each: her standing is a coordinator's word, the rest her own. */
export class PlanningPeople {
  readonly #deps: PlanningDeps;
  constructor(deps: PlanningDeps) {
    this.#deps = deps;
  }

  async mine({ jour, member }: Asker): Promise<Result<MineView, "not-found">> {
    const { database, mail } = this.#deps;
    const row = await database.tenant(jour, (tx) => personOf(tx, member));
    if (!row) return fail("not-found");
    return ok({
      ...{ standing: row.standing, knows: own(row.knows), mostAMonth: row.most_a_month },
      hasMail: row.mail_sealed !== null,
      canMail: (await mail.from(jour)) !== undefined,
    });
  }

  /** `mail`: null leaves the address as it is, an empty one takes it away. */
  async saveMine(
    { jour, member }: Asker,
    said: { knows: readonly string[]; mostAMonth: number | null; mail: string | null },
  ): Promise<Result<undefined, "not-found" | "address-refused">> {
    const { database, secret } = this.#deps;
    if (said.mail !== null && said.mail !== "" && !isAddress(said.mail))
      return fail("address-refused");
    return database.tenant<Result<undefined, "not-found" | "address-refused">>(jour, async (tx) => {
      const row = await personOf(tx, member);
      if (!row) return fail("not-found");
      await putPerson(tx, member, { ...said, standing: row.standing });
      if (said.mail !== null)
        await putMail(tx, member, said.mail === "" ? null : sealAddress(secret, member, said.mail));
      return ok();
    });
  }

  async people(jour: JourId): Promise<PersonView[]> {
    const rows = await this.#deps.database.tenant(jour, peopleOf);
    return rows.map(({ member, name, standing, knows, most_a_month }) => ({
      ...{ member, name, standing, knows: own(knows), mostAMonth: most_a_month },
    }));
  }

  savePerson(
    jour: JourId,
    member: string,
    draft: PersonDraft,
  ): Promise<Result<undefined, "not-found">> {
    return this.#deps.database.tenant(jour, async (tx) => {
      if (!(await personOf(tx, member))) return fail("not-found");
      await putPerson(tx, member, draft);
      return ok();
    });
  }
}

/** That she is a coordinator stands elsewhere. */
const own = (knows: readonly string[]): string[] => knows.filter((one) => one !== "coordinator");
