import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { facePage } from "../../site/index.server.ts";
import { OFFICE_PAGE } from "../../site/index.ts";
import { inLanguage, type Language } from "../../ui/languages.ts";
import { pathOf } from "../kinds.ts";
import { Sheet } from "../text/sheet.tsx";
import { pageMessages } from "../messages.ts";
import type { Reading } from "../reading.server.ts";
import { Back } from "../../ui/plain-fields.server.tsx";
import { AlsoIn } from "./also-in.server.tsx";
import { langOf, pagesSheet, Talk } from "./parts.server.tsx";

/** One page of the jour: guide, news or report, each in its shape. */
export function textPage(reading: Reading): Page {
  const { sign, text, nodes, languages } = reading;
  const { language } = sign;
  const say = pageMessages[language];
  const isReport = text.kind === "report";
  const own = langOf(text, language);
  const isEasy = text.language === "sv-easy";
  // The tab and the history get no words of what the page is about.
  const tabs = { news: say.newsTab, report: say.reportTab } as Partial<Record<string, string>>;
  return facePage({
    ...{ view: sign, title: tabs[text.kind] ?? say.pageTab, sheet: pagesSheet, kind: "inner" },
    // The easy text is Swedish: whoever wants English is led to the page itself.
    ...{ path: pathOf(text), pictures: true },
    description: text.summary === "" ? undefined : text.summary,
    children: (
      <main id="main" tabIndex={-1}>
        <BackTo kind={text.kind} language={language} />
        {own !== undefined && !isEasy && (
          <p class="notice">{language === "sv" ? say.onlyEnglish : say.onlySwedish}</p>
        )}
        {text.kind === "emergency" && <Danger language={language} />}
        <article class="sheet part" lang={own}>
          <Sheet {...text} text={text} nodes={nodes} language={language} sender={sign.face.name}>
            <Twin reading={reading} />
          </Sheet>
        </article>
        <AlsoIn {...{ text, languages }} label={say.alsoIn} />
        {text.kind === "accessibility" && <Feedback language={language} />}
        {isReport && (
          <p class="notice">
            {say.walkThrough}{" "}
            <a href={`${OFFICE_PAGE}${inLanguage(language)}`}>{say.walkThroughLink}</a>
          </p>
        )}
        <Talk sign={sign} language={language} />
      </main>
    ),
  });
}

/** Of a statement of accessibility: where to say what does not work. */
function Feedback({ language }: { readonly language: Language }): JSX.Element {
  return (
    <p>
      <a class="button" href={`${OFFICE_PAGE}${inLanguage(language)}#feedback`}>
        {pageMessages[language].feedback}
      </a>
    </p>
  );
}

function BackTo({ kind, language }: { kind: string; language: Language }): JSX.Element {
  const say = pageMessages[language];
  const isNews = kind === "news";
  return (
    <Back href={`${isNews ? "/nyheter" : "/sidor"}${inLanguage(language)}`}>
      {isNews ? say.toNews : say.toPages}
    </Back>
  );
}

/** The way to the easy-read twin, and back. */
function Twin({ reading: { text, languages, sign } }: { readonly reading: Reading }) {
  const say = pageMessages[sign.language];
  const path = pathOf(text);
  const isEasy = text.language === "sv-easy";
  const other = isEasy ? languages.includes("sv") : languages.includes("sv-easy");
  if (!other) return null;
  const href = `${path}${isEasy ? "" : "/lattlast"}${inLanguage(sign.language)}`;
  return (
    <p>
      <a class="button" href={href}>
        {isEasy ? say.standard : say.easyRead}
      </a>
    </p>
  );
}

export function Danger({ language }: { readonly language: Language }): JSX.Element {
  const say = pageMessages[language];
  return (
    <p class="notice notice-danger danger">
      {say.inDanger} <a href="tel:112">{say.call112}</a>
    </p>
  );
}
