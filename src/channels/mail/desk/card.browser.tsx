import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Staff } from "../../../people/index.browser.ts";
import { formatDate, formatTime, type Language } from "../../../ui/languages.ts";
import { type MailState, mailPaths } from "../contract.ts";
import { mailMessages, troubleInWords } from "../messages.ts";

interface CardProps {
  readonly staff: Staff;
  readonly language: Language;
}

/** For coordinators: whether ordinary mail is on, when it was fetched, and what is wrong with it. */
export function MailCard({ staff, language }: CardProps): JSX.Element {
  const t = mailMessages[language];
  const found = useSignal<MailState | "loading" | "failed">("loading");
  const look = async (): Promise<void> => {
    found.value = "loading";
    const state = await staff.api.post<MailState>(mailPaths.state, {});
    found.value = state.ok ? state.value : "failed";
  };
  useEffect(() => void look(), [staff]);
  const now = found.value;
  return (
    <section class="set-page stack" aria-labelledby="mail-title">
      <h2 id="mail-title">{t.title}</h2>
      {now === "loading" && <p role="status">{t.loading}</p>}
      {now === "failed" && <p role="alert">{t.failed}</p>}
      {typeof now !== "string" &&
        (now.mail ? <Known mail={now.mail} language={language} /> : <p class="soft">{t.off}</p>)}
      <div>
        <button type="button" class="button" onClick={() => void look()}>
          {t.again}
        </button>
      </div>
    </section>
  );
}

interface KnownProps {
  readonly mail: NonNullable<MailState["mail"]>;
  readonly language: Language;
}

function Known({ mail, language }: KnownProps): JSX.Element {
  const t = mailMessages[language];
  const at = mail.fetchedAt === null ? null : Date.parse(mail.fetchedAt);
  const when = at === null ? "" : `${formatDate(at, language)} ${formatTime(at, language)}`;
  const fetchedWords = at === null ? t.neverFetched : t.fetchedAt(when);
  return (
    <>
      <p>{t.on(mail.addresses.join(", "))}</p>
      <p class="soft">{mail.isFetched ? fetchedWords : t.handedOver}</p>
      {mail.fault !== null && (
        <p class="notice notice-danger">{troubleInWords(mail.fault, language)}</p>
      )}
      {mail.leftBehind > 0 && <p class="notice">{t.leftBehind(mail.leftBehind)}</p>}
      {mail.waiting > 0 && <p>{t.waiting(mail.waiting)}</p>}
      {mail.sendingFault !== null && (
        <p class="notice notice-danger">{troubleInWords(mail.sendingFault, language)}</p>
      )}
      {mail.givenUp > 0 && <p class="notice">{t.givenUp(mail.givenUp)}</p>}
    </>
  );
}
