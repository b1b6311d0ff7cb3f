import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import { formatDate, formatTime, type Language } from "../../ui/languages.ts";
import type { InboxEntry } from "../contract.ts";
import { mailInboxMessages } from "../messages.mail.ts";
import { Correspondence } from "./correspondence.browser.tsx";
import { InboxApp } from "./inbox-app.browser.ts";
import { type DeskPurpose, type InboxPart, inboxWords, lettersInbox } from "./purpose.browser.ts";
import { sentenceFor } from "./words.ts";
import { saveDraft } from "./writing.browser.ts";

export interface InboxProps {
  readonly staff: Staff;
  readonly language: Language;
  /** Made once: it belongs to the inbox as long as the desk is open. */
  readonly purpose?: DeskPurpose;
}

const TEND_EVERY_MS = 60_000;
/** A colleague's desk shares the team's key within the minute; until then nothing can be read here. */
const TEND_WITHOUT_KEY_MS = 5000;
/** So often an older key is looked for: nobody may be left who holds it. */
const LOOKS_FOR_OLDER = 24;

/** A team's inbox: the list, and the one that is open beside it. */
export function InboxRoom({ staff, language, purpose = lettersInbox }: InboxProps): JSX.Element {
  const app = useMemo(() => new InboxApp(staff, purpose), [staff, purpose]);
  const isLocked = staff.locked.value !== null;
  useEffect(() => {
    if (isLocked) {
      void saveDraft(app).finally(() => app.forget());
      return undefined;
    }
    return tendAgainAndAgain(app);
  }, [isLocked, app]);
  const shown = useLookWhenShown(app, isLocked);
  const t = inboxWords({ app, language });
  const { List: Listed = List } = purpose;
  const opened = app.opened.value;
  const fault = app.fault.value;
  return (
    <section class={opened ? "inbox inbox-open" : "inbox"} aria-label={t.title} ref={shown}>
      <div class="inbox-list stack">
        <div class="row">
          <h1 class="desk-title">{t.title}</h1>
          <button type="button" class="button button-quiet" onClick={() => void app.tend()}>
            {t.look}
          </button>
        </div>
        <p class="soft">{t.lead}</p>
        <KeyNotice app={app} language={language} />
        <Listed app={app} language={language} />
      </div>
      <div class="inbox-letter stack">
        <div role="alert">
          {fault !== null && <p class="notice">{sentenceFor(fault, language)}</p>}
        </div>
        <div role="status">{app.said.value !== null && <p class="notice">{app.said.value}</p>}</div>
        {opened && <Correspondence app={app} language={language} opened={opened} />}
      </div>
    </section>
  );
}

function tendAgainAndAgain(app: InboxApp): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let looks = 0;
  const tend = async (): Promise<void> => {
    await app.tend().catch(() => undefined);
    looks += 1;
    const isSoon = app.lacksKey || (app.lacksOlderKey && looks < LOOKS_FOR_OLDER);
    if (!isOver) timer = setTimeout(tend, isSoon ? TEND_WITHOUT_KEY_MS : TEND_EVERY_MS);
  };
  void tend();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** The room is always there, mostly hidden: whoever comes to it sees what has come meanwhile. */
function useLookWhenShown(app: InboxApp, isLocked: boolean): { current: HTMLElement | null } {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!section.current || isLocked) return undefined;
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting && app.inbox.value !== null) void app.look();
    });
    watch.observe(section.current);
    return () => watch.disconnect();
  }, [isLocked, app]);
  return section;
}

/** Why letters cannot be taken, or she cannot read them; and that it mends itself, and how. */
function KeyNotice({ app, language }: InboxPart): JSX.Element | null {
  const t = inboxWords({ app, language });
  const ring = app.ring.value;
  if (!ring || app.inbox.value === null) return null;
  if (!ring.current) {
    return (
      <div class="notice stack">
        <strong>{t.noKey}</strong>
        <p>{t.noKeySays}</p>
      </div>
    );
  }
  if (!app.lacksKey) return null;
  return (
    <div class="notice stack">
      <strong>{t.noShare}</strong>
      <p>{t.noShareSays}</p>
    </div>
  );
}

export function List({ app, language }: InboxPart): JSX.Element {
  const t = inboxWords({ app, language });
  const inbox = app.inbox.value;
  if (!inbox) return <p class="soft">{t.loading}</p>;
  if (inbox.entries.length === 0) {
    return (
      <div class="card stack">
        <strong>{t.empty}</strong>
        <p class="soft">{t.emptySays}</p>
      </div>
    );
  }
  return (
    <ul class="inbox-entries" aria-label={t.list}>
      {inbox.entries.map((entry) => (
        <Entry key={entry.id} app={app} language={language} entry={entry} />
      ))}
    </ul>
  );
}

function Unsent({ dead, language }: { dead: boolean; language: Language }): JSX.Element {
  const t = mailInboxMessages[language];
  return <span class="small">{dead ? t.notSent : t.notSentYet}</span>;
}

export function Entry({
  app,
  language,
  entry,
}: InboxPart & { readonly entry: InboxEntry }): JSX.Element {
  const t = inboxWords({ app, language });
  const { waitingSince, claim } = entry;
  const isOpen = app.opened.value?.view.id === entry.id;
  const day = (date: string): string => formatDate(Date.parse(`${date}T12:00:00Z`), language);
  const since = waitingSince === null ? null : Date.parse(waitingSince);
  return (
    <li>
      <button
        type="button"
        class="inbox-entry"
        {...(isOpen ? { "aria-current": "true" as const } : {})}
        onClick={() => void app.open(entry)}
      >
        <strong>
          {since === null
            ? t.answered
            : t.waitingSince(`${formatDate(since, language)} ${formatTime(since, language)}`)}
        </strong>
        <span class="soft small">
          {t.count(entry.letters)} · {t.expires(day(entry.expiresOn))}
        </span>
        {entry.kind === "mail" && <span class="pill">{mailInboxMessages[language].pill}</span>}
        {entry.sending?.sent === false && <Unsent dead={entry.sending.dead} language={language} />}
        {claim && (
          <span class="pill">{claim.mine ? t.claimedByMe : t.claimedBy(claim.by.name)}</span>
        )}
        {entry.kind === "plain" && <span class="soft small">{t.plainShort}</span>}
        {entry.hasDraft && <span class="soft small">{t.hasDraft}</span>}
      </button>
    </li>
  );
}
