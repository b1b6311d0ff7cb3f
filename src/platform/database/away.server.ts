/** Of Node and of the driver, where they have one. */
const connectionCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);
/** The driver gives these no code (pg 8). */
const connectionMessages =
  /^(Query read timeout|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
/**
 * Of PostgreSQL: connections, a standby that takes no writes, resources (the disk is full), stopped or
 * starting, too slow, disk errors.
 */
const passingStates = /^(08...|25006|53...|57P0[1-5]|57014|58030)$/;

/**
 * True for what passes by itself or by an operator's hand: the database is being started, its disk is
 * full or does not answer. Whoever asked may ask again later.
 */
export function isAway(error: unknown): boolean {
  return hasLostConnection(error) || passingStates.test(codeOf(error));
}

/** Nothing more can be said over this connection. */
export function hasLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  const isSocketMissing = code === "ENOENT" && "syscall" in error && error.syscall === "connect";
  return isSocketMissing || connectionCodes.has(code) || connectionMessages.test(error.message);
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
