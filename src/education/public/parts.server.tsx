import type { ComponentChildren } from "preact";
import { articleCss } from "../../pages/index.server.ts";
import type { Page } from "../../platform/http/index.server.ts";
import { facePage, type FaceSign } from "../../site/index.server.ts";
import type { Language } from "../../ui/languages.ts";
import { sheetOf } from "../../ui/styles.server.ts";
import own from "./education.css?inline";

export { Back, ChoiceField, Field, Told } from "../../ui/plain-fields.server.tsx";

const sheet = sheetOf(articleCss, own);

export const inLanguage = (path: string, language: Language): string =>
  language === "sv" ? path : `${path}?lang=${language}`;

interface FrameProps {
  readonly sign: FaceSign;
  readonly title: string;
  /** Where the same is found in the other language. */
  readonly path: string;
  readonly status?: number;
  readonly description?: string;
  readonly children: ComponentChildren;
}

export function lecturePage({ sign, children, ...more }: FrameProps): Page {
  const page = facePage({
    ...{ view: sign, kind: "inner", sheet, ...more },
    children: (
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    ),
  });
  // Without it the origin of a form would be "null" in browsers that say nothing else of where it comes from.
  return { ...page, headers: { ...page.headers, "Referrer-Policy": "same-origin" } };
}
