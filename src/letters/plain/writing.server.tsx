import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { formatDate, pathIn } from "../../ui/languages.ts";
import { answerTimeInWords } from "../answer-time.ts";
import { type LetterStart, plainPaths as paths } from "../contract.ts";
import { letterMessages } from "../messages.letters.ts";
import { plainMessages } from "../messages.plain.ts";
import { PlainConfirm } from "./confirm.server.tsx";
import { Area, Back, Danger, Failed, Form, plainPage, Traces, Weaker } from "./parts.server.tsx";
import type { Fault } from "./shown.server.ts";

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
            <a class="card choice" href={pathIn(paths.write, language)}>
              <strong>{own.writeNew}</strong>{" "}
              <span class="soft">{answerTimeInWords(start.answerTime)[language]}</span>
            </a>
          </p>
        )}
        <p>
          <a class="card choice" href={pathIn(paths.read, language)}>
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
    above: <Back language={language} />,
    children: (
      <>
        {fault && <Failed fault={fault} language={language} />}
        <Weaker language={language} />
        <Danger language={language} />
        <Form action={paths.write} language={language}>
          <Area
            {...{ name: "text", label: t.field, hint: own.fieldHint }}
            {...{ rows: 10, value: text, isRequired: true }}
          />
          <PlainConfirm {...{ language, words }} send={t.send} mayGoWithout>
            <p class="soft">{answerTimeInWords(start.answerTime)[language]}</p>
          </PlainConfirm>
        </Form>
        <Traces language={language} />
      </>
    ),
  });
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
            <a class="button" href={pathIn(paths.read, language)}>
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
