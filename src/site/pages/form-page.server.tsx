import type { ComponentChildren } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import type { Sheet } from "../../ui/styles.server.ts";
import type { FaceSign } from "../views.ts";
import { facePage } from "./frame.server.tsx";

export interface FormPageProps {
  readonly sign: FaceSign;
  readonly sheet: Sheet;
  readonly title: string;
  /** Where the same is found in the other language. */
  readonly path: string;
  readonly status?: number;
  readonly description?: string;
  /** Whether it shows pictures of this host. */
  readonly pictures?: boolean;
  readonly children: ComponentChildren;
}

/** A page of a face with a form that needs no script. */
export function formPage({ sign, children, ...more }: FormPageProps): Page {
  const page = facePage({
    ...{ view: sign, kind: "inner", ...more },
    children: (
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    ),
  });
  // Without it the origin of a form would be "null" in browsers that say nothing else of where it comes from.
  return { ...page, headers: { ...page.headers, "Referrer-Policy": "same-origin" } };
}
