import type { JSX } from "preact";
import { inLanguage, type Language } from "../../ui/languages.ts";
import { siteMessages } from "../messages.ts";
import type { Door } from "../names.ts";
import type { FaceScene } from "../present.server.ts";
import type { Lead } from "../views.ts";

/** Beside a title in the other language, so that nobody opens a page that she cannot read. */
export function Lang({ of, language }: { readonly of: Lead; readonly language: Language }) {
  if (of.lang === undefined) return null;
  return <span class="small soft"> ({siteMessages[language].inOther})</span>;
}

interface ToReadProps {
  readonly scene: FaceScene;
  /** What is worth reading there; without one, the pages of the front page, and the way to all. */
  readonly door?: Door;
}

/** What can be read here in peace. */
export function ToRead({ scene, door }: ToReadProps): JSX.Element | null {
  const { language, leads } = scene;
  const pages = door ? leads?.[language].doors[door] : leads?.[language].pages;
  if (!pages || pages.length === 0) return null;
  const say = siteMessages[language];
  return (
    <section class="part">
      <h2>{say.guides}</h2>
      <ul class="news">
        {pages.map((lead: Lead) => (
          <li>
            <a href={lead.href} lang={lead.lang}>
              {lead.title}
            </a>
            <Lang of={lead} language={language} />
          </li>
        ))}
      </ul>
      {door === undefined && (
        <p>
          <a class="back" href={`/sidor${inLanguage(language)}`}>
            {say.allPages}
          </a>
        </p>
      )}
    </section>
  );
}

/** For those who come for something other than support; the first only while there is something to read there. */
export function OtherErrands({ scene }: { readonly scene: FaceScene }): JSX.Element {
  const { language, volunteers, office } = scene;
  const ways = [
    [volunteers, siteMessages[language].volunteers],
    [office, siteMessages[language].office],
  ] as const;
  return (
    <>
      {ways.map(
        ([page, name]) =>
          page !== undefined && (
            <p>
              <a class="back" href={page + inLanguage(language)}>
                {name}
              </a>
            </p>
          ),
      )}
    </>
  );
}
