export const calendarPaths = {
  /** The address with its secret stands in the member's calendar program. */
  feed: "/calendar/:secret",
  renew: "/desk/api/calendar/renew",
  remove: "/desk/api/calendar/remove",
} as const;

/** Told once: only the secret's hash is kept. */
export interface CalendarAddress {
  readonly path: string;
}
