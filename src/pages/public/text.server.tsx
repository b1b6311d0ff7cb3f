import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { facePage } from "../../site/index.server.ts";
import { inLanguage, type Language, languages } from "../../ui/languages.ts";
import { ARCHIVES, isArchived, type Kind, pathOf } from "../kinds.ts";
import { Whole } from "../text/whole.tsx";
import { pageMessages } from "../messages.ts";
import type { Reading } from "../reading.server.ts";
import { Back } from "../../ui/plain-fields.server.tsx";
import { AlsoIn } from "./also-in.server.tsx";
import { toArchive } from "./archives.server.tsx";
import { pagesSheet, Talk } from "./parts.server.tsx";

/** One page of the jour: guide, news or report, each in its shape. */
export function textPage(reading: Reading, origin: string): Page {
  const { sign, text, nodes, languages: all, facts } = reading;
  const { language } = sign;
  const say = pageMessages[language];
  // The tab and the history get no words of what the page is about.
  const tabs = { news: say.newsTab, report: say.reportTab } as Partial<Record<string, string>>;
  return facePage({
    ...{ view: sign, title: tabs[text.kind] ?? say.pageTab, sheet: pagesSheet, kind: "inner" },
    // The easy text is Swedish: whoever wants English is led to the page itself.
    ...{ path: pathOf(text), pictures: true, origin },
    ...(text.language === "sv-easy"
      ? { found: `${pathOf(text)}/lattlast`, languages: ["sv"] }
      : { languages: languages.filter((one) => all.includes(one)) }),
    description: text.summary === "" ? undefined : text.summary,
    children: (
      <main id="main" tabIndex={-1}>
        <BackTo kind={text.kind} language={language} />
        <Whole
          {...text}
          {...{ text, nodes, language, languages: all, facts, own: text.language }}
          sender={sign.face.name}
        >
          <AlsoIn {...{ text, languages: all }} label={say.alsoIn} />
        </Whole>
        <Talk sign={sign} language={language} />
      </main>
    ),
  });
}

function BackTo({ kind, language }: { kind: Kind; language: Language }): JSX.Element {
  const say = pageMessages[language];
  const list = isArchived(kind) ? kind : undefined;
  return (
    <Back href={`${list ? ARCHIVES[list] : "/sidor"}${inLanguage(language)}`}>
      {list ? toArchive(list, language) : say.toPages}
    </Back>
  );
}
