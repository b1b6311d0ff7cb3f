import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { LineField } from "../../ui/line-field.browser.tsx";
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
      <LineField
        id="apply-name"
        label={t.name}
        hint={t.nameHint}
        value={applying.name.value}
        fault={has("no-name") ? t["no-name"] : undefined}
        onText={(text) => void (applying.name.value = text)}
      />
      <LineField
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
