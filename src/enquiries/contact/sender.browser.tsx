import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { LineField } from "../../ui/line-field.browser.tsx";
import { type Asking, NEEDS } from "../contract.ts";
import { enquiryMessages } from "../messages.ts";
import type { FilledFaults, FilledIn } from "../settle.ts";

interface AboutProps {
  readonly language: Language;
  readonly kind: Asking["kind"];
  readonly filled: FilledIn;
  readonly faults: FilledFaults;
  readonly change: (more: Partial<FilledIn>) => void;
}

/** Who writes; also beside the editor, where nothing of it is kept. */
export function AboutSender({ language, kind, filled, faults, change }: AboutProps): JSX.Element {
  const t = enquiryMessages[language];
  const needs = NEEDS[kind];
  const { name, reach } = filled;
  return (
    <>
      <LineField
        id="enquiry-name"
        label={t.name}
        hint={needs.name ? t.nameHint : `${t.nameHint} ${t.optional}`}
        value={name}
        fault={faults.name ? t[faults.name === "missing" ? "missing-name" : "too-long"] : undefined}
        onText={(text) => change({ name: text })}
      />
      <LineField
        id="enquiry-reach"
        label={t.reach}
        hint={needs.reach ? t.reachHint : `${t.reachHint} ${t.reachFree}`}
        value={reach}
        fault={
          faults.reach ? t[faults.reach === "missing" ? "missing-reach" : "too-long"] : undefined
        }
        onText={(text) => change({ reach: text })}
      />
    </>
  );
}
