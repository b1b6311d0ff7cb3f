/**
 * Every code that the server may answer, with its HTTP status. A code that is not here does not
 * compile in a door, so no failure can reach a person unnamed.
 */
export const statuses = {
  // the router's own
  "bad-input": 400,
  "bad-json": 400,
  "sign-in-first": 401,
  "foreign-origin": 403,
  "not-allowed": 403,
  "prefetch-refused": 403,
  "not-found": 404,
  "unknown-host": 404,
  "wrong-method": 405,
  "too-slow": 408,
  "too-large": 413,
  "wrong-content-type": 415,
  "our-fault": 500,
  "try-again": 503,
  // people: invitations, ways in, who speaks for the jour
  "challenge-invalid": 400,
  "enrolment-refused": 400,
  "not-recognised": 403,
  "passkey-refused": 403,
  "invitation-unknown": 404,
  "changed-meanwhile": 409,
  "last-coordinator": 409,
  "last-way-in": 409,
  "name-taken": 409,
  "not-founded": 409,
  "invitation-expired": 410,
  "invitation-used": 410,
  "desk-elsewhere": 421,
  "proposal-refused": 422,
  "role-not-offered": 422,
  "trust-refused": 422,
  "too-many-attempts": 429,
  // shifts: going on and off duty
  "conversations-open": 409,
  "on-duty-elsewhere": 409,
  "trust-missing": 409,
  "trust-stale": 409,
  "statement-refused": 422,
  // planning: places at shifts
  "shift-over": 409,
  "shift-full": 409,
  "shadow-only": 409,
  "newcomer-alone": 409,
  "offer-settled": 409,
  // letters
  "not-in-team": 403,
  "mailbox-unknown": 404,
  claimed: 409,
  "letters-closed": 409,
  "key-refused": 422,
  "letter-refused": 422,
  busy: 429,
  // the telephone
  "call-refused": 400,
  "call-repeated": 409,
  "number-refused": 422,
  "recording-refused": 422,
  "mail-off": 409,
  "address-refused": 422,
  // counselling: times for talks
  "not-open-yet": 409,
  "time-taken": 409,
  "times-overlap": 409,
  // conversations: the way in, and what volunteers do
  "proof-invalid": 403,
  closed: 409,
  "proof-outdated": 409,
  "proof-spent": 409,
  "already-taken": 409,
  "last-one": 409,
  "limit-reached": 409,
  "not-on-duty": 409,
  gone: 410,
} as const satisfies Record<string, number>;

export type Code = keyof typeof statuses;
