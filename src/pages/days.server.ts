import { Temporal } from "temporal-polyfill";
import type { TenantTx } from "../platform/database/index.server.ts";
import { timeZone } from "../ui/languages.ts";
import type { PageSettings } from "./contract.ts";
import { isDated } from "./kinds.ts";
import { ahead, liveVersion, type Standing } from "./live.ts";
import * as store from "./store.server.ts";

/** What stands by its day never stands without one: the day that it had, else that on which it became so. */
export async function dayOfPublished(
  tx: TenantTx,
  { id, dated }: store.PageRow,
  kind: PageSettings["kind"],
  now: number,
): Promise<string | null> {
  if (!isDated(kind)) return null;
  const texts = (await store.allTexts(tx)).filter((text) => text.page === id);
  const isLive = texts.some((text) => liveVersion(text, now) !== null);
  const next = texts.flatMap((text) => ahead(text, now)?.at ?? []).sort((a, b) => a - b)[0];
  if (isLive) return dated ?? dayOf(now);
  return next === undefined ? null : dayOf(next);
}

/** The day that it bears for a time to come, of what nobody has read yet. */
export function dayAhead(standing: Standing, now: number): string | null {
  const next = ahead(standing, now);
  return next && liveVersion(standing, now) === null ? dayOf(next.at) : null;
}

/** undefined for a time that is none, such as the 30th of February. */
export function momentOf(local: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: "reject" }).toZonedDateTime(timeZone)
      .epochMilliseconds;
  } catch {
    return undefined;
  }
}

export const dayOf = (moment: number): string =>
  Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
