import type { JSX } from "preact";
import { OFFICE_PAGE, type PhoneView } from "../../site/index.ts";
import { inLanguage, type Language } from "../../ui/languages.ts";
import { type Kind, pathOf, type TextLanguage } from "../kinds.ts";
import { pageMessages } from "../messages.ts";
import { Sheet, type SheetProps } from "./sheet.tsx";

/** What stands in the settings of the face, so that no page has to say it, and none says otherwise. */
export interface FaceFacts {
  readonly phone?: PhoneView | null;
  /** How it is with the permit of its shelter, and what more the jour says of it; absent where it shows nothing. */
  readonly permit?: Readonly<Record<Language, { readonly says: string; readonly note: string }>>;
}

interface WholeProps extends Omit<SheetProps, "isInner" | "language"> {
  readonly language: Language;
  readonly slug: string;
  readonly own: TextLanguage;
  /** In which languages the page can be read. */
  readonly languages: readonly TextLanguage[];
  readonly facts: FaceFacts;
}

/** On which pages these facts stand: where whoever reads has come for them. */
const asksForShelter: ReadonlySet<Kind> = new Set(["shelter", "social-services"]);
const callsUs: ReadonlySet<Kind> = new Set(["social-services", "relative"]);

/** The language that a text is in, where it is not that of the page around it. */
export const langOf = (text: { readonly language: TextLanguage }, language: Language) => {
  const own = text.language === "en" ? "en" : "sv";
  return own === language ? undefined : own;
};

/** All that a page has of its own, between the way back and the foot: on the site, and in the editor's preview. */
export function Whole(props: WholeProps): JSX.Element {
  const { kind, own, language, children, ...rest } = props;
  const say = pageMessages[language];
  const lang = langOf({ language: own }, language);
  return (
    <>
      {lang !== undefined && own !== "sv-easy" && (
        <p class="notice">{language === "sv" ? say.onlyEnglish : say.onlySwedish}</p>
      )}
      {kind === "emergency" && <Danger language={language} />}
      <article class="sheet part" lang={lang}>
        <Sheet {...{ kind, language, ...rest }}>
          <Twin {...props} />
          {asksForShelter.has(kind) && <Permit {...props} />}
          {callsUs.has(kind) && <Call {...props} />}
        </Sheet>
      </article>
      {children}
      {kind === "accessibility" && <Feedback language={language} />}
      {kind === "report" && (
        <p class="notice">
          {say.walkThrough}{" "}
          <a href={`${OFFICE_PAGE}${inLanguage(language)}`}>{say.walkThroughLink}</a>
        </p>
      )}
    </>
  );
}

/** The way to the easy-read twin, and back. */
function Twin({ kind, slug, own, languages, language }: WholeProps): JSX.Element | null {
  const say = pageMessages[language];
  const isEasy = own === "sv-easy";
  if (!languages.includes(isEasy ? "sv" : "sv-easy")) return null;
  const href = `${pathOf({ kind, slug })}${isEasy ? "" : "/lattlast"}${inLanguage(language)}`;
  return (
    <p>
      <a class="button" href={href}>
        {isEasy ? say.standard : say.easyRead}
      </a>
    </p>
  );
}

/** As it stands in the settings of the face, on its front page and in the directory. */
function Permit({ facts, language }: WholeProps): JSX.Element | null {
  const told = facts.permit?.[language];
  if (!told) return null;
  return (
    <div class="notice">
      <p>
        <strong>{told.says}</strong>
      </p>
      {told.note !== "" && <p>{told.note}</p>}
    </div>
  );
}

/** The number of the face, and the way to its hours as they are now. */
function Call({ facts: { phone }, language }: WholeProps): JSX.Element | null {
  if (!phone) return null;
  const say = pageMessages[language];
  return (
    <p>
      {say.phone} <a href={phone.href}>{phone.shown}</a>.{" "}
      <a href={`/${inLanguage(language)}`}>{say.phoneHours}</a>
    </p>
  );
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

function Danger({ language }: { readonly language: Language }): JSX.Element {
  const say = pageMessages[language];
  return (
    <p class="notice notice-danger danger">
      {say.inDanger} <a href="tel:112">{say.call112}</a>
    </p>
  );
}
