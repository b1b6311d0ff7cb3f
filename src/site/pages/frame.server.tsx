import type { ComponentChildren, JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { Lantern, Tree } from "../../ui/drawings.tsx";
import { Foot } from "../../ui/foot.server.tsx";
import { inLanguage, type Language, languageNames, languages } from "../../ui/languages.ts";
import { defaultExitUrl, headsOf, renderPage } from "../../ui/page.server.tsx";
import { type Sheet, sheetOf } from "../../ui/styles.server.ts";
import { siteMessages } from "../messages.ts";
import { OFFICE_PAGE } from "../names.ts";
import type { FaceSign } from "../views.ts";
import site from "./site.css?inline";

export const ownSheet = sheetOf(site);

interface FrameProps {
  readonly view: FaceSign;
  /** Discreet, without the jour's own short name, which goes before it. */
  readonly title?: string;
  /** Path of the page, for the link to its other language. */
  readonly path: string;
  readonly kind: "front" | "inner";
  /** 200 unless told. */
  readonly status?: number;
  /** Of a page that is not the site's own. */
  readonly sheet?: Sheet;
  readonly description?: string | undefined;
  /** Whether it shows pictures of this host. */
  readonly pictures?: boolean;
  /** Scheme and host as they were asked for; with it the page says where it is found, and where the feed is. */
  readonly origin?: string | undefined;
  /** Of the page's own text, where it is not in all languages of the site. */
  readonly languages?: readonly Language[] | undefined;
  /** Where it is not the path that leads to the other language. */
  readonly found?: string | undefined;
  readonly children: ComponentChildren;
}

const FEED = "/nyheter.atom";

/** A page of a face: sign, language, footer, and the exit that every page has. */
export function facePage(props: FrameProps): Page {
  const { view, title, children, kind, path, sheet = ownSheet, status = 200 } = props;
  const { description, pictures = false, origin, found = path } = props;
  const heads =
    origin === undefined
      ? undefined
      : { ...headsOf(origin, found, view.language, props.languages), feed: FEED };
  const say = siteMessages[view.language];
  const start = `/${inLanguage(view.language)}`;
  const parts = {
    language: view.language,
    title: title === undefined ? view.face.tabTitle : `${view.face.tabTitle}, ${title}`,
    exitUrl: view.exitUrl,
    colour: view.face.colour,
    banner: view.demo ? say.demoBanner : undefined,
    skip: say.skip,
    ...{ sheet, description, pictures, heads },
    children: (
      <div class={`page ${kind}`}>
        <header class="top">
          <a class="sign" href={start}>
            <Lantern height={32} />
            <span>{view.face.name}</span>
          </a>
          <OtherLanguage language={view.language} path={path} />
        </header>
        {children}
        <Foot label={say.footLabel} ways={waysOn(view)}>
          {say.madeWith}
        </Foot>
      </div>
    ),
  };
  return renderPage(parts, status);
}

/**
 * From every page one comes to the start, to what can be read, and to the office; from a federation's to the
 * jours; and where they are published, to how traces are cleared and to what is known of accessibility.
 */
function waysOn({ language, face, standing = {} }: FaceSign): (readonly [string, string])[] {
  const say = siteMessages[language];
  const query = inLanguage(language);
  const leadTo = (path: string | undefined, name: string): (readonly [string, string])[] =>
    path === undefined ? [] : [[path + query, name]];
  return [
    [`/${query}`, say.footStart],
    [`/sidor${query}`, say.footPages],
    ...(face.kind === "federation"
      ? ([
          [`/hitta${query}`, say.footJours],
          [OFFICE_PAGE + query, say.footContact],
        ] as const)
      : [[OFFICE_PAGE + query, say.footOffice] as const]),
    ...leadTo(standing.traces, say.footTraces),
    ...leadTo(standing.accessibility, say.footAccessibility),
  ];
}

function OtherLanguage({ language, path }: { language: Language; path: string }): JSX.Element {
  return (
    <nav>
      {languages
        .filter((one) => one !== language)
        .map((one) => (
          <a class="tongue" href={`${path}${inLanguage(one)}`} lang={one} hreflang={one}>
            {languageNames[one]}
          </a>
        ))}
    </nav>
  );
}

/** For whatever is not there, on any host; it asks nothing of the database. */
export function notFoundPage(demo: boolean, language: Language): Page {
  const { notFoundTitle, notFoundText } = siteMessages[language];
  return sorryPage(demo, language, 404, [notFoundTitle, notFoundText]);
}

/** Also for when the house itself fails: nothing of its own is left to say, but help elsewhere is. */
export function faultPage(code: string, demo: boolean, language: Language): Page {
  if (code === "not-found") return notFoundPage(demo, language);
  const { faultTitle, faultText } = siteMessages[language];
  return sorryPage(demo, language, 500, [faultTitle, faultText]);
}

function sorryPage(
  demo: boolean,
  language: Language,
  status: number,
  [title, text]: readonly [string, string],
): Page {
  const say = siteMessages[language];
  return renderPage(
    {
      language,
      title,
      exitUrl: defaultExitUrl,
      banner: demo ? say.demoBanner : undefined,
      skip: say.skip,
      sheet: ownSheet,
      children: (
        <div class="page inner">
          <main id="main" tabIndex={-1} class="part">
            <Tree height={72} />
            <h1>{title}</h1>
            <p>{text}</p>
            <p>
              <a class="button" href={`/${inLanguage(language)}`}>
                {say.backToStart}
              </a>
            </p>
            <p class="danger">
              {say.inDanger} <a href="tel:112">{say.call112}</a>
            </p>
          </main>
        </div>
      ),
    },
    status,
  );
}
