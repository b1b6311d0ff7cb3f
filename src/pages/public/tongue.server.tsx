import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { facePage, tongueFor, tongueFrame } from "../../site/index.server.ts";
import { type FurtherLanguage, isFurther } from "../../ui/further.ts";
import { direction, pathIn } from "../../ui/languages.ts";
import { Back } from "../../ui/plain-fields.server.tsx";
import { addressOf, pathOf } from "../kinds.ts";
import { pageMessages } from "../messages.ts";
import type { Reading } from "../reading.server.ts";
import { Sheet } from "../text/sheet.tsx";
import { AlsoIn } from "./also-in.server.tsx";
import { pagesSheet } from "./parts.server.tsx";

/** What stands around a text in a further language; in English where no person has checked the house's own words. */
interface FrameWords {
  readonly backToStart: string;
  readonly textUnchecked: string;
  readonly alsoIn: string;
  readonly inDanger: string;
  readonly call112: string;
  /** Somebody is there, and how she is reached. */
  readonly lead: string;
  readonly reachUs: string;
}

const { en } = pageMessages;
const english: FrameWords = {
  ...{ backToStart: en.toStart, textUnchecked: en.textUnchecked, alsoIn: en.alsoIn },
  ...{ inDanger: en.inDanger, call112: en.call112, lead: en.talkTitle, reachUs: en.talkLink },
};

/** A page of the jour in a further language, from right to left where it is written so. */
export function tonguePage(reading: Reading): Page {
  const { sign, text, languages } = reading;
  const tongue = text.language;
  if (!isFurther(tongue)) throw new Error(`no further language: ${tongue}`);
  // The federation has no front page in further languages.
  const book = sign.face.kind === "federation" ? undefined : tongueFor(tongue, sign.demo);
  const tab = { news: en.newsTab, report: en.reportTab } as Partial<Record<string, string>>;
  const common = {
    ...{ title: tab[text.kind] ?? en.pageTab, sheet: pagesSheet, pictures: true },
    description: text.summary === "" ? undefined : text.summary,
  };
  if (!book)
    return facePage({
      ...{ ...common, view: { ...sign, language: "en" }, kind: "inner", path: pathOf(text) },
      children: <Main {...{ reading, tongue, words: english, start: pathIn("/", "en") }} />,
    });
  // The way to Swedish and English leads to this page where it can be read in them.
  const ways = {
    sv: languages.includes("sv") ? pathOf(text) : "/",
    en: languages.includes("en") ? addressOf(text, "en") : pathIn("/", "en"),
  };
  return tongueFrame({
    ...{ ...common, code: tongue, book, sign, kind: "inner", ways },
    children: <Main {...{ reading, tongue, words: book.words, start: `/sprak/${tongue}` }} />,
  });
}

interface MainProps {
  readonly reading: Reading;
  readonly tongue: FurtherLanguage;
  readonly words: FrameWords;
  readonly start: string;
}

function Main({ reading, tongue, words, start }: MainProps): JSX.Element {
  const { sign, text, nodes, languages } = reading;
  return (
    <main id="main" tabIndex={-1}>
      <Back href={start}>{words.backToStart}</Back>
      {!text.isChecked && <p class="notice">{words.textUnchecked}</p>}
      {text.kind === "emergency" && (
        <p class="notice notice-danger danger">
          {words.inDanger} <a href="tel:112">{words.call112}</a>
        </p>
      )}
      <article class="sheet part" lang={tongue} dir={direction(tongue)}>
        <Sheet {...text} text={text} nodes={nodes} language={tongue} sender={sign.face.name} />
      </article>
      <AlsoIn {...{ text, languages }} label={words.alsoIn} />
      <aside class="card talk" aria-label={words.lead}>
        <strong>{words.lead}</strong>
        <p>
          <a class="button" href={start}>
            {words.reachUs}
          </a>
        </p>
      </aside>
    </main>
  );
}
