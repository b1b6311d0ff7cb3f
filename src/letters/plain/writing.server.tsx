import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { formatDate } from "../../ui/languages.ts";
import { answerTimeInWords } from "../answer-time.ts";
import { type LetterStart, plainPaths as paths } from "../contract.ts";
import { letterMessages } from "../messages.letters.ts";
import { plainMessages } from "../messages.plain.ts";
import { ASKED_WORDS } from "../same-word.ts";
import {
  Area,
  Back,
  Danger,
  Failed,
  Form,
  Hidden,
  inLanguage,
  plainPage,
  Traces,
  Weaker,
  Word,
} from "./parts.server.tsx";
import type { Fault } from "./shown.ts";

/** The words are what they are. */
const notTranslated: object = { translate: "no" };

interface Around {
  readonly sign: FaceSign;
  readonly start: LetterStart;
}

/** What this is and what it is not, before anything else; then to write or to read. */
export function startPage({ sign, start }: Around): Page {
  const { language } = sign;
  const t = letterMessages[language];
  const own = plainMessages[language];
  return plainPage({
    ...{ sign, path: paths.start, title: own.startTitle },
    children: (
      <>
        <p class="lead">{own.startLead}</p>
        <Weaker language={language} />
        {start.teamKey === null ? (
          <p class="notice">{own.closed}</p>
        ) : (
          <p>
            <a class="card choice" href={inLanguage(paths.write, language)}>
              <strong>{own.writeNew}</strong>{" "}
              <span class="soft">{answerTimeInWords(start.answerTime)[language]}</span>
            </a>
          </p>
        )}
        <p>
          <a class="card choice" href={inLanguage(paths.read, language)}>
            <strong>{own.haveWords}</strong> <span class="soft">{t.haveWordsHint}</span>
          </a>
        </p>
        <p>
          <a href={`/contact/?way=letter${language === "sv" ? "" : `&lang=${language}`}`}>
            {own.withScript}
          </a>
        </p>
        <Traces language={language} />
        <Danger language={language} />
      </>
    ),
  });
}

interface WriteProps extends Around {
  readonly words: readonly string[];
  readonly text: string;
  readonly fault?: Fault;
}

/**
 * One page and one form: the letter, her words, two of them again. Nothing is held anywhere between
 * the first word and the last; each visit shows other words.
 */
export function writePage({ sign, start, words, text, fault }: WriteProps): Page {
  const { language } = sign;
  const t = letterMessages[language];
  const own = plainMessages[language];
  return plainPage({
    ...{ sign, path: paths.write, title: own.writeTitle },
    children: (
      <>
        <Back language={language} />
        {fault && <Failed fault={fault} language={language} />}
        <Weaker language={language} />
        <Danger language={language} />
        <Form action={paths.write} language={language}>
          <Hidden name="words" value={words.join(" ")} />
          <Area
            {...{ name: "text", label: t.field, hint: own.fieldHint }}
            {...{ rows: 10, value: text, isRequired: true }}
          />
          <section>
            <h2>{own.wordsTitle}</h2>
            <p>{own.wordsLead}</p>
            <ol class="code-words" aria-label={t.wordsList} lang="sv" {...notTranslated}>
              {words.map((word) => (
                <li>{word}</li>
              ))}
            </ol>
            <p class="soft">{t.wordsPaper}</p>
          </section>
          <Confirm {...{ sign, start, words }} />
        </Form>
        <Traces language={language} />
      </>
    ),
  });
}

/** She shows that two of the words are copied right; or says that she keeps none. */
function Confirm({ sign, start, words }: Around & Pick<WriteProps, "words">): JSX.Element {
  const { language } = sign;
  const t = letterMessages[language];
  return (
    <section>
      <h2>{plainMessages[language].confirmTitle}</h2>
      <p>{t.confirmLead}</p>
      {ASKED_WORDS.map((place) => (
        <Word
          name={`word${place + 1}`}
          label={t.confirm(place + 1)}
          pattern={patternOf(words[place] ?? "")}
        />
      ))}
      <p class="soft">{answerTimeInWords(start.answerTime)[language]}</p>
      <input class="button button-lamp" type="submit" name="send" value={t.send} />
      <Without {...{ sign }} />
    </section>
  );
}

/** Said plainly, before it is too late: then nobody can answer. */
function Without({ sign: { language } }: Pick<Around, "sign">): JSX.Element {
  const t = letterMessages[language];
  return (
    <details>
      <summary>{plainMessages[language].without}</summary>
      <p>{t.withoutSays}</p>
      <input class="button" type="submit" name="without" value={t.withoutYes} formNoValidate />
    </details>
  );
}

const accented: Readonly<Record<string, string>> = { a: "åäàÅÄ", o: "öÖ", e: "éÉ" };

/** Her word as she may type it: capitals or not, a for å, at least the first four letters. */
function patternOf(word: string): string {
  const start = word
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .slice(0, 4);
  const letters = [...start].map(
    (letter) => `[${letter}${letter.toUpperCase()}${accented[letter] ?? ""}]`,
  );
  return `\\s*${letters.join("")}\\S*\\s*`;
}

export function sentPage(sign: FaceSign, start: LetterStart, kept: boolean, until: string): Page {
  const { language } = sign;
  const t = letterMessages[language];
  const own = plainMessages[language];
  return plainPage({
    ...{ sign, path: paths.start, title: t.sentTitle },
    children: (
      <>
        <p class="lead">{kept ? t.sentKept : t.sentNotKept}</p>
        {kept && <p>{answerTimeInWords(start.answerTime)[language]}</p>}
        <p class="soft">{t.keptUntil(formatDate(Date.parse(`${until}T12:00:00Z`), language))}</p>
        {kept && (
          <p>
            <a class="button" href={inLanguage(paths.read, language)}>
              {own.haveWords}
            </a>
          </p>
        )}
        <Traces language={language} />
        <Back language={language} />
      </>
    ),
  });
}
