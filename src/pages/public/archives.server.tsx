import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { facePage } from "../../site/index.server.ts";
import { inLanguage, type Language } from "../../ui/languages.ts";
import { Back } from "../../ui/plain-fields.server.tsx";
import { ARCHIVES, type Archived, kindsFor } from "../kinds.ts";
import { pageMessages } from "../messages.ts";
import { type Index, listed, type LiveText } from "../reading.server.ts";
import { NewsLinks, pagesSheet, Talk } from "./parts.server.tsx";

interface Words {
  readonly title: string;
  /** On the tab: no word of what it is about. */
  readonly tab: string;
  readonly to: string;
  readonly none: string;
}

function wordsOf(kind: Archived, language: Language): Words {
  const say = pageMessages[language];
  const none = say.noneYet;
  return {
    news: { title: say.newsTitle, tab: say.newsTab, to: say.toNews, none: say.noNews },
    report: { title: say.report, tab: say.reportTab, to: say.toReports, none },
    referral: { title: say.referral, tab: say.pagesTab, to: say.toReferrals, none },
    position: { title: say.position, tab: say.pagesTab, to: say.toPositions, none },
  }[kind];
}

export const toArchive = (kind: Archived, language: Language): string => wordsOf(kind, language).to;

const yearOf = ({ dated }: LiveText): string => dated?.slice(0, 4) ?? "";

/** All of one kind, year by year; undefined where such things are not written. */
export const archivePage =
  (kind: Archived) =>
  ({ sign, texts }: Index, language: Language, origin: string): Page | undefined => {
    if (!kindsFor(sign.face.kind === "federation").includes(kind)) return undefined;
    const words = wordsOf(kind, language);
    const all = listed(texts, language).filter((text) => text.kind === kind);
    const years = [...new Set(all.map(yearOf))].sort().toReversed();
    return facePage({
      ...{ view: { ...sign, language }, title: words.tab, path: ARCHIVES[kind], origin },
      ...{ sheet: pagesSheet, kind: "inner", description: `${words.title}: ${sign.face.name}` },
      children: (
        <main id="main" tabIndex={-1}>
          <BackFrom kind={kind} language={language} />
          <h1>{words.title}</h1>
          {all.length === 0 && <p class="notice">{words.none}</p>}
          {years.map((year) => (
            <section class="news-year">
              <h2>{year}</h2>
              <NewsLinks texts={all.filter((text) => yearOf(text) === year)} language={language} />
            </section>
          ))}
          <p class="small">
            <a class="back" href={ARCHIVES.news + ".atom"} type="application/atom+xml">
              {pageMessages[language].feed}
            </a>
          </p>
          <Talk sign={sign} language={language} />
        </main>
      ),
    });
  };

function BackFrom({ kind, language }: { kind: Archived; language: Language }): JSX.Element {
  const say = pageMessages[language];
  const query = inLanguage(language);
  return kind === "news" ? (
    <Back href={`/${query}`}>{say.toStart}</Back>
  ) : (
    <Back href={`/sidor${query}`}>{say.toPages}</Back>
  );
}
