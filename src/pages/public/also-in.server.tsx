import type { JSX } from "preact";
import { furtherLanguages, furtherNames, isFurther } from "../../ui/further.ts";
import { direction, languageNames } from "../../ui/languages.ts";
import { addressOf, tagOf, type TextLanguage } from "../kinds.ts";
import type { LiveText } from "../reading.server.ts";

interface AlsoInProps {
  readonly text: LiveText;
  /** In which it can be read. */
  readonly languages: readonly TextLanguage[];
  readonly label: string;
}

/** The other languages of a page, each by what it calls itself. */
export function AlsoIn({ text, languages, label }: AlsoInProps): JSX.Element | null {
  // Swedish and English lead to each other, and to easy-read Swedish, at the top of the page.
  const others = languages.filter(
    (one) => one !== text.language && (isFurther(text.language) || isFurther(one)),
  );
  if (others.length === 0) return null;
  return (
    <nav class="also-in" aria-label={label}>
      <p>{label}</p>
      <ul>
        {others.map((one) => (
          <li>
            <a
              class="tongue"
              href={addressOf(text, one)}
              lang={tagOf(one)}
              hreflang={tagOf(one)}
              dir={direction(tagOf(one))}
            >
              {nameOf(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface InFurtherProps {
  readonly texts: readonly LiveText[];
  readonly title: string;
}

/** Everything that can be read in further languages, by language. */
export function InFurther({ texts, title }: InFurtherProps): JSX.Element | null {
  const named = furtherLanguages.flatMap((language) => {
    const own = texts.filter((text) => text.language === language);
    return own.length === 0 ? [] : [{ language, own }];
  });
  if (named.length === 0) return null;
  return (
    <section class="part">
      <h2>{title}</h2>
      {named.map(({ language, own }) => (
        <details lang={language} dir={direction(language)}>
          <summary>{furtherNames[language]}</summary>
          <ul class="news">
            {own.map((text) => (
              <li>
                <a href={addressOf(text, language)}>{text.title}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function nameOf(language: TextLanguage): string {
  if (isFurther(language)) return furtherNames[language];
  return language === "sv-easy" ? "Lätt svenska" : languageNames[language];
}
