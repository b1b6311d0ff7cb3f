import { browserEnvironment } from "../../platform/live/link-environment.browser.ts";
import { type Link, type LinkOptions, openLink } from "../../platform/live/link.browser.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import {
  createSession,
  createSuite,
  fromBase64url,
  makeTabKeys,
  type Session,
  type Suite,
  type TabKeys,
  type TrustBundle,
} from "../../protocol/index.ts";
import type { Door, Language, OpenAnswer, Proof } from "../contract.ts";
import { paths } from "../contract.ts";
import { type ApiCode, ask } from "./api.browser.ts";
import { beginTask, type EarlySocket, type Task } from "./early.browser.ts";

export interface Knock {
  readonly door: Door;
  readonly language: Language;
  /** From an earlier conversation of the same tab. */
  readonly pass: string | undefined;
  /** The small task, begun before; a fresh one is begun where it is missing or did not succeed. */
  readonly task: Task | undefined;
  /** How far it has come, 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly onState: LinkOptions["onState"];
  readonly socket: EarlySocket;
  readonly stopped: AbortSignal;
}

export interface Entered extends OpenAnswer {
  readonly link: Link;
}

type Entry<T> = Promise<Result<T, ApiCode>>;

/** The small task, then a place in the queue; the connection is made while the server answers. */
export async function askToEnter(knock: Knock): Entry<Entered> {
  const begun = knock.task && (await follow(knock, knock.task));
  const entered = await enter(knock, begun?.ok ? begun : await prove(knock));
  // On a slow phone the task may have grown too old on the way, or too easy: once more, with a fresh one.
  const stale = !entered.ok && entered.code.startsWith("proof-") && entered.code !== "proof-failed";
  return stale ? enter(knock, await prove(knock)) : entered;
}

async function prove(knock: Knock): Entry<Proof> {
  return knock.stopped.aborted ? fail("stopped") : follow(knock, beginTask(knock.pass));
}

function follow({ stopped, onProgress }: Knock, task: Task): Entry<Proof> {
  stopped.addEventListener("abort", () => task.stop());
  task.follow(onProgress);
  return task.proof;
}

async function enter(knock: Knock, proof: Result<Proof, ApiCode>): Entry<Entered> {
  const { door, language, onState, socket, stopped } = knock;
  if (!proof.ok) return proof;
  if (stopped.aborted) return fail("stopped");
  const asking = ask<OpenAnswer>(paths.open, { door, language, proof: proof.value });
  const token = async (): Promise<string> => {
    const answer = await asking;
    if (!answer.ok) throw new Error(answer.code);
    return answer.value.token;
  };
  const usual = browserEnvironment();
  const openSocket = (url: string) => socket.take() ?? usual.openSocket(url);
  const link = openLink({ token, onState, environment: { ...usual, openSocket } });
  const answer = await asking;
  if (answer.ok && !stopped.aborted) return ok({ ...answer.value, link });
  link.close();
  if (!answer.ok) return answer;
  void ask(paths.end, { token: answer.value.token });
  return fail("stopped");
}

export interface Tools {
  readonly suite: Suite;
  readonly keys: TabKeys;
}

/** Made while she reads, so that she waits for nothing when she comes in. */
export async function makeTools(): Promise<Tools> {
  const suite = await createSuite();
  return { suite, keys: await makeTabKeys(suite) };
}

/** A uuid's 16 bytes, as the protocol's objects name jours and faces. */
export const uuidBytes = (uuid: string): Uint8Array =>
  Uint8Array.from(uuid.replaceAll("-", "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Her side of it: what comes is checked for this jour and this face. */
export const sessionAt = (
  tools: Tools,
  conversation: string,
  jour: string,
  face: string,
  trust: () => TrustBundle,
): Promise<Session> =>
  createSession({
    ...tools,
    conversation: fromBase64url(conversation) ?? new Uint8Array(),
    self: { role: "seeker" },
    trust,
    jour: uuidBytes(jour),
    face: uuidBytes(face),
    now: Date.now,
  });
