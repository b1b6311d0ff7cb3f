import type { JSX } from "preact";
import { Lantern } from "../../ui/drawings.tsx";
import type { Language } from "../../ui/languages.ts";
import { sheetOf } from "../../ui/styles.server.ts";
import { pathOf } from "../kinds.ts";
import articleCss from "../text/article.css?inline";
import { pageMessages } from "../messages.ts";
import type { LiveText } from "../reading.server.ts";
import { Day } from "../text/sheet.tsx";
import publicCss from "./public-pages.css?inline";

export const pagesSheet = sheetOf(articleCss, publicCss);

export const inLanguage = (language: Language): string =>
  language === "sv" ? "" : `?lang=${language}`;

export const hrefOf = (text: LiveText, language: Language): string =>
  `${pathOf(text)}${inLanguage(language)}`;

/** The language that a text is in, where it is not that of the page around it. */
export const langOf = (text: Pick<LiveText, "language">, language: Language) => {
  const own = text.language === "en" ? "en" : "sv";
  return own === language ? undefined : own;
};

interface BackProps {
  readonly href: string;
  readonly children: string;
}

export function Back({ href, children }: BackProps): JSX.Element {
  return (
    <p>
      <a class="back" href={href}>
        <span aria-hidden="true">←&nbsp;</span>
        {children}
      </a>
    </p>
  );
}

interface LinksProps {
  readonly texts: readonly LiveText[];
  readonly language: Language;
}

/** Rows that lead to pages: what each is about in a sentence. */
export function PageLinks({ texts, language }: LinksProps): JSX.Element {
  return (
    <ul class="doors card">
      {texts.map((text) => (
        <li>
          <a href={hrefOf(text, language)} lang={langOf(text, language)}>
            <Lantern height={28} />
            <span>
              <strong>{text.title}</strong>
              {text.summary !== "" && <span class="hint">{text.summary}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** News with its day above it, newest first. */
export function NewsLinks({ texts, language }: LinksProps): JSX.Element {
  return (
    <ul class="news-list">
      {texts.map((text) => (
        <li lang={langOf(text, language)}>
          <Day date={text.dated} language={language} />
          <a href={hrefOf(text, language)}>{text.title}</a>
          {text.summary !== "" && <p>{text.summary}</p>}
        </li>
      ))}
    </ul>
  );
}

/** At the foot of every page: reading may be how it begins. */
export function Talk({ language }: { readonly language: Language }): JSX.Element {
  const say = pageMessages[language];
  return (
    <aside class="card talk" aria-label={say.talkTitle}>
      <strong>{say.talkTitle}</strong>
      <p>{say.talkText}</p>
      <p>
        <a class="button" href={`/${inLanguage(language)}`}>
          {say.talkLink}
        </a>
      </p>
    </aside>
  );
}
