import type { TimeRow } from "./booking-store.server.ts";
import type { TimeView } from "./contract.ts";

/** What both sides see of a time: not whose it is, nor who has it. */
export const timeView = ({ id, starts_at, ends_at, place }: TimeRow): TimeView => ({
  ...{ id, place },
  startsAt: starts_at.toISOString(),
  endsAt: ends_at.toISOString(),
});
