import type { Database, JourId } from "../../platform/database/index.server.ts";
import type { Glances, LeadOn } from "../../platform/http/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { pathOf } from "../kinds.ts";
import { chosen, type Index, Library } from "../reading.server.ts";
import { allPages } from "../store.server.ts";
import { formerAddress, readFormer } from "./address.ts";
import { type Former, MOST_FORMER } from "./contract.ts";
import * as store from "./store.server.ts";

/** Leads from an address as an editor wrote it to a page; the page of another address is not covered by it. */
export function putFormer(
  database: Database,
  jour: JourId,
  written: Former,
): Promise<Result<undefined, "bad-input" | "address-taken" | "not-found" | "limit-reached">> {
  return database.tenant(jour, async (tx) => {
    const address = readFormer(written.address);
    if (address === undefined) return fail("bad-input");
    const pages = await allPages(tx);
    const page = pages.find(({ id }) => id === written.page);
    if (!page) return fail("not-found");
    if (pages.some((one) => pathOf(one) === address)) return fail("address-taken");
    if ((await store.countFormer(tx)) >= MOST_FORMER) return fail("limit-reached");
    await store.putFormer(tx, { address, page: page.id });
    return ok();
  });
}

/**
 * Where an address leads at which nothing is: to a page that stands at this face now, by its own path. So no
 * address leads out of the house, and none leads to another that leads on.
 */
export function leadOn(database: Database, glances: Glances): LeadOn {
  const library = new Library(glances);
  return async (host, pathname, search) => {
    if (!host.jour) return undefined;
    const tried = [formerAddress(pathname, search), formerAddress(pathname, "")];
    if (tried.every((one) => one === undefined)) return undefined;
    const index = (await library.index(database, host)).value;
    const page = tried.map((one) => one && index?.former[one]).find(Boolean);
    return index && (placeOf(index, page) ?? filePlace(index, tried));
  };
}

function placeOf({ texts }: Index, page: string | undefined): string | undefined {
  const mine = texts.filter((one) => one.page === page);
  const text = chosen(mine, { language: "sv", isEasy: false });
  return text && `${pathOf(text)}${text.language === "en" ? "?lang=en" : ""}`;
}

/** A picture, while a page that came with it is published; of a document that page. */
function filePlace(index: Index, tried: readonly (string | undefined)[]): string | undefined {
  for (const address of tried)
    for (const file of index.files.filter((one) => one.address === address)) {
      const place = placeOf(index, file.page);
      if (place !== undefined) return file.picture ?? place;
    }
  return undefined;
}
