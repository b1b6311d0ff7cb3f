import type { JSX } from "preact";
import type { Page } from "../platform/http/index.server.ts";
import { LitHouse } from "../ui/drawings.tsx";
import { formatDate, inLanguage, type Language } from "../ui/languages.ts";
import { federationFrame } from "./frame.server.tsx";
import { joiningPaths } from "./joining/contract.ts";
import { networkMessages } from "./messages.ts";

/** A page that the front page leads to. */
interface Lead {
  readonly href: string;
  readonly title: string;
  readonly date: string | null;
  /** Where it is in another language than the page around it. */
  readonly lang?: Language;
}

/** What the federation says, newest first. */
export type Voice = Readonly<Record<(typeof VOICE)[number], readonly Lead[]>>;
const VOICE = ["news", "positions", "referrals", "reports", "groups"] as const;

/** The federation as a tenant of its house: its name, and what it says. */
export interface Federation {
  readonly name: string;
  readonly voice: Readonly<Record<Language, Voice>>;
}

export interface FederationScene {
  readonly language: Language;
  readonly demo: boolean;
  readonly federation: Federation | undefined;
  readonly origin: string;
}

/** The bare host: the way to the directory of all jours, what the federation says, and what the house is. */
export function federationPage({ language, demo, federation, origin }: FederationScene): Page {
  const say = networkMessages[language];
  return federationFrame({
    ...{ language, demo, name: federation?.name, path: "/", origin },
    children: (
      <main id="main" tabIndex={-1}>
        <Hero language={language} />
        <p>
          <a class="button button-lamp" href={`/hitta${inLanguage(language)}`}>
            {say.toDirectory}
          </a>
        </p>
        <p>
          {say.nightLine}
          <a href="tel:020505050">020-50 50 50</a>
        </p>
        {federation && <Says voice={federation.voice[language]} language={language} />}
        {federation && (
          <section class="part">
            <h2>{say.joinTitle}</h2>
            <p>{say.join}</p>
            <p>
              <a class="back" href={joiningPaths.form + inLanguage(language)}>
                {say.toJoin}
              </a>
            </p>
          </section>
        )}
        <About language={language} />
      </main>
    ),
  });
}

interface SaysProps {
  readonly voice: Voice;
  readonly language: Language;
}

function Says({ voice, language }: SaysProps): JSX.Element | null {
  const say = networkMessages[language];
  const said = VOICE.filter((kind) => voice[kind].length > 0);
  if (said.length === 0) return null;
  return (
    <>
      {said.map((kind) => (
        <section class="part">
          <h2>{say[kind]}</h2>
          <ul class="news">
            {voice[kind].map(({ href, title, date, lang }) => (
              <li>
                <a href={href} lang={lang}>
                  {title}
                </a>
                {lang !== undefined && <span class="small soft"> ({say.inOther})</span>}
                {date !== null && (
                  <time class="small soft" dateTime={date}>
                    {formatDate(Date.parse(`${date}T12:00Z`), language, true)}
                  </time>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <a class="back" href={`/sidor${inLanguage(language)}`}>
          {say.allPages}
        </a>
      </p>
    </>
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
