import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { formatDate, formatTime } from "../../ui/languages.ts";
import type { ReadLetter } from "../../protocol/letters/index.ts";
import { inboxPaths as paths, type Sending } from "../contract.ts";
import { mailInboxMessages } from "../messages.mail.ts";
import { AnswerForm, NoteForm, RestOfFiles } from "./forms.browser.tsx";
import { MailAnswerNotice, MailLetter, SendingNotice } from "./mail.browser.tsx";
import { answerTo, inMails } from "./mail-run.ts";
import { TeamAttachment } from "./team-attachment.browser.tsx";
import type { InboxApp, OpenedMailbox } from "./inbox-app.browser.ts";
import { inboxWords } from "./purpose.browser.ts";
import { markRead } from "./writing.browser.ts";

export interface CorrespondenceProps {
  readonly app: InboxApp;
  readonly language: Language;
  readonly opened: OpenedMailbox;
}

/** One correspondence: letters in their order, whose turn it is, the answer, the team's notes. */
export function Correspondence(props: CorrespondenceProps): JSX.Element {
  const { app, language, opened } = props;
  const t = inboxWords({ app, language });
  const { read, view } = opened;
  const { Panel } = app.purpose;
  useEffect(() => void markRead(app), [view.id, read.letters.length]);
  const isUnreachable = read.letters.some(
    (one) => one.ok && one.header.author === "seeker" && one.code === "not-kept",
  );
  return (
    <>
      <button type="button" class="button button-quiet inbox-back" onClick={() => app.close()}>
        {t.back}
      </button>
      <h2 class="visually-hidden">{t.correspondence}</h2>
      {view.kind === "mail" && <p class="notice">{mailInboxMessages[language].mark}</p>}
      {view.kind === "plain" && <p class="notice">{t.plain}</p>}
      {Panel && <Panel {...props} />}
      <ol class="letters">
        {inMails(read.letters).map((one, at) =>
          "mail" in one ? (
            <MailLetter key={one.letter.hash.join()} {...props} one={one} />
          ) : (
            <One key={one.ok ? one.hash.join() : at} {...props} letter={one} />
          ),
        )}
      </ol>
      <SendingNotice sending={sendingNow(app, view)} language={language} />
      <RestOfFiles {...props} />
      {isUnreachable && <p class="notice">{t.notKept}</p>}
      <Answer {...props} />
      <Notes {...props} />
    </>
  );
}

/** For the team alone. */
function Notes(props: CorrespondenceProps): JSX.Element {
  const { language, opened } = props;
  const t = inboxWords(props);
  return (
    <section class="stack" aria-labelledby="inbox-notes">
      <h3 id="inbox-notes">{t.notes}</h3>
      <p class="hint">{t.notesHint}</p>
      {opened.notes.map((note) => (
        <div class="card" key={note.at}>
          <p class="small soft">
            {note.alias} {formatDate(note.at, language)} {formatTime(note.at, language)}
          </p>
          <p class="letter-text">{note.text}</p>
        </div>
      ))}
      <NoteForm {...props} />
    </section>
  );
}

/** The list is looked at every minute, what is open only when something is done with it. */
function sendingNow(app: InboxApp, { id, sending }: OpenedMailbox["view"]): Sending | null {
  const entry = app.inbox.value?.entries.find((one) => one.id === id);
  return entry ? entry.sending : sending;
}

function Answer(props: CorrespondenceProps): JSX.Element {
  const { language, opened } = props;
  const isMail = opened.view.kind === "mail";
  if (isMail && answerTo(opened.read.letters).to === "")
    return <p class="notice">{mailInboxMessages[language].noAnswer}</p>;
  const isMine = opened.view.claim?.mine === true;
  return (
    <>
      <Turn {...props} />
      {isMine && isMail && <MailAnswerNotice {...props} />}
      {isMine ? <AnswerForm {...props} /> : <p class="soft">{inboxWords(props).takeFirst}</p>}
    </>
  );
}

function One(props: CorrespondenceProps & { readonly letter: ReadLetter }): JSX.Element {
  const { app, letter, language, opened } = props;
  const t = inboxWords({ app, language });
  if (!letter.ok) {
    return (
      <li>
        <p class="notice">{t.broken(letter.code)}</p>
      </li>
    );
  }
  const isHers = letter.header.author === "seeker";
  const said = app.purpose.Said?.({ text: letter.text, language }) ?? null;
  const isSeen = opened.readBySeeker >= letter.header.number;
  return (
    <li class={isHers ? "letter" : "letter letter-hers"}>
      <p>
        <strong>{isHers ? t.hers : letter.alias || t.team}</strong>{" "}
        <span class="soft small">
          {formatDate(letter.at, language)} {formatTime(letter.at, language)}
        </span>
      </p>
      {said ?? (
        <p class="letter-text" dir="auto">
          {letter.text}
        </p>
      )}
      {letter.attachments.map((attachment, at) => (
        <TeamAttachment
          key={attachment.id.join()}
          {...props}
          attachment={attachment}
          number={at + 1}
        />
      ))}
      {!isHers && opened.view.kind !== "mail" && (
        <p class="soft small">{isSeen ? t.seen : t.unseen}</p>
      )}
    </li>
  );
}

/** Who answers; to take it, let it go, or give it to a colleague. */
function Turn({ app, language, opened }: CorrespondenceProps): JSX.Element {
  const t = inboxWords({ app, language });
  const { claim } = opened.view;
  const [to, setTo] = useState("");
  const own = app.staff.me.value?.member;
  const others = (app.inbox.value?.team ?? []).filter(({ id }) => id !== own);
  if (claim && !claim.mine) return <p class="notice">{t.claimedBy(claim.by.name)}</p>;
  if (!claim) {
    return (
      <button type="button" class="button button-lamp" onClick={() => void app.act(paths.claim)}>
        {t.claim}
      </button>
    );
  }
  return (
    <div class="row">
      <span class="pill">{t.claimedByMe}</span>
      <button type="button" class="button" onClick={() => void app.act(paths.release)}>
        {t.release}
      </button>
      {others.length > 0 && (
        <label class="row">
          <span>{t.handOver}</span>
          <select
            class="input"
            value={to}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          >
            <option value="">–</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {to !== "" && (
        <button type="button" class="button" onClick={() => void app.act(paths.handOver, { to })}>
          {t.handOverDo}
        </button>
      )}
    </div>
  );
}
