import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { deskMessages } from "../messages.desk.ts";

/** At the federation's desk: its members are jours, and stand elsewhere. */
export function FederationSays({ language }: { readonly language: Language }): JSX.Element {
  const t = deskMessages[language];
  return (
    <section class="board-page stack" aria-labelledby="association-federation">
      <h1 class="desk-title" id="association-federation">
        {t.federation}
      </h1>
      <p class="card">{t.federationSays}</p>
    </section>
  );
}
