import type { Language } from "../ui/languages.ts";
import type { Duty } from "./duty.browser.ts";
import { faultText } from "./faults.ts";

export interface DutyProps {
  readonly duty: Duty;
  readonly language: Language;
}

export function DutyFault({ duty, language }: DutyProps) {
  const code = duty.fault.value;
  return (
    <div role="alert" class="duty-fault">
      {code !== null && <p class="notice notice-danger">{faultText(code, language)}</p>}
    </div>
  );
}
