import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { ColleagueView } from "../contract.ts";
import { protect } from "../../ui/no-trace.browser.ts";
import { callColleague, leave } from "./acts.browser.ts";
import type { Calling, DeskTalk } from "./desk-talk.browser.ts";
import { useScreen } from "./screen.browser.ts";
import { useWords, type Words } from "./words.browser.ts";

/** Which colleague, and what only she is told. */
export function CallForm({ talk, handOver }: { talk: DeskTalk; handOver: boolean }): JSX.Element {
  const { s, t } = useWords();
  const { room, step } = useScreen();
  const title = useRef<HTMLHeadingElement>(null);
  const chosen = useSignal<string | null>(null);
  const note = talk.noteDraft;
  useEffect(() => title.current?.focus(), []);
  const able = room.colleagues.value.filter(({ face }) => face === talk.facts.face);
  const free = able.filter(({ load, limit }) => load < limit);
  const colleague =
    free.find(({ duty }) => duty === chosen.value) ?? (free.length === 1 ? free[0] : undefined);
  const close = (): void => void (step.value = null);
  const ask = (): void => {
    if (!colleague) return;
    close();
    void callColleague(room, talk, { colleague, handOver, note: note.value });
  };
  return (
    <section class="room-step stack" aria-labelledby="room-step-title">
      <div>
        <h3 id="room-step-title" ref={title} tabIndex={-1}>
          {handOver ? s.handTitle : s.callTitle}
        </h3>
        <p class="hint">{handOver ? s.handLead : s.callLead}</p>
      </div>
      {able.length === 0 && <Nobody />}
      {able.length > 0 && <Whom able={able} colleague={colleague} chosen={chosen} />}
      {able.length > 0 && <NoteField note={note} />}
      <div class="row">
        {able.length > 0 && (
          <button type="button" class="button button-lamp" disabled={!colleague} onClick={ask}>
            {s.ask}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={close}>
          {t.cancel}
        </button>
      </div>
    </section>
  );
}

function Nobody() {
  const { s } = useWords();
  return (
    <p class="notice">
      <strong>{s.nobodyFree}</strong> {s.nobodyHint}
    </p>
  );
}

interface WhomProps {
  readonly able: readonly ColleagueView[];
  readonly colleague: ColleagueView | undefined;
  readonly chosen: { value: string | null };
}

function Whom({ able, colleague, chosen }: WhomProps) {
  const { s, t } = useWords();
  return (
    <fieldset>
      <legend class="label">{s.whom}</legend>
      {able.map(({ duty, alias, load, limit }) => (
        <label class="check" key={duty}>
          <input
            type="radio"
            name="room-whom"
            checked={duty === colleague?.duty}
            disabled={load >= limit}
            onChange={() => void (chosen.value = duty)}
          />
          <span>
            {alias}{" "}
            <span class="hint">
              {load >= limit ? s.atLimit : load === 0 ? t.free : t.load(load, limit)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function NoteField({ note }: { note: { value: string } }) {
  const { s } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => protect(field.current), []);
  return (
    <div class="field">
      <label for="room-note">{s.note}</label>
      <textarea
        id="room-note"
        ref={field}
        rows={2}
        dir="auto"
        maxLength={2000}
        aria-describedby="room-note-hint"
        value={note.value}
        onInput={({ currentTarget }) => void (note.value = currentTarget.value)}
      />
      <p class="hint" id="room-note-hint">
        {s.noteHint}
      </p>
    </div>
  );
}

/** Asked, on her way, in, or not able: what now. */
export function CallState({ talk, calling }: { talk: DeskTalk; calling: Calling }): JSX.Element {
  const words = useWords();
  const { s } = words;
  const { room, step } = useScreen();
  const { state, alias, handOver } = calling;
  const done = (): void => void (talk.calling.value = null);
  const again = (): void => {
    done();
    step.value = handOver ? "hand-over" : "call";
  };
  const isIn = state === "joined" || state === "joined-without-note";
  const isKnocking = talk.talk.joining.value.some((one) => one.alias === alias);
  const [title, hint] = callText(calling, isKnocking, words);
  return (
    <div class="room-step row" role="status">
      <p>
        <strong>{title}</strong> {hint}
        {state === "joined-without-note" && ` ${s.noteLost}`}
      </p>
      {isIn && handOver && (
        <button type="button" class="button" onClick={() => void leave(room, talk)}>
          {s.leave}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={isIn ? done : again}>
        {isIn ? s.done : s.askAnother}
      </button>
    </div>
  );
}

function callText(
  { state, alias, handOver }: Calling,
  isKnocking: boolean,
  { s }: Words,
): [title: string, hint: string] {
  if (state === "declined") return [s.declinedState(alias), ""];
  if (state !== "called") return [s.joinedState(alias), handOver ? s.joinedHand : s.joinedCall];
  if (isKnocking) return [s.knockingState(alias), s.knockingHint];
  return [s.calledState(alias), s.calledHint];
}
