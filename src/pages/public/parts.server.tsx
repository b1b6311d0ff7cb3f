import type { JSX } from "preact";
import { Lantern } from "../../ui/drawings.tsx";
import type { FaceSign } from "../../site/index.server.ts";
import { formatDate, inLanguage, type Language } from "../../ui/languages.ts";
import { sheetOf } from "../../ui/styles.server.ts";
import { pathOf } from "../kinds.ts";
import articleCss from "../text/article.css?inline";
import { pageMessages } from "../messages.ts";
import type { LiveText } from "../reading.server.ts";
import { Day } from "../text/sheet.tsx";
import { langOf } from "../text/whole.tsx";
import publicCss from "./public-pages.css?inline";

export const pagesSheet = sheetOf(articleCss, publicCss);

export const hrefOf = (text: LiveText, language: Language): string =>
  `${pathOf(text)}${text.language === "sv-easy" ? "/lattlast" : ""}${inLanguage(language)}`;

/** Said beside a title in another language, or in easy words, so that nobody opens a page that she cannot read. */
const OtherTongue = ({
  text,
  language,
}: {
  readonly text: LiveText;
  readonly language: Language;
}) =>
  text.language !== "sv-easy" && langOf(text, language) === undefined ? null : (
    <span class="hint" lang={language}>
      {" "}
      ({pageMessages[language][text.language === "sv-easy" ? "inEasy" : "inOther"]})
    </span>
  );

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
              <strong>
                {text.title}
                <OtherTongue text={text} language={language} />
              </strong>
              {text.referral && (
                <span class="hint">
                  {pageMessages[language].to(text.referral.body)}
                  {text.dated !== null &&
                    `, ${formatDate(Date.parse(`${text.dated}T12:00Z`), language, true)}`}
                </span>
              )}
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
        <li>
          <Day date={text.dated} language={language} />
          <a href={hrefOf(text, language)} lang={langOf(text, language)}>
            {text.title}
          </a>
          <OtherTongue text={text} language={language} />
          {text.referral && <p class="hint">{pageMessages[language].to(text.referral.body)}</p>}
          {text.summary !== "" && <p lang={langOf(text, language)}>{text.summary}</p>}
        </li>
      ))}
    </ul>
  );
}

interface TalkProps {
  readonly sign: FaceSign;
  readonly language: Language;
}

/** At the foot of every page: reading may be how it begins. A federation leads to its jours. */
export function Talk({ sign, language }: TalkProps): JSX.Element {
  const say = pageMessages[language];
  const [title, text, link, path] =
    sign.face.kind === "federation"
      ? [say.findTitle, say.findText, say.findLink, "/hitta"]
      : [say.talkTitle, say.talkText, say.talkLink, "/"];
  return (
    <aside class="card talk" aria-label={title}>
      <strong>{title}</strong>
      <p>{text}</p>
      <p>
        <a class="button" href={`${path}${inLanguage(language)}`}>
          {link}
        </a>
      </p>
    </aside>
  );
}
