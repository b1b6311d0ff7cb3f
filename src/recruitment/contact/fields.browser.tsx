import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { protect } from "../../ui/no-trace.browser.ts";
import { applyMessages } from "../messages.contact.ts";
import type { Applying, Fault } from "./applying.browser.ts";

interface PartProps {
  readonly applying: Applying;
  readonly language: Language;
}

/** A name that she chooses, and, if she likes, a way to reach her. */
export function AboutHer({ applying, language }: PartProps): JSX.Element {
  const t = applyMessages[language];
  const has = (fault: Fault): boolean => applying.faults.includes(fault);
  return (
    <>
      <Line
        id="apply-name"
        label={t.name}
        hint={t.nameHint}
        value={applying.name.value}
        fault={has("no-name") ? t["no-name"] : undefined}
        onText={(text) => void (applying.name.value = text)}
      />
      <Line
        id="apply-reach"
        label={t.reach}
        hint={t.reachHint}
        value={applying.reach.value}
        fault={has("too-long") ? t["too-long"] : undefined}
        onText={(text) => void (applying.reach.value = text)}
      />
    </>
  );
}

/** What the jour asks of her: her own statements. */
export function Conditions({ applying, language }: PartProps): JSX.Element | null {
  const t = applyMessages[language];
  const conditions = applying.notice.value?.conditions ?? [];
  const isMissing = applying.faults.includes("not-stated");
  if (conditions.length === 0) return null;
  const tick = (id: string, isOn: boolean): void => {
    const others = applying.stated.value.filter((one) => one !== id);
    applying.stated.value = isOn ? [...others, id] : others;
  };
  return (
    <fieldset
      class="field"
      aria-describedby={`apply-conditions-hint${isMissing ? " apply-conditions-fault" : ""}`}
    >
      <legend class="label">{t.conditions}</legend>
      <p class="hint" id="apply-conditions-hint">
        {t.conditionsHint}
      </p>
      {conditions.map(({ id, text, required }) => (
        <label class="check" key={id}>
          <input
            type="checkbox"
            autocomplete="off"
            checked={applying.stated.value.includes(id)}
            onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
          />
          <span>
            {text[language] || text.sv}
            {!required && <span class="hint"> {t.optional}</span>}
          </span>
        </label>
      ))}
      {isMissing && (
        <p class="fault" id="apply-conditions-fault">
          {t["not-stated"]}
        </p>
      )}
    </fieldset>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onText: (text: string) => void;
}

/** Of type text on purpose: a field for names or mail is one that keyboards and browsers like to fill in. */
function Line({ id, label, hint, value, fault, onText }: LineProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => protect(field.current), []);
  const notes = fault === undefined ? `${id}-hint` : `${id}-hint ${id}-fault`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        {...{ id, value }}
        ref={field}
        class="input"
        type="text"
        autocomplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={notes}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
