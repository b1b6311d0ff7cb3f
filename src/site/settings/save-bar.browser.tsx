import type { Language } from "../../ui/languages.ts";
import { settingsMessages } from "../messages.settings.ts";
import { textsMessages } from "../messages.texts.ts";
import type { Editing, Notice } from "./editing.browser.ts";
import type { Conflict } from "./paths.ts";

interface BarProps<T> {
  readonly editing: Editing<T>;
  readonly language: Language;
}

/** Stands at the foot of the screen as long as something is not saved. */
export function SaveBar<T>({ editing, language }: BarProps<T>) {
  const say = settingsMessages[language];
  const busy = editing.busy.value;
  if (!editing.isChanged) return null;
  return (
    <div class="set-bar">
      <p>{say.unsaved}</p>
      <div class="row">
        <button
          type="button"
          class="button button-quiet"
          disabled={busy}
          onClick={() => editing.undo()}
        >
          {say.undo}
        </button>
        <button
          type="button"
          class="button button-lamp"
          disabled={busy}
          onClick={() => void editing.save()}
        >
          {busy ? say.saving : say.save}
        </button>
      </div>
    </div>
  );
}

/** How the last attempt to save went: what happened, what was kept, what to do. */
export function SaveNotice<T>({ editing, language }: BarProps<T>) {
  const notice = editing.notice.value;
  return (
    <div role={notice?.kind === "saved" ? "status" : "alert"} class="set-notice">
      {notice && <Told notice={notice} language={language} />}
    </div>
  );
}

function Told({ notice, language }: { readonly notice: Notice; readonly language: Language }) {
  const say = settingsMessages[language];
  if (notice.kind === "saved") return <p class="notice notice-open">{say.saved}</p>;
  if (notice.kind === "refused") {
    const fields = notice.code === "bad-input" || notice.at.length > 0;
    const offline = notice.code === "offline";
    const text = fields ? say.refusedFields : offline ? say.refusedOffline : say.refusedOther;
    return <p class="notice notice-danger">{text}</p>;
  }
  if (notice.conflicts.length === 0) return <p class="notice">{say.mergedCalm}</p>;
  return (
    <div class="notice">
      <p>{say.mergedConflict}</p>
      <ul>
        {notice.conflicts.map((conflict) => (
          <li>
            <strong>{placeName(conflict, language)}:</strong>{" "}
            <span class="set-theirs">{inWords(conflict.theirs) || say.conflictEmpty}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "doors.young.lead.sv" → "Dörrar, Första meningen": as near as the labels of the form can say it. */
function placeName({ path }: Conflict, language: Language): string {
  const labels: Readonly<Record<string, unknown>> = {
    ...textsMessages[language],
    ...settingsMessages[language],
  };
  const known = path.split(".").flatMap((step) => {
    const label = labels[step];
    return typeof label === "string" ? [label] : [];
  });
  return known.length > 0 ? [...new Set(known)].join(", ") : path;
}

/** What stood there, without the braces of the machine. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  const { from, until } = value as { from?: unknown; until?: unknown };
  if (typeof from === "string" && typeof until === "string") return `${from}–${until}`;
  return Object.values(value)
    .map(inWords)
    .filter((part) => part !== "")
    .join("; ");
}
