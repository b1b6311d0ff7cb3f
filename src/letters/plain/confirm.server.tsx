import type { ComponentChildren, JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { letterMessages } from "../messages.letters.ts";
import { plainMessages } from "../messages.plain.ts";
import { ASKED_WORDS } from "../same-word.ts";
import { Hidden, Word } from "./parts.server.tsx";

/** The words are what they are. */
const notTranslated: object = { translate: "no" };

interface ConfirmProps {
  readonly language: Language;
  readonly words: readonly string[];
  /** What the button says. */
  readonly send: string;
  /** Said before the button. */
  readonly children?: ComponentChildren;
  /** Whether it may be sent without keeping any words. */
  readonly mayGoWithout: boolean;
}

/** The end of a form: her words, and two of them again, which show that they are copied right. */
export function PlainConfirm({
  language,
  words,
  send,
  children,
  mayGoWithout,
}: ConfirmProps): JSX.Element {
  const t = letterMessages[language];
  const own = plainMessages[language];
  return (
    <>
      <Hidden name="words" value={words.join(" ")} />
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
      <section>
        <h2>{own.confirmTitle}</h2>
        <p>{t.confirmLead}</p>
        {ASKED_WORDS.map((place) => (
          <Word
            name={`word${place + 1}`}
            label={t.confirm(place + 1)}
            pattern={patternOf(words[place] ?? "")}
          />
        ))}
        {children}
        <input class="button button-lamp" type="submit" name="send" value={send} />
        {mayGoWithout && <Without language={language} />}
      </section>
    </>
  );
}

/** Said plainly, before it is too late: then nobody can answer. */
function Without({ language }: { readonly language: Language }): JSX.Element {
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
