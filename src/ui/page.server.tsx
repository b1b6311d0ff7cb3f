import type { ComponentChildren, JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { contentSecurityPolicy, type Page } from "../platform/http/index.server.ts";
import { ExitLink, ExitSkipLink } from "./exit-link.tsx";
import { exitMessages, type ExitSaid } from "./exit-words.ts";
import { direction, type Language } from "./languages.ts";
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
  readonly children: ComponentChildren;
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
  const { language, title, exitUrl, colour, banner, skip, sheet, children } = parts;
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
