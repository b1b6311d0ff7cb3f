import type { CallEvent, Operator } from "./operator.ts";

/**
 * 46elks, by its public documentation: https://46elks.se/docs/receive-call, /docs/call-actions,
 * /docs/voice-connect, /docs/voice-play. Of `timeout` for `connect` only public code of others was
 * found: without it the operator's own patience would hold.
 */
export const elks: Operator = {
  read(fields) {
    const call = fields.get("callid") ?? "";
    if (!/^[\w-]{6,100}$/.test(call)) return undefined;
    if (fields.get("direction") === "outgoing") return undefined;
    const outcome = outcomes.get(fields.get("result") ?? "");
    return outcome === undefined ? undefined : { call, outcome };
  },
  write(action) {
    if (action.kind === "play") return { play: action.url, skippable: false };
    if (action.kind === "hang-up") return { hangup: "reject" };
    const { numbers, shown, seconds, next, ended } = action;
    return {
      connect: numbers.join(","),
      callerid: shown,
      timeout: String(seconds),
      next,
      whenhangup: ended,
    };
  },
};

const outcomes: ReadonlyMap<string, CallEvent["outcome"]> = new Map([
  ["", null],
  ["success", "answered"],
  ["busy", "not-answered"],
  ["failed", "not-answered"],
]);
