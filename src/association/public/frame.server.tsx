import type { ComponentChildren } from "preact";
import { articleCss } from "../../pages/index.server.ts";
import type { Page } from "../../platform/http/index.server.ts";
import { facePage, type FaceSign } from "../../site/index.server.ts";
import { sheetOf } from "../../ui/styles.server.ts";
import own from "./association.css?inline";

const sheet = sheetOf(articleCss, own);

interface FrameProps {
  readonly sign: FaceSign;
  readonly title: string;
  /** Where the same is found in the other language. */
  readonly path: string;
  readonly status?: number;
  readonly description?: string;
  readonly children: ComponentChildren;
}

export function memberPage({ sign, children, ...more }: FrameProps): Page {
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
