import type { Language } from "../../ui/languages.ts";
import { CopiedLink } from "../invite-card.browser.tsx";
import type { MadeInvitation } from "../members.browser.ts";
import { dateTime } from "../months.ts";
import { StepTitle } from "../parts.browser.tsx";
import { messages } from "./messages.founding.ts";

interface Props {
  readonly language: Language;
  readonly name: string;
  readonly link: MadeInvitation;
  readonly onDone: () => void;
}

/** The only place where the link ever stands. */
export function FoundingLink({ language, name, link, onDone }: Props) {
  const t = messages[language];
  return (
    <section class="card stack" aria-label={t.linkTitle(name)}>
      <StepTitle level={2}>{t.linkTitle(name)}</StepTitle>
      <p class="soft">{t.linkLead}</p>
      <p>{t.until(dateTime(link.expiresAt, language))}</p>
      <CopiedLink words={t} url={link.url} onDone={onDone} />
    </section>
  );
}
