import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import type { ReadLetter } from "../../protocol/letters/index.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { formatDate, formatTime, type Language, pathIn } from "../../ui/languages.ts";
import { plainPaths as paths } from "../contract.ts";
import { letterMessages } from "../messages.letters.ts";
import { plainMessages } from "../messages.plain.ts";
import {
  Area,
  Back,
  Failed,
  Form,
  Hidden,
  plainPage,
  Told,
  Traces,
  Weaker,
} from "./parts.server.tsx";
import type { OpenMailbox } from "./post.server.ts";
import type { Fault } from "./shown.server.ts";

const WordsForm = ({ language, typed }: { language: Language; typed: string }): JSX.Element => {
  const t = letterMessages[language];
  return (
    <Form action={paths.read} language={language}>
      <Area
        {...{ name: "words", label: t.codeField, hint: t.codeLead }}
        {...{ rows: 3, value: typed, isRequired: true }}
      />
      <input class="button button-lamp" type="submit" value={t.codeOpen} />
    </Form>
  );
};

export function readPage(sign: FaceSign, typed = "", fault?: Fault): Page {
  const { language } = sign;
  const own = plainMessages[language];
  return plainPage({
    ...{ sign, path: paths.read, title: own.readTitle },
    above: <Back language={language} />,
    children: (
      <>
        {fault && <Failed fault={fault} language={language} />}
        <Weaker language={language} />
        <WordsForm language={language} typed={typed} />
        <p>
          <a href={`/contact/?way=letter${language === "sv" ? "" : `&lang=${language}`}`}>
            {own.readWithScript}
          </a>
        </p>
        <Traces language={language} />
      </>
    ),
  });
}

/** Asked for a second time, by Back or by whoever found the address. */
export function shownPage(sign: FaceSign): Page {
  const { language } = sign;
  const own = plainMessages[language];
  return plainPage({
    ...{ sign, path: paths.read, title: own.onceTitle },
    children: (
      <>
        <p class="lead">{own.onceSays}</p>
        <p>{own.onceSent}</p>
        <WordsForm language={language} typed="" />
        <Back language={language} />
      </>
    ),
  });
}

/** She sat before her letter longer than the mailbox stays open: the text is here, the keys are not. */
export function againPage(sign: FaceSign, text: string, typed: string, fault: Fault): Page {
  const { language } = sign;
  const t = letterMessages[language];
  return plainPage({
    ...{ sign, path: paths.read, title: plainMessages[language].awayTitle },
    children: (
      <>
        <Failed fault={fault} language={language} />
        <Form action={paths.more} language={language}>
          <Area {...{ name: "text", label: t.field, rows: 6, value: text, isRequired: true }} />
          <Area
            {...{ name: "words", label: t.codeField, rows: 3, value: typed, isRequired: true }}
          />
          <input class="button button-lamp" type="submit" value={t.replySend} />
        </Form>
        <Traces language={language} />
      </>
    ),
  });
}

interface MailboxProps {
  readonly sign: FaceSign;
  readonly opened: OpenMailbox;
  readonly session: string;
  readonly answerTime: string;
  readonly isSent: boolean;
  readonly text: string;
  readonly fault?: Fault;
  readonly said: string | undefined;
  readonly beside: JSX.Element | undefined;
}

export function mailboxPage(props: MailboxProps): Page {
  const { sign, opened, session, answerTime, text } = props;
  const { language } = sign;
  const t = letterMessages[language];
  const { letters } = opened.read;
  const isAnswered = letters.some((one) => one.ok && one.header.author === "team");
  const until = formatDate(Date.parse(`${opened.expiresOn}T12:00:00Z`), language);
  return plainPage({
    ...{ sign, path: paths.read, title: t.mailboxTitle },
    children: (
      <>
        <Told {...props} language={language} />
        {props.beside}
        <ol class="letters">
          {letters.map((letter) => (
            <One {...{ letter, language }} readByTeam={opened.readByTeam} />
          ))}
        </ol>
        {!isAnswered && (
          <p class="notice">
            {t.noAnswer} {answerTime}
          </p>
        )}
        <Form action={paths.look} language={language}>
          <Hidden name="session" value={session} />
          <input class="button" type="submit" value={t.look} />
        </Form>
        <section>
          <h2>{t.reply}</h2>
          <Form action={paths.more} language={language}>
            <Hidden name="session" value={session} />
            <Area {...{ name: "text", label: t.field, rows: 6, value: text, isRequired: true }} />
            <input class="button button-lamp" type="submit" value={t.replySend} />
          </Form>
        </section>
        <p class="soft">{t.expires(until)}</p>
        <Traces language={language} />
        <Erase {...{ language, session }} />
      </>
    ),
  });
}

function One({
  letter,
  language,
  readByTeam,
}: {
  readonly letter: ReadLetter;
  readonly language: Language;
  readonly readByTeam: number;
}): JSX.Element {
  const t = letterMessages[language];
  if (!letter.ok) {
    return (
      <li>
        <p class="notice">{t.broken}</p>
      </li>
    );
  }
  const isHers = letter.header.author === "seeker";
  return (
    <li class={isHers ? "letter letter-hers" : "letter"}>
      <p>
        <strong>{isHers ? t.you : letter.alias || t.team}</strong>{" "}
        <span class="soft small">
          {formatDate(letter.at, language)} {formatTime(letter.at, language)}
        </span>
      </p>
      <p class="letter-text" dir="auto">
        {letter.text}
      </p>
      {letter.attachments.length > 0 && (
        <p class="soft small">{plainMessages[language].attachment}</p>
      )}
      {isHers && (
        <p class="soft small">{readByTeam >= letter.header.number ? t.readByUs : t.unread}</p>
      )}
    </li>
  );
}

function Erase({ language, session }: { language: Language; session: string }): JSX.Element {
  const t = letterMessages[language];
  return (
    <details>
      <summary>{t.erase}</summary>
      <p>{t.eraseSays}</p>
      <Form action={paths.erase} language={language}>
        <Hidden name="session" value={session} />
        <label class="check">
          <input type="checkbox" name="sure" value="yes" required autocomplete="off" />
          {plainMessages[language].sure}
        </label>
        <input class="button button-danger" type="submit" value={t.erase} />
      </Form>
    </details>
  );
}

export function deletedPage(sign: FaceSign): Page {
  const { language } = sign;
  const t = letterMessages[language];
  return plainPage({
    ...{ sign, path: paths.start, title: t.erasedTitle },
    children: (
      <>
        <p class="lead">{t.erasedSays}</p>
        <p>
          <a class="button" href={pathIn("/", language)}>
            {t.back}
          </a>
        </p>
      </>
    ),
  });
}

/** A form that the server did not take at all. */
export function refusedPage(sign: FaceSign): Page {
  const { language } = sign;
  const own = plainMessages[language];
  return plainPage({
    ...{ sign, path: paths.start, title: own.refusedTitle },
    children: (
      <>
        <p class="lead" role="alert">
          {own.refusedSays}
        </p>
        <Back language={language} />
      </>
    ),
  });
}
