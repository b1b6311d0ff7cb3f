// What she does with one of her conversations: the signed word to the others first, then the server.

import { type LetterStart, letterPaths } from "../../letters/index.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { type BlockAnswer, type ColleagueView, paths } from "../contract.ts";
import { offerMessages } from "../messages.offer.ts";
import type { DeskRoom } from "./desk-room.browser.ts";
import type { DeskTalk, Over } from "./desk-talk.browser.ts";

/** So long a signed word may take before the server is told anyway. */
const WORD_MS = 4_000;

export interface Asking {
  readonly colleague: ColleagueView;
  readonly handOver: boolean;
  readonly note: string;
}

export async function callColleague(
  room: DeskRoom,
  talk: DeskTalk,
  asking: Asking,
): Promise<boolean> {
  const { conversation } = talk.facts;
  const { handOver, note, colleague } = asking;
  const { duty, alias } = colleague;
  // Before the server knows: she may be in before its answer is here.
  talk.called({ duty, alias, handOver, note: note.trim() });
  const answer = await room.post(paths.call, { conversation, duty, handOver });
  if (!answer.ok) talk.calling.value = null;
  return told(room, answer);
}

/** That nothing is missing is said by her own signed word in the log, and by nothing else. */
export function end(room: DeskRoom, talk: DeskTalk): Promise<boolean> {
  // Where nobody ever was with her, nothing was said.
  const confirmed = !talk.together.value;
  const over: Over = { how: "ended", by: "me", confirmed };
  talk.intent = over;
  return close(room, talk, () => talk.signedEnd(), paths.endAsVolunteer, over);
}

/** A colleague stays; if she has gone meanwhile, the conversation goes back to the queue. */
export async function leave(room: DeskRoom, talk: DeskTalk): Promise<boolean> {
  const { conversation } = talk.facts;
  await soon(talk.talk.leave());
  talk.intent = { how: "left" };
  const answer = await room.post(paths.leaveAsVolunteer, { conversation });
  if (!answer.ok && answer.code === "last-one") return release(room, talk);
  if (answer.ok || isGone(answer)) talk.finish({ how: "left" });
  return told(room, answer);
}

export function release(room: DeskRoom, talk: DeskTalk): Promise<boolean> {
  return close(room, talk, () => talk.talk.leave(), paths.release, { how: "released" });
}

export async function block(room: DeskRoom, talk: DeskTalk): Promise<boolean> {
  const { conversation } = talk.facts;
  const answer = await room.post<BlockAnswer>(paths.block, { conversation });
  if (!answer.ok) return told(room, answer);
  if (answer.value.done) talk.finish({ how: "blocked" });
  else talk.blockAsked.value = true;
  return true;
}

/** In words that she gets a button with; the conversation goes on until she chooses. */
export async function offerLetters(room: DeskRoom, talk: DeskTalk): Promise<boolean> {
  const start = await room.post<LetterStart>(letterPaths.start, { team: "letters" });
  if (!start.ok) return told(room, start);
  if (start.value.teamKey === null) return told(room, fail("letters-closed"));
  const written = await talk.talk.write(offerMessages[talk.facts.language].offer);
  if (!written.ok) talk.talk.problem.value = written.code;
  return written.ok;
}

async function close(
  room: DeskRoom,
  talk: DeskTalk,
  word: () => Promise<unknown>,
  path: string,
  over: Over,
): Promise<boolean> {
  const { conversation } = talk.facts;
  await soon(word());
  talk.intent = over;
  const answer = await room.post(path, { conversation });
  // Gone already is what was asked for.
  const done = answer.ok || isGone(answer) ? ok() : answer;
  if (done.ok) talk.finish(over);
  else talk.intent = null;
  return told(room, done);
}

function told(room: DeskRoom, answer: Result<unknown>): boolean {
  if (!answer.ok) room.fault.value = answer.code;
  return answer.ok;
}

const isGone = (answer: Result<unknown>): boolean =>
  !answer.ok && (answer.code === "not-found" || answer.code === "gone");

function soon(work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((go) => setTimeout(go, WORD_MS))]);
}
