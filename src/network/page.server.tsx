import type { JSX } from "preact";
import type { Page } from "../platform/http/index.server.ts";
import { Lantern, LitHouse, OpenDoor } from "../ui/drawings.tsx";
import { type Language, languageNames, languages } from "../ui/languages.ts";
import { defaultExitUrl, renderPage } from "../ui/page.server.tsx";
import { sheetOf } from "../ui/styles.server.ts";
import { find } from "./find.ts";
import { networkMessages } from "./messages.ts";
import network from "./network.css?inline";
import type { ListedFace } from "./store.server.ts";

const sheet = sheetOf(network);

export interface FederationScene {
  readonly listed: readonly ListedFace[];
  /** What was searched for; '' shows all. */
  readonly search: string;
  readonly language: Language;
  /** ":8080" or nothing. */
  readonly port: string;
  readonly demo: boolean;
}

/** The bare host: every jour of the house, and what the house is. */
export function federationPage(scene: FederationScene): Page {
  const { language } = scene;
  const say = networkMessages[language];
  return renderPage({
    language,
    title: say.title,
    exitUrl: defaultExitUrl,
    banner: scene.demo ? say.demoBanner : undefined,
    skip: say.skip,
    sheet,
    children: (
      <div class="page">
        <header class="top">
          <span class="sign">
            <Lantern height={32} />
            <span>Lykta</span>
          </span>
          <OtherLanguage language={language} />
        </header>
        <main id="main" tabIndex={-1}>
          <Hero language={language} />
          <Search scene={scene} />
          <Jours scene={scene} />
          <p>
            {say.nightLine}
            <a href="tel:020505050">020-50 50 50</a>
          </p>
          <About language={language} />
        </main>
      </div>
    ),
  });
}

function OtherLanguage({ language }: { readonly language: Language }): JSX.Element {
  return (
    <nav>
      {languages
        .filter((one) => one !== language)
        .map((one) => (
          <a class="tongue" href={one === "sv" ? "/" : `/?lang=${one}`} lang={one} hreflang={one}>
            {languageNames[one]}
          </a>
        ))}
    </nav>
  );
}

function Hero({ language }: { readonly language: Language }): JSX.Element {
  const say = networkMessages[language];
  return (
    <div class="hero">
      <div>
        <h1>{say.heading}</h1>
        <p>{say.lead}</p>
        <p class="danger">
          {say.inDanger} <a href="tel:112">{say.call112}</a>
        </p>
      </div>
      <LitHouse height={120} />
    </div>
  );
}

function Search({ scene }: { readonly scene: FederationScene }): JSX.Element {
  const say = networkMessages[scene.language];
  return (
    <form class="find" action="/" method="get" role="search" autocomplete="off">
      {scene.language !== "sv" && <input type="hidden" name="lang" value={scene.language} />}
      <div class="field">
        <label for="q">{say.searchLabel}</label>
        <input
          id="q"
          name="q"
          type="search"
          value={scene.search}
          maxLength={80}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
      <button class="button" type="submit">
        {say.search}
      </button>
    </form>
  );
}

function Jours({ scene }: { readonly scene: FederationScene }): JSX.Element {
  const { listed, search, language, port } = scene;
  const say = networkMessages[language];
  const found = find(listed, search);
  const ending = language === "sv" ? "/" : `/?lang=${language}`;
  return (
    <section class="stack">
      <p class="soft">{found.length > 0 ? say.found(found.length) : say.none(search)}</p>
      {found.length > 0 && (
        <ul class="doors card">
          {found.map((jour) => (
            <li>
              <a href={`//${jour.host}${port}${ending}`}>
                <OpenDoor height={28} />
                <span>
                  <strong>{jour.name}</strong>
                  <span class="hint">
                    {[say[jour.kind], jour.place].filter((part) => part !== "").join(", ")}
                  </span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {search !== "" && (
        <p>
          <a class="button button-quiet" href={ending}>
            {say.showAll}
          </a>
        </p>
      )}
    </section>
  );
}

function About({ language }: { readonly language: Language }): JSX.Element {
  const say = networkMessages[language];
  return (
    <>
      <section class="part">
        <h2>{say.whatTitle}</h2>
        <p>{say.what}</p>
      </section>
      <section class="part">
        <h2>{say.hiddenTitle}</h2>
        <ul>
          {[say.hidden1, say.hidden2, say.hidden3, say.hidden4].map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
