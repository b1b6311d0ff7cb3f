import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { KINDS, type MonthView, type ShiftDraft } from "../contract.ts";
import { calendarMessages } from "../messages.calendar.ts";
import { planMessages } from "../messages.plan.ts";
import { Choose, Input, Lines } from "./fields.browser.tsx";

/** A draft as it is typed: numbers and lists as text, so that half of a number is no fault yet. */
export interface Typed {
  readonly kind: ShiftDraft["kind"];
  readonly face: string;
  readonly title: string;
  readonly needed: string;
  readonly atLeast: string;
}

export const typed = (draft: ShiftDraft): Typed => ({
  ...{ kind: draft.kind, face: draft.face ?? "", title: draft.title },
  needed: String(draft.needed),
  atLeast: draft.atLeast
    .map((one) => one.replace(/^language:/, "språk ").replace(/^skill:/, ""))
    .map((one) => (one === "experienced" ? "van" : one === "coordinator" ? "samordnare" : one))
    .join("\n"),
});

const plain: Readonly<Record<string, string>> = {
  ...{ van: "experienced", experienced: "experienced" },
  ...{ samordnare: "coordinator", coordinator: "coordinator" },
};

export const draftOf = (
  { kind, face, title, needed, atLeast }: Typed,
  knowsFrom: (text: string) => string[],
): ShiftDraft => ({
  ...{ kind, title: title.trim(), face: face === "" ? null : face, needed: Number(needed) },
  atLeast: knowsFrom(atLeast).map((one) => plain[one.replace("skill:", "")] ?? one),
});

interface DraftProps {
  readonly language: Language;
  readonly view: MonthView;
  readonly value: Typed;
  readonly onValue: (value: Partial<Typed>) => void;
}

/** What a pattern and a single shift have in common. */
export function DraftFields({ language, view, value, onValue }: DraftProps): JSX.Element {
  const t = planMessages[language];
  const kinds = KINDS.map((kind) => [kind, calendarMessages[language][kind]] as const);
  const faces = view.faces.map(({ id, name }) => [id, name] as const);
  return (
    <>
      <Input
        type="text"
        label={t.title}
        maxLength={60}
        value={value.title}
        onValue={(title) => onValue({ title })}
      />
      <div class="calendar-fields">
        <Choose
          label={t.kind}
          value={value.kind}
          of={kinds}
          onValue={(kind) => onValue({ kind })}
        />
        <Choose
          label={t.face}
          value={value.face}
          of={[["", t.faceAll] as const, ...faces]}
          onValue={(face) => onValue({ face })}
        />
        <Input
          type="number"
          label={t.needed}
          min={1}
          max={100}
          value={value.needed}
          onValue={(needed) => onValue({ needed })}
        />
      </div>
      <Lines
        label={t.atLeast}
        hint={t.atLeastHint}
        value={value.atLeast}
        onValue={(atLeast) => onValue({ atLeast })}
      />
    </>
  );
}
