import type { ComponentChildren, JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { contentSecurityPolicy, type Page } from "../platform/http/index.server.ts";
import { ExitLink, ExitSkipLink } from "./exit-link.tsx";
import { exitMessages, type ExitSaid } from "./exit-words.ts";
import { direction, inLanguage, type Language, languages } from "./languages.ts";
import type { Sheet } from "./styles.server.ts";

/** Where the exit leads when no jour has chosen: the weather, which anybody looks at. */
export const defaultExitUrl = "https://www.smhi.se/";

export interface PageParts {
  readonly language: Language;
  /** Discreet: it stands on the tab and in the history. */
  readonly title: string;
  readonly exitUrl: string;
  readonly colour?: string;
  /** Shown on every page of a demonstration, which also asks not to be indexed. */
  readonly banner?: string | undefined;
  readonly skip: string;
  readonly sheet: Sheet;
  /** The page in a sentence, for search engines. */
  readonly description?: string | undefined;
  /** Whether it shows pictures of this host. */
  readonly pictures?: boolean;
  /** Of our own, beside the exit; such a page may also fetch from this host. */
  readonly scripts?: readonly string[];
  /** Of a page in a further language: its tag, and what the exit says in it. */
  readonly tongue?: { readonly lang: string; readonly exit: ExitSaid };
  /** Where the page is found, for search engines and readers of feeds. */
  readonly heads?: Heads | undefined;
  readonly children: ComponentChildren;
}

/** Whole addresses: what is half an address here is read as none. */
export interface Heads {
  readonly canonical: string;
  /** The same page in each language that it is in; none where there is one alone. */
  readonly languages: readonly (readonly [lang: string, address: string])[];
  /** Path of the feed of its news. */
  readonly feed?: string | undefined;
}

/** Of a page at `path` of `origin`, as it is read in `language`; one that it is not in is no page of its own. */
export function headsOf(
  origin: string,
  path: string,
  language: Language,
  those: readonly Language[] = languages,
): Heads {
  const at = (one: Language): string => `${origin}${path}${inLanguage(one)}`;
  const own = those.includes(language) ? language : (those[0] ?? "sv");
  return {
    canonical: at(own),
    languages: those.length > 1 ? those.map((one) => [one, at(one)] as const) : [],
  };
}

/** A whole public page. It carries its style within, and its only script is the exit unless it names more. */
export function renderPage(parts: PageParts, status = 200): Page {
  return {
    status,
    body: `<!doctype html>${renderToString(<Document {...parts} />)}`,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": parts.tongue?.lang ?? parts.language,
      "Content-Security-Policy": contentSecurityPolicy({
        "style-src": parts.sheet.source,
        "script-src": "'self'",
        "img-src": parts.pictures ? "'self' data:" : "data:",
        ...(parts.scripts && { "connect-src": "'self'" }),
      }),
      ...(parts.banner !== undefined && { "X-Robots-Tag": "noindex, nofollow" }),
    },
  };
}

function Document(parts: PageParts): JSX.Element {
  const { language, title, exitUrl, colour, banner, skip, sheet, heads, children } = parts;
  const lang = parts.tongue?.lang ?? language;
  const exit = parts.tongue?.exit ?? exitMessages[language];
  return (
    <html lang={lang} dir={direction(lang)} data-colour={colour}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {banner !== undefined && <meta name="robots" content="noindex, nofollow" />}
        {parts.description !== undefined && <meta name="description" content={parts.description} />}
        <title>{title}</title>
        {heads && <Found {...heads} />}
        {/* No picture for the tab, and none for the browser to keep. */}
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: sheet.css }} />
        {/* At once, before anything is shown: Back from elsewhere must not flash the page. */}
        <script src="/exit.js" />
        {parts.scripts?.map((source) => (
          <script src={source} defer />
        ))}
      </head>
      <body>
        <section aria-label={exit.leave}>
          <ExitLink href={exitUrl} language={language} say={exit} />
          <a class="skip visually-hidden" href="#main">
            {skip}
          </a>
          <ExitSkipLink href={exitUrl} language={language} say={exit} />
        </section>
        {banner !== undefined && (
          <section class="banner" aria-label="Demo">
            <p>{banner}</p>
          </section>
        )}
        {children}
      </body>
    </html>
  );
}

const Found = ({ canonical, languages: those, feed }: Heads): JSX.Element => (
  <>
    <link rel="canonical" href={canonical} />
    {those.map(([one, address]) => (
      <link rel="alternate" hreflang={one} href={address} />
    ))}
    {feed !== undefined && <link rel="alternate" type="application/atom+xml" href={feed} />}
  </>
);
