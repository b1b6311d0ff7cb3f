import type { ComponentChildren, JSX } from "preact";
import type { Page } from "../platform/http/index.server.ts";
import { Lantern } from "../ui/drawings.tsx";
import { Foot } from "../ui/foot.server.tsx";
import { inLanguage, type Language, languageNames, languages } from "../ui/languages.ts";
import { defaultExitUrl, headsOf, renderPage } from "../ui/page.server.tsx";
import { type Sheet, sheetOf } from "../ui/styles.server.ts";
import { networkMessages } from "./messages.ts";

const ownSheet = sheetOf();

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
  readonly description?: string;
  readonly scripts?: readonly string[];
  /** Scheme and host as they were asked for. */
  readonly origin?: string;
  readonly children: ComponentChildren;
}

/** A page at the federation's host: its sign, the other language, the exit. */
export function federationFrame(frame: FederationFrame): Page {
  const { language, demo, title, name, path, sheet = ownSheet, status = 200, children } = frame;
  const { description, scripts = [], origin } = frame;
  // What the federation says is news only where it is a tenant.
  const feed = name === undefined ? undefined : "/nyheter.atom";
  const heads = origin === undefined ? undefined : { ...headsOf(origin, path, language), feed };
  const say = networkMessages[language];
  const parts = {
    language,
    title: title === undefined ? say.title : `${say.title}, ${title}`,
    exitUrl: defaultExitUrl,
    banner: demo ? say.demoBanner : undefined,
    skip: say.skip,
    ...{ sheet, description, heads, ...(scripts.length > 0 && { scripts }) },
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
        <Foot label={say.footLabel} ways={waysOn(frame)}>
          {say.madeWith}
        </Foot>
      </div>
    ),
  };
  return renderPage(parts, status);
}

/** What the federation has written is there to read only where it is a tenant, and so is somebody to write to. */
function waysOn({ language, name }: FederationFrame): (readonly [string, string])[] {
  const say = networkMessages[language];
  const query = inLanguage(language);
  return [
    [`/${query}`, say.footStart],
    [`/hitta${query}`, say.footJours],
    ...(name === undefined
      ? []
      : ([
          [`/sidor${query}`, say.footPages],
          [`/kontakta-oss${query}`, say.footContact],
        ] as const)),
  ];
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
