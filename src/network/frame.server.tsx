import type { ComponentChildren, JSX } from "preact";
import type { Page } from "../platform/http/index.server.ts";
import { Lantern } from "../ui/drawings.tsx";
import { type Language, languageNames, languages } from "../ui/languages.ts";
import { defaultExitUrl, renderPage } from "../ui/page.server.tsx";
import { type Sheet, sheetOf } from "../ui/styles.server.ts";
import { networkMessages } from "./messages.ts";

const ownSheet = sheetOf();

export const inLanguage = (language: Language): string =>
  language === "sv" ? "" : `?lang=${language}`;

export interface FederationFrame {
  readonly language: Language;
  readonly demo: boolean;
  /** Discreet: it stands on the tab. */
  readonly title?: string;
  /** Of the federation, where it is a tenant; else the house's. */
  readonly name?: string | undefined;
  readonly path: string;
  readonly sheet?: Sheet;
  readonly status?: number;
  readonly children: ComponentChildren;
}

/** A page at the federation's host: its sign, the other language, the exit. */
export function federationFrame(frame: FederationFrame): Page {
  const { language, demo, title, name, path, sheet = ownSheet, status = 200, children } = frame;
  const say = networkMessages[language];
  const parts = {
    language,
    title: title === undefined ? say.title : `${say.title}, ${title}`,
    exitUrl: defaultExitUrl,
    banner: demo ? say.demoBanner : undefined,
    skip: say.skip,
    sheet,
    children: (
      <div class="page">
        <header class="top">
          <a class="sign" href={`/${inLanguage(language)}`}>
            <Lantern height={32} />
            <span>{name ?? say.title}</span>
          </a>
          <OtherLanguage language={language} path={path} />
        </header>
        {children}
      </div>
    ),
  };
  return renderPage(parts, status);
}

interface OtherProps {
  readonly language: Language;
  readonly path: string;
}

function OtherLanguage({ language, path }: OtherProps): JSX.Element {
  return (
    <nav>
      {languages
        .filter((one) => one !== language)
        .map((one) => (
          <a class="tongue" href={path + inLanguage(one)} lang={one} hreflang={one}>
            {languageNames[one]}
          </a>
        ))}
    </nav>
  );
}
