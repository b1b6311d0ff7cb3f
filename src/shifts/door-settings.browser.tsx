import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { DoorPart } from "./doors-app.browser.ts";
import { doorMessages } from "./messages.doors.ts";

/** When the door opens without a plan, and how late the last one may come in. */
export function DoorSettings({ app, language, door }: DoorPart): JSX.Element {
  const t = doorMessages[language];
  const needed = useSignal(String(door.settings.needed));
  const lastEntry = useSignal(String(door.settings.lastEntryMinutes));
  const field = (label: string, value: { value: string }, min: number, max: number) => (
    <label class="field">
      <span class="label">{label}</span>
      <input
        type="number"
        class="input"
        autocomplete="off"
        min={min}
        max={max}
        value={value.value}
        onInput={({ currentTarget }) => (value.value = currentTarget.value)}
      />
    </label>
  );
  const save = (): void => void app.set(door.face, Number(needed.value), Number(lastEntry.value));
  return (
    <details>
      <summary class="doors-summary">
        {t.settings} <span class="visually-hidden">{door.name}</span>
      </summary>
      <div class="stack">
        {field(t.needed, needed, 1, 20)}
        {field(t.lastEntry, lastEntry, 0, 120)}
        <button type="button" class="button" onClick={save}>
          {t.save}
        </button>
      </div>
    </details>
  );
}
