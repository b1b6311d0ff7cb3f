import type { JSX } from "preact";
import type { Page } from "../platform/http/index.server.ts";
import { Lantern, LitHouse } from "../ui/drawings.tsx";
import { type Language, languageNames, languages } from "../ui/languages.ts";
import { defaultExitUrl, renderPage } from "../ui/page.server.tsx";
import { sheetOf } from "../ui/styles.server.ts";
import { networkMessages } from "./messages.ts";

const sheet = sheetOf();

export interface FederationScene {
  readonly language: Language;
  readonly demo: boolean;
}

/** The bare host: the way to the directory of all jours, and what the house is. */
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
          <p>
            <a
              class="button button-lamp"
              href={language === "sv" ? "/hitta" : `/hitta?lang=${language}`}
            >
              {say.toDirectory}
            </a>
          </p>
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
