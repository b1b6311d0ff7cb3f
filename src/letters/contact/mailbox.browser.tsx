import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatDate, formatTime } from "../../ui/languages.ts";
import type { ReadLetter } from "../../protocol/letters/index.ts";
import { Attached } from "./attached.browser.tsx";
import {
  Button,
  Failure,
  type LetterScreen,
  Progress,
  say,
  Title,
  Writing,
} from "./parts.browser.tsx";
import type { Opened } from "./post.browser.ts";
import { answerTime, Files } from "./write.browser.tsx";

interface MailboxProps extends LetterScreen {
  readonly opened: Opened;
}

/** All letters, the newest last, then the field to write on. */
export function Mailbox(props: MailboxProps): JSX.Element {
  const { app, language, opened } = props;
  const t = say(props);
  const { letters } = opened.read;
  const { Panel } = app.purpose.value;
  const isAnswered = letters.some((one) => one.ok && one.header.author === "team");
  const until = formatDate(Date.parse(`${opened.expiresOn}T12:00:00Z`), language);
  return (
    <>
      <Title>{t.mailboxTitle}</Title>
      {Panel && <Panel {...props} />}
      <ol class="letters">
        {letters.map((one, at) => (
          <One key={one.ok ? one.hash.join() : at} {...props} letter={one} />
        ))}
      </ol>
      {!isAnswered && (
        <p class="notice">
          {t.noAnswer} {answerTime(props)}
        </p>
      )}
      <Button onPress={() => void app.look()}>{t.look}</Button>
      <Reply {...props} />
      <p class="soft">{t.expires(until)}</p>
      <Erase {...props} />
    </>
  );
}

function Reply(props: MailboxProps): JSX.Element {
  const { app } = props;
  const t = say(props);
  const isEmpty = app.draft.value.trim() === "" && app.files.value.length === 0;
  return (
    <section class="stack">
      <h2>{t.reply}</h2>
      <Writing
        id="reply"
        label={t.field}
        hint={t.fieldHint}
        rows={6}
        value={app.draft.value}
        onText={(text) => void (app.draft.value = text)}
      />
      <Files {...props} />
      <Failure {...props} />
      {app.progress.value !== null && <Progress value={app.progress.value} label={t.progress} />}
      <Button
        kind="lamp"
        disabled={app.progress.value !== null || isEmpty}
        onPress={() => void app.sendNext()}
      >
        {t.replySend}
      </Button>
    </section>
  );
}

function One(props: MailboxProps & { readonly letter: ReadLetter }): JSX.Element {
  const { letter, language, opened } = props;
  const t = say(props);
  if (!letter.ok) {
    return (
      <li>
        <p class="notice">{t.broken}</p>
      </li>
    );
  }
  const isHers = letter.header.author === "seeker";
  const said = props.app.purpose.value.Said?.({ text: letter.text, language }) ?? null;
  const isRead = opened.readByTeam >= letter.header.number;
  return (
    <li class={isHers ? "letter letter-hers" : "letter"}>
      <p class="letter-head">
        <strong>{isHers ? t.you : letter.alias || t.team}</strong>{" "}
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
        <Attached key={attachment.id.join()} {...props} attachment={attachment} number={at + 1} />
      ))}
      {isHers && <p class="soft small">{isRead ? t.readByUs : t.unread}</p>}
    </li>
  );
}

function Erase(props: MailboxProps): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const t = say(props);
  if (!isAsking) {
    return (
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {t.erase}
      </Button>
    );
  }
  return (
    <div
      class="notice stack"
      role="alertdialog"
      aria-labelledby="erase-title"
      aria-describedby="erase-says"
    >
      <h2 id="erase-title">{t.eraseTitle}</h2>
      <p id="erase-says">{t.eraseSays}</p>
      <div class="row">
        <Button kind="danger" onPress={() => void props.app.erase()}>
          {t.eraseYes}
        </Button>
        <Button onPress={() => setAsking(false)}>{t.eraseNo}</Button>
      </div>
    </div>
  );
}
