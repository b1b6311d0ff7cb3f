import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Language } from "../../../ui/languages.ts";
import { dutyMessages } from "../messages.duty.ts";
import { faultText, type PhoneDesk, useKnown } from "./phone-desk.browser.ts";

interface GoingOnProps {
  readonly phone: PhoneDesk;
  readonly language: Language;
  readonly faces: readonly string[];
}

/** In the form with which she goes on duty: whether she takes the telephone too. */
export function PhoneFields({ phone, language, faces }: GoingOnProps) {
  useKnown(phone);
  const t = dutyMessages[language];
  const takes = useSignal(false);
  const fault = phone.fault.value;
  if (!faces.some((face) => phone.isConnected(face))) return null;
  return (
    <div class="phone-going-on stack">
      <label class="check">
        <input
          type="checkbox"
          name="takes-phone"
          checked={takes.value}
          onChange={(event) => void (takes.value = event.currentTarget.checked)}
        />
        <span>{t.also}</span>
      </label>
      {takes.value && <NumberField language={language} />}
      <div role="alert">{fault !== null && <p class="fault">{faultText(fault, language)}</p>}</div>
    </div>
  );
}

export function NumberField({ language }: { readonly language: Language }) {
  const t = dutyMessages[language];
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t.number}</label>
      <input
        id={id}
        type="tel"
        name="phone-number"
        maxLength={30}
        autocomplete="off"
        spellcheck={false}
        required
        aria-describedby={`${id}-hint`}
      />
      <p class="hint" id={`${id}-hint`}>
        {t.numberHint}
      </p>
    </div>
  );
}

/** False when what she has filled in cannot be: then she does not go on duty yet, and is told why. */
export function isReady(phone: PhoneDesk, form: FormData): boolean {
  if (form.get("takes-phone") === null) return true;
  const face = form.get("face");
  if (face !== null && !phone.isConnected(String(face))) {
    phone.fault.value = "line-missing";
    return false;
  }
  return phone.isNumber(String(form.get("phone-number") ?? ""));
}

export async function takeToo(phone: PhoneDesk, form: FormData): Promise<void> {
  if (form.get("takes-phone") !== null) await phone.take(String(form.get("phone-number") ?? ""));
}
