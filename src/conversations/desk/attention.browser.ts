import { effect } from "@preact/signals";
import type { Bell } from "./bell.browser.ts";
import type { DeskRoom } from "./desk-room.browser.ts";
import type { DeskTalk } from "./desk-talk.browser.ts";

/** Rings once for each who waits, each call, each question, and each message that nobody has looked at. */
export function callAttention(room: DeskRoom, bell: Bell): () => void {
  let known: ReadonlySet<string> = new Set();
  const ring = effect(() => {
    const now = new Set(newsOf(room));
    const isNew = [...now].some((one) => !known.has(one));
    known = now;
    if (isNew) bell.ring();
  });
  const mark = effect(() => {
    const unread = room.talks.value.some((talk) => talk.unread.value > 0);
    const { waiting, blocks } = room.room.value;
    const asked = waiting.length + blocks.length + room.calls.value.length;
    bell.mark(unread || asked > 0);
  });
  return () => {
    ring();
    mark();
  };
}

function newsOf(room: DeskRoom): string[] {
  const { waiting, blocks } = room.room.value;
  return [
    ...waiting.map(({ conversation }) => `waits ${conversation}`),
    ...room.calls.value.map(({ conversation }) => `calls ${conversation}`),
    ...blocks.map(({ conversation }) => `block ${conversation}`),
    ...room.talks.value.flatMap((talk) => unseen(room, talk)),
  ];
}

/** A message in the conversation before her eyes needs no bell. */
function unseen(room: DeskRoom, { facts, unread }: DeskTalk): string[] {
  const looksAt = room.current.value === facts.conversation && !document.hidden;
  if (unread.value === 0 || looksAt) return [];
  return [`unread ${facts.conversation} ${unread.value}`];
}
