import type { Language } from "../ui/languages.ts";
import type { Duty } from "./duty.browser.ts";
import { faultText } from "./faults.ts";
import { messages } from "./messages.ts";

export interface DutyProps {
  readonly duty: Duty;
  readonly language: Language;
}

export function DutyFault({ duty, language }: DutyProps) {
  const code = duty.fault.value;
  return (
    <div role="alert" class="duty-fault">
      {code !== null && (
        <div class="notice notice-danger dismissable">
          <p>{faultText(code, language)}</p>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => void (duty.fault.value = null)}
          >
            {messages[language].close}
          </button>
        </div>
      )}
    </div>
  );
}
