import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { supporterMessages } from "../messages.supporters.ts";
import { ReminderCard } from "../reminders/card.browser.tsx";
import { OwnAsksApp } from "./own-app.browser.ts";
import { AskCard, EndingCard } from "./reply.browser.tsx";
import { WillingCard } from "./willing.browser.tsx";

interface PageProps {
  readonly staff: Staff;
  readonly language: Language;
}

const HOLDS = ["pledge-unsigned", "extract-missing", "extract-lapsed", "on-leave"] as const;

/** On her own page: what she is asked, what she is willing to, and how she is told. */
export function AccompanyPage({ staff, language }: PageProps): JSX.Element {
  const app = useMemo(() => new OwnAsksApp(staff), [staff]);
  const isLocked = staff.locked.value !== null;
  useEffect(() => void app.look(), [isLocked, app]);
  const t = supporterMessages[language];
  const known = app.known.value;
  const hold = HOLDS.find((one) => one === known?.hold);
  const said = app.said.value;
  return (
    <section class="desk-page stack" aria-labelledby="accompany-title">
      <h1 class="desk-title" id="accompany-title">
        {t.ownTitle}
      </h1>
      <p class="soft">{t.ownLead}</p>
      <div role="status">
        {said !== null && (
          <p class="notice">{typeof said === "string" ? t[said] : t.failed(said.code)}</p>
        )}
      </div>
      <div role="alert">
        {app.fault.value !== null && <p class="notice">{t.notRead(app.fault.value)}</p>}
      </div>
      {hold && <p class="notice">{t[hold]}</p>}
      {known?.endings.map((ending) => (
        <EndingCard key={ending.id} {...{ app, ending, language }} />
      ))}
      {known?.opened.map((ask) => (
        <AskCard key={ask.mailbox} {...{ app, ask, language }} />
      ))}
      {known && (
        <WillingCard
          key={JSON.stringify(known.willing)}
          mine={known.willing}
          language={language}
          onOffer={(willing) => void app.offer(willing)}
        />
      )}
      <ReminderCard staff={staff} language={language} />
    </section>
  );
}
