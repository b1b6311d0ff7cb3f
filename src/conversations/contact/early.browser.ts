// The page's first script, a small file of its own: what can be asked for while the rest is on its way.
// Nothing of her goes out with it: every visitor's page asks the same.

import { fail, type Result } from "../../platform/result.ts";
import type { FaceView } from "../../site/index.ts";
import {
  type ChallengeAnswer,
  type ContactStatus,
  type Language,
  paths,
  type Proof,
} from "../contract.ts";
import { type ApiCode, ask } from "./api.browser.ts";
import { solve } from "./proof.browser.ts";

export const query = new URLSearchParams(globalThis.location?.search);
export const language: Language = query.get("lang") === "en" ? "en" : "sv";

/** The small task, under way. */
export interface Task {
  readonly proof: Promise<Result<Proof, ApiCode>>;
  /** Told how far it has come, 0 to 1. */
  follow(tell: (part: number) => void): void;
  stop(): void;
}

/** `pass` is of an earlier conversation of the same tab. */
export function beginTask(pass?: string): Task {
  const stopped = new AbortController();
  let done = 0;
  let tell = (_part: number): void => undefined;
  const asked = ask<ChallengeAnswer>(paths.challenge, pass ? { pass } : {});
  return {
    proof: solve(asked, (part) => tell((done = part)), stopped.signal).catch(() =>
      fail("proof-failed"),
    ),
    follow(next) {
      tell = next;
      tell(done);
    },
    stop: () => stopped.abort(),
  };
}

/** The live connection, opened ahead: the server gives it ten seconds until somebody says who she is. */
export interface EarlySocket {
  /** Unless one is there. */
  open(): void;
  take(): WebSocket | undefined;
}

// No class, here and above: what their private parts are built into would have to be fetched first.
function earlySocket(): EarlySocket {
  let socket: WebSocket | undefined;
  const take = (): WebSocket | undefined => {
    const taken = socket;
    socket = undefined;
    return taken && taken.readyState <= WebSocket.OPEN ? taken : undefined;
  };
  const open = (): void => {
    socket = take();
    try {
      socket ??= new WebSocket(new URL(paths.live, location.href.replace(/^http/, "ws")));
    } catch {
      // Where the browser allows none, the link finds out for itself.
    }
  };
  open();
  return { open, take };
}

export interface First {
  readonly face: Promise<Result<FaceView, ApiCode>>;
  readonly status: Promise<Result<ContactStatus, ApiCode>>;
  /** Begun while she reads: by the time she asks to come in, it is mostly done. */
  readonly task: Task;
  readonly socket: EarlySocket;
  stop(): void;
}

function begin(): First {
  const task = beginTask();
  const socket = earlySocket();
  const stop = (): void => {
    task.stop();
    socket.take()?.close();
  };
  const status = ask<ContactStatus>(paths.status);
  void stopWhereClosed(status, stop);
  return { face: ask(`/contact/api/face?lang=${language}`), status, task, socket, stop };
}

/** Where nobody is there, no work is done for nothing. */
async function stopWhereClosed(status: First["status"], stop: () => void): Promise<void> {
  const known = await status;
  if (!known.ok || !known.value.open) stop();
}

let begun: First | undefined;

/** What was asked for first; asked now if nothing was. */
export const first = (): First => (begun ??= begin());

// Where it stands in the page as a script; the desk's bundle knows this file too, and must ask nothing.
if (globalThis.document?.querySelector("script[data-first]")) first();
