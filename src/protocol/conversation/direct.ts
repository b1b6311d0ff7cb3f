import { equal, fromUtf8, hex, utf8 } from "../bytes.ts";
import { open, seal } from "../hpke.ts";
import { LABEL, labelled } from "../labels.ts";
import { demand, refuse } from "../refusal.ts";
import { openInside, signInside } from "./inside.ts";
import { direct, directContent, directContext, SIZE, transcript } from "./objects.ts";
import type { Line, Member } from "./objects.ts";
import { active, aliasOf, isSelf, missing, name, present, step } from "./state.ts";
import type { State } from "./state.ts";
import type { SessionEvent, Step } from "./types.ts";

interface Letter {
  kind: "transcript" | "note";
  part: number;
  parts: number;
  body: Uint8Array;
}

async function sealTo(
  state: State,
  { tab: to, seal: key }: Member,
  letter: Letter,
): Promise<Uint8Array> {
  const { suite, conversation } = state.options;
  const from = state.self.tab;
  const id = suite.random(16);
  const context = directContext.encode({ conversation, from, to, id });
  const inside = await signInside(
    suite,
    LABEL.direct,
    state.signSeed,
    context,
    directContent.encode(letter),
  );
  const sealed = await seal(suite, key, labelled(LABEL.direct, context), new Uint8Array(0), inside);
  return direct.encode({ from, to, id, sealed });
}

/** From one volunteer to another; the seeker cannot read it. */
export async function writeNote(state: State, tab: Uint8Array, text: string): Promise<Step> {
  active(state);
  const to = present(state, tab);
  demand(state.self.role === "volunteer" && to.role === "volunteer", "wrong-role");
  const body = utf8(text);
  demand(body.length > 0, "text-empty");
  demand(body.length <= SIZE.note, "text-too-long");
  return step([], [await sealTo(state, to, { kind: "note", part: 1, parts: 1, body })]);
}

/**
 * The seeker's tab tells newcomers what was said so far, from its memory, in parts that fit a frame. Also where
 * nothing was said: a newcomer who hears the seeker without it knows that it was kept from her.
 */
export async function sealTranscript(state: State, added: Member[]): Promise<Step> {
  if (state.self.role !== "seeker" || state.epoch?.number === 0) return step();
  const to = added.filter(({ role }) => role === "volunteer");
  const parts = split(state.lines);
  const send: Uint8Array[] = [];
  for (const member of to) {
    for (const [at, body] of parts.entries()) {
      send.push(
        await sealTo(state, member, {
          kind: "transcript",
          part: at + 1,
          parts: parts.length,
          body,
        }),
      );
    }
  }
  return step([], send);
}

function split(lines: Line[]): Uint8Array[] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    const group = groups.at(-1) ?? [];
    if (transcript.encode([...group, line]).length > SIZE.transcript) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => transcript.encode(group));
}

export async function hearDirect(state: State, bytes: Uint8Array, seq: number): Promise<Step> {
  const { from, to, id, sealed } = direct.decode(bytes);
  if (!isSelf(state, to)) return step();
  active(state);
  const sender = present(state, from);
  demand(!state.directSeen.has(name(id)), "replayed");
  const { suite, conversation } = state.options;
  const context = directContext.encode({ conversation, from, to, id });
  const inside = await open(
    suite,
    state.sealSeed,
    labelled(LABEL.direct, context),
    new Uint8Array(0),
    sealed,
  );
  const letter = directContent.decode(
    await openInside(suite, LABEL.direct, sender.key, context, inside),
  );
  state.directSeen.add(name(id));
  return step(
    letter.kind === "note"
      ? readNote(state, sender, letter)
      : readTranscript(state, sender, letter, seq),
  );
}

/** It comes before all else that the seeker's tab sends: with her next word it is complete, or something is missing. */
export function checkTranscript(state: State, { role, tab }: Member): Step {
  const { due, told, parts } = state.transcript;
  if (role !== "seeker" || !due) return step();
  state.transcript.due = false;
  return step([missing(state, tab, told + 1, Math.max(told + 1, parts))]);
}

/** What is told again lies before the telling, in the order of the log. */
const isPast = (lines: Line[], seq: number): boolean =>
  lines.every((line, at) => line.seq < (lines[at + 1]?.seq ?? seq));

function readNote(state: State, { role, tab }: Member, { body }: Letter): SessionEvent[] {
  demand(role === "volunteer", "wrong-role");
  return [{ type: "note", tab, alias: aliasOf(state, tab), text: noteText(body) }];
}

function noteText(body: Uint8Array): string {
  demand(body.length <= SIZE.note, "malformed");
  try {
    return fromUtf8(body);
  } catch {
    return refuse("malformed");
  }
}

function readTranscript(
  state: State,
  { role, tab }: Member,
  { part, parts, body }: Letter,
  seq: number,
): SessionEvent[] {
  demand(role === "seeker", "wrong-role");
  const lines = transcript.decode(body);
  const { told, parts: all } = state.transcript;
  const expected = told + 1;
  demand(part >= expected, "replayed");
  demand(part <= parts && (told === 0 || parts === all), "malformed");
  demand(isPast(lines, seq), "malformed");
  state.transcript = { due: part < parts, told: part, parts };
  const gap = part > expected ? [missing(state, tab, expected, part - 1)] : [];
  return [
    ...gap,
    ...lines.map(({ id, key, ...line }): SessionEvent => ({
      type: "message",
      ...line,
      id: hex(id),
      mine: equal(key, state.self.key),
      replayed: true,
    })),
  ];
}
