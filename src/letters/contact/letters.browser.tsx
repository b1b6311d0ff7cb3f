import type { ComponentChildren, JSX } from "preact";
import { formatDate } from "../../ui/languages.ts";
import { Code } from "./code.browser.tsx";
import { Mailbox } from "./mailbox.browser.tsx";
import { Button, Failure, type LetterScreen, Progress, say, Title } from "./parts.browser.tsx";
import { Words } from "./words.browser.tsx";
import { answerTime, Write } from "./write.browser.tsx";

export interface LettersProps extends LetterScreen {
  /** What she wrote in a chat is in the field already. */
  readonly isCarried: boolean;
  /** Other ways, where letters cannot be taken. Never a dead end. */
  readonly waysOn: ComponentChildren;
}

/** Letters, a screen for each phase. */
export function Letters(props: LettersProps): JSX.Element {
  return <main class="page stack">{now(props)}</main>;
}

function now(props: LettersProps): JSX.Element {
  const { app } = props;
  const phase = app.phase.value;
  const purpose = app.purpose.value;
  const t = say(props);
  switch (phase.at) {
    case "loading":
      return app.failed.value ? <Unreachable {...props} /> : <Title>{t.opening}</Title>;
    case "choose":
      return purpose.Choose ? <purpose.Choose {...props} /> : <Choose {...props} />;
    case "write":
      return purpose.Write ? <purpose.Write {...props} /> : <Write {...props} />;
    case "words":
      return <Words {...props} words={phase.words} />;
    case "sending":
      return <Sending {...props} kept={phase.kept} />;
    case "sent":
      return <Sent {...props} kept={phase.kept} expiresOn={phase.expiresOn} />;
    case "code":
    case "opening":
      return <Code {...props} />;
    case "mailbox":
      return <Mailbox {...props} opened={phase.opened} />;
    case "erased":
      return (
        <>
          <Title>{t.erasedTitle}</Title>
          <p class="lead">{t.erasedSays}</p>
          {props.waysOn}
        </>
      );
    case "closed":
      return (
        <>
          <Title>{t.closedTitle}</Title>
          <p>{t.closedSays}</p>
          {props.waysOn}
        </>
      );
  }
}

function Unreachable(props: LettersProps): JSX.Element {
  const t = say(props);
  return (
    <>
      <Title>{t.chooseTitle}</Title>
      <Failure {...props} />
      <Button kind="lamp" onPress={() => void props.app.begin("choose")}>
        {t.again}
      </Button>
      {props.waysOn}
    </>
  );
}

function Choose(props: LettersProps): JSX.Element {
  const { app } = props;
  const t = say(props);
  return (
    <>
      <Title>{t.chooseTitle}</Title>
      <p class="lead">{t.chooseLead}</p>
      <p class="soft">{answerTime(props)}</p>
      <div class="stack">
        <button type="button" class="card choice" onClick={() => app.go("write")}>
          <strong>{t.writeNew}</strong>
          <span class="soft">{t.writeNewHint}</span>
        </button>
        <button type="button" class="card choice" onClick={() => app.go("code")}>
          <strong>{t.haveWords}</strong>
          <span class="soft">{t.haveWordsHint}</span>
        </button>
      </div>
      <p class="notice notice-danger">
        {t.danger}{" "}
        <a class="number" href="tel:112">
          112
        </a>
        .
      </p>
    </>
  );
}

function Sending(props: LettersProps & { readonly kept: boolean }): JSX.Element {
  const { app, kept } = props;
  const t = say(props);
  const isFailed = app.failed.value !== null;
  return (
    <>
      <Title>{t.sending}</Title>
      {!isFailed && <p>{t.sendingSays}</p>}
      <Progress value={app.progress.value ?? 0} label={t.progress} />
      <Failure {...props} />
      {isFailed && (
        <div class="row">
          <Button kind="lamp" onPress={() => void app.send(kept)}>
            {t.again}
          </Button>
          {!app.hasArrived && <Button onPress={() => app.go("write")}>{t.back}</Button>}
        </div>
      )}
    </>
  );
}

interface SentProps extends LettersProps {
  readonly kept: boolean;
  readonly expiresOn: string;
}

function Sent(props: SentProps): JSX.Element {
  const { app, language, kept, expiresOn } = props;
  const t = say(props);
  return (
    <>
      <Title>{t.sentTitle}</Title>
      <p class="lead">{kept ? t.sentKept : t.sentNotKept}</p>
      {kept && <p>{answerTime(props)}</p>}
      <p class="soft">{t.keptUntil(formatDate(Date.parse(`${expiresOn}T12:00:00Z`), language))}</p>
      {kept && <Button onPress={() => void app.look()}>{t.toMailbox}</Button>}
      {props.waysOn}
    </>
  );
}
