import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { facePage, type FaceSign } from "../../site/index.server.ts";
import { inLanguage, type Language } from "../../ui/languages.ts";
import { ARCHIVES, isArchived, type Kind } from "../kinds.ts";
import { pageMessages } from "../messages.ts";
import { type Index, listed, type LiveText } from "../reading.server.ts";
import { Back } from "../../ui/plain-fields.server.tsx";
import { InFurther } from "./also-in.server.tsx";
import { toArchive } from "./archives.server.tsx";
import { PageLinks, pagesSheet, Talk } from "./parts.server.tsx";

/** Under which headings the kinds stand; one heading for each would be a list of headings. */
const groups: readonly (readonly [Kind, readonly Kind[]])[] = [
  ["emergency", ["emergency"]],
  ["guide", ["guide", "relative", "shelter", "traces"]],
  ["about", ["kvinnojour", "about", "social-services", "accessibility"]],
  ["position", ["position"]],
  ["referral", ["referral"]],
  ["report", ["report"]],
  ["group", ["group"]],
];

/** Of what has a list of its own, so many stand among all pages. */
const NEWEST = 3;

/** All pages by what they are, with the search above them. */
export function pagesPage({ sign, texts }: Index, language: Language, origin: string): Page {
  const say = pageMessages[language];
  const all = listed(texts, language);
  const lead = sign.face.kind === "federation" ? say.voiceLead : say.pagesLead;
  return facePage({
    ...{ view: { ...sign, language }, title: say.pagesTab, path: "/sidor", origin },
    ...{ sheet: pagesSheet, kind: "inner", description: lead },
    children: (
      <main id="main" tabIndex={-1}>
        <Back href={`/${inLanguage(language)}`}>{say.toStart}</Back>
        <div>
          <h1>{say.pagesTitle}</h1>
          <p>{lead}</p>
        </div>
        <SearchForm language={language} />
        {all.every(({ kind }) => kind === "news") && <p class="notice">{say.noPages}</p>}
        {groups.map(([name, kinds]) => {
          const ofKind = kinds.flatMap((kind) => all.filter((text) => text.kind === kind));
          const list = isArchived(name) && ofKind.length > NEWEST ? name : undefined;
          return ofKind.length === 0 ? null : (
            <section class="part">
              <h2>{say[name]}</h2>
              <PageLinks texts={list ? ofKind.slice(0, NEWEST) : ofKind} language={language} />
              {list && (
                <p>
                  <a class="back" href={`${ARCHIVES[list]}${inLanguage(language)}`}>
                    {toArchive(list, language)}
                  </a>
                </p>
              )}
            </section>
          );
        })}
        <InFurther texts={texts} title={say.inFurther} />
        <p>
          <a class="back" href={`/nyheter${inLanguage(language)}`}>
            {say.toNews}
          </a>
        </p>
        <Talk sign={sign} language={language} />
      </main>
    ),
  });
}

interface FormProps {
  readonly language: Language;
  readonly written?: string;
}

/** Sent as a form, so that the words stand in no address, no history and no proxy's log. */
function SearchForm({ language, written = "" }: FormProps): JSX.Element {
  const say = pageMessages[language];
  return (
    <form class="search" role="search" method="post" action={`/sok${inLanguage(language)}`}>
      <div class="field">
        <label for="words">{say.searchLabel}</label>
        <input
          id="words"
          name="words"
          type="search"
          maxLength={200}
          value={written}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
      <button class="button" type="submit">
        {say.searchButton}
      </button>
    </form>
  );
}

interface Results {
  readonly written: string;
  readonly found: readonly LiveText[];
}

/** The field, and after it was sent what was found. */
export function searchPage(sign: FaceSign, results: Results | undefined): Page {
  const { language } = sign;
  const say = pageMessages[language];
  return facePage({
    ...{ view: sign, title: say.searchTab, path: "/sok", sheet: pagesSheet, kind: "inner" },
    children: (
      <main id="main" tabIndex={-1}>
        <Back href={`/sidor${inLanguage(language)}`}>{say.toPages}</Back>
        <h1>{say.searchTitle}</h1>
        <SearchForm language={language} written={results?.written ?? ""} />
        <p class="small soft">{say.searchHint}</p>
        {results && <Found {...results} language={language} />}
        <Talk sign={sign} language={language} />
      </main>
    ),
  });
}

function Found({ found, language }: Results & { readonly language: Language }): JSX.Element {
  const say = pageMessages[language];
  if (found.length === 0) return <p class="notice">{say.searchNone}</p>;
  return (
    <section class="part">
      <h2>{say.searchFound(found.length)}</h2>
      <PageLinks texts={found} language={language} />
    </section>
  );
}
