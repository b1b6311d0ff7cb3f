import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../letters/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import type { Companion } from "../contract.ts";
import { companionMessages } from "../messages.companion.ts";

interface CompanionProps {
  readonly companion: Companion;
  readonly language: Language;
  readonly onAlone: () => void;
}

/** In her mailbox: who comes with her. */
export function CompanionCard({
  companion,
  language,
  onAlone,
}: CompanionProps): JSX.Element | null {
  const t = companionMessages[language];
  const { state, alias } = companion;
  const [isAsking, setAsking] = useState(false);
  if (state === "none") return null;
  const isOn = state === "found" || state === "asked";
  return (
    <section class="card stack" aria-labelledby="companion-title">
      <h2 id="companion-title">{t.hers}</h2>
      <p role="status">
        {state === "found" ? (
          <>
            <strong>{t.found(alias)}</strong> {t.foundSays}
          </>
        ) : (
          t[state]
        )}
      </p>
      {isOn && !isAsking && (
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {t.alone}
        </Button>
      )}
      {isOn && isAsking && (
        <div class="row">
          <Button kind="danger" onPress={onAlone}>
            {t.aloneSure}
          </Button>
          <Button onPress={() => setAsking(false)}>{t.keep}</Button>
        </div>
      )}
      <p class="soft small">{t.seen}</p>
    </section>
  );
}
