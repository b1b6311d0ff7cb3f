import type { JSX } from "preact";
import type { PageEntry } from "../contract.ts";
import { furtherLanguages, isFurther } from "../../ui/further.ts";
import { isDated, KINDS, OWN_LANGUAGES, type TextLanguage } from "../kinds.ts";
import { stateOf } from "../live.ts";
import { checkMessages } from "../messages.checks.ts";
import { deskMessages } from "../messages.desk.ts";
import { eyesMessages } from "../messages.eyes.ts";
import { pageMessages } from "../messages.ts";
import { languageName } from "./parts.browser.tsx";
import type { Part } from "./room.browser.tsx";

/** All pages by their kind, each with its languages side by side. */
export function PagesList({ book, language }: Part): JSX.Element {
  const t = deskMessages[language];
  const pages = book.list.value?.pages ?? [];
  if (pages.length === 0)
    return (
      <div class="card stack">
        <strong>{t.empty}</strong>
        <p class="soft">{t.emptySays}</p>
      </div>
    );
  return (
    <>
      {KINDS.map((kind) => {
        const ofKind = pages.filter((page) => page.kind === kind).sort(inOrder);
        return ofKind.length === 0 ? null : (
          <section key={kind} class="stack" aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{pageMessages[language][kind]}</h2>
            <ul class="pages-list">
              {ofKind.map((page) => (
                <Entry key={page.id} page={page} book={book} language={language} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function inOrder(a: PageEntry, b: PageEntry): number {
  if (isDated(a.kind)) return (b.dated ?? "9999").localeCompare(a.dated ?? "9999");
  return a.position - b.position || titleOf(a).localeCompare(titleOf(b), "sv");
}

const titleOf = ({ texts, slug }: PageEntry): string =>
  texts.find(({ language }) => language === "sv")?.title ?? texts[0]?.title ?? slug;

function Entry({ page, book, language }: Part & { readonly page: PageEntry }): JSX.Element {
  const face = book.list.value?.faces.find(({ id }) => id === page.face);
  const further = page.texts.filter((text) => isFurther(text.language));
  return (
    <li class="card">
      <div class="pages-line">
        <strong>{titleOf(page)}</strong>
        <span class="small soft">
          {[page.dated, face?.name].filter((part) => typeof part === "string").join(" · ")}
        </span>
      </div>
      <div class="row">
        {OWN_LANGUAGES.map((of) => (
          <Open key={of} {...{ page, of, book, language }} />
        ))}
      </div>
      <details class="pages-more">
        <summary>
          {checkMessages[language].more}
          {further.length > 0 && ` (${further.length})`}
          <span class="visually-hidden">: {titleOf(page)}</span>
        </summary>
        <div class="row">
          {furtherLanguages.map((of) => (
            <Open key={of} {...{ page, of, book, language }} />
          ))}
        </div>
      </details>
    </li>
  );
}

function Open({ page, of, book, language }: StateProps): JSX.Element {
  return (
    <button type="button" class="button pages-text" onClick={() => void book.open(page.id, of)}>
      <span>
        {languageName(of, language)}
        <span class="visually-hidden">: {titleOf(page)}</span>
      </span>
      <State {...{ page, of, book, language }} />
    </button>
  );
}

interface StateProps extends Part {
  readonly page: PageEntry;
  readonly of: TextLanguage;
}

/** How a text stands, in words: never by colour alone. */
function State({ page, of, book, language }: StateProps): JSX.Element {
  const t = deskMessages[language];
  const text = page.texts.find((one) => one.language === of);
  if (!text) return <small class="soft">{t.missing}</small>;
  const state = stateOf(text, Date.now());
  const eyes = eyesMessages[language];
  const isWanted = book.list.value?.secondEyes === true;
  const waits = isWanted && state !== "published" && text.review !== null;
  return (
    <small class={state === "published" ? "pages-live" : "soft"}>
      {t[state]}
      {text.isBehind && `, ${t.behind}`}
      {!text.isChecked && `, ${checkMessages[language].unchecked}`}
      {waits && `, ${eyes[text.review === "yes" ? "yes" : "waits"]}`}
    </small>
  );
}
