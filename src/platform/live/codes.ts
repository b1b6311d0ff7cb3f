/** Every code that a live connection may be answered with. Literal, so that each side can say something about it. */
export const LIVE_CODES = [
  // about the connection
  "auth-first",
  "auth-twice",
  "auth-timeout",
  "token-refused",
  "wrong-version",
  "foreign-origin",
  "unknown-host",
  "too-many-connections",
  "too-slow",
  "session-unknown",
  "wrong-method",
  // about one message
  "not-json",
  "unknown-message",
  "bad-frame",
  "too-large",
  "bad-channel",
  "channel-taken",
  "no-channel",
  "too-many-channels",
  "bad-after",
  "not-found",
  "not-allowed",
  "stale-ref",
  "conversation-full",
  "gone",
  "try-again",
] as const;

export type LiveCode = (typeof LIVE_CODES)[number];
