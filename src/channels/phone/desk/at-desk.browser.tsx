import type { ComponentChildren } from "preact";
import type { Language } from "../../../ui/languages.ts";
import { PhoneCorner } from "./corner.browser.tsx";
import { isReady, PhoneFields, takeToo } from "./going-on.browser.tsx";
import { type DeskApi, phoneDeskOf } from "./phone-desk.browser.ts";

/** What the telephone adds to a shift: to the form with which it begins, and to its screen. */
export interface PhoneAtDesk {
  fields(faces: readonly string[]): ComponentChildren;
  isReady(form: FormData): boolean;
  started(form: FormData): Promise<void>;
  corner(face: string): ComponentChildren;
}

export function phoneAtDesk(api: DeskApi, language: Language): PhoneAtDesk {
  const phone = phoneDeskOf(api);
  return {
    fields: (faces) => <PhoneFields phone={phone} language={language} faces={faces} />,
    isReady: (form) => isReady(phone, form),
    started: (form) => takeToo(phone, form),
    corner: (face) => <PhoneCorner phone={phone} language={language} face={face} />,
  };
}
