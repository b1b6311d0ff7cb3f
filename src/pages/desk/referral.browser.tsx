import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import type { PageSettings, Referral } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { Field } from "./parts.browser.tsx";

interface FieldsProps {
  readonly language: Language;
  readonly settings: PageSettings;
  readonly onChange: (change: Partial<PageSettings>) => void;
}

const blank: Referral = { body: "", document: "", url: null };

/** Who asked, about what, and where that can be read: it stands above the answer. */
export function ReferralFields({ language, settings, onChange }: FieldsProps): JSX.Element {
  const t = deskMessages[language];
  const referral = settings.referral ?? blank;
  const change = (one: Partial<Referral>): void => onChange({ referral: { ...referral, ...one } });
  return (
    <>
      <Field
        label={t.referralBody}
        hint={t.referralBodyHint}
        value={referral.body}
        onValue={(body) => change({ body })}
        maxLength={160}
      />
      <Field
        label={t.referralDocument}
        hint={t.referralDocumentHint}
        value={referral.document}
        onValue={(document) => change({ document })}
        maxLength={240}
      />
      <Field
        label={t.referralUrl}
        value={referral.url ?? ""}
        onValue={(url) => change({ url: url.trim() === "" ? null : url.trim() })}
        maxLength={300}
      />
    </>
  );
}
