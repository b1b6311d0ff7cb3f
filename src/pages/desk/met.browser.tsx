import type { JSX } from "preact";
import { deskMessages } from "../messages.desk.ts";
import { Difference } from "./difference.browser.tsx";
import type { EditorPart } from "./editor.browser.tsx";
import { Button } from "./parts.browser.tsx";

/** Two have written at once: both texts are there, and she decides which is the newest. */
export function Met({ writing, language }: EditorPart): JSX.Element {
  const t = deskMessages[language];
  const theirs = writing.theirs.value;
  return (
    <div role="alert">
      {theirs && (
        <section class="notice notice-danger stack" aria-label={t.metTitle}>
          <strong>{t.metTitle}</strong>
          <p>{t.metSays}</p>
          <Difference before={theirs.text} after={writing.text.value} language={language} />
          <div class="row">
            <Button onPress={() => void writing.saveOverTheirs()}>{t.mineNewest}</Button>
            <Button kind="quiet" onPress={() => void writing.discard()}>
              {t.takeTheirs}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
