import type { JSX } from "preact";
import { Entry } from "./inbox.browser.tsx";
import { type InboxPart, inboxWords } from "./purpose.browser.ts";

interface StagedProps<Stage extends string> extends InboxPart {
  readonly stages: readonly Stage[];
  readonly stageOf: (id: string) => Stage;
  readonly t: Readonly<Record<Stage | "empty" | "emptySays", string>>;
}

/** An inbox as a board: what lies there by how far it has come; an empty stage is left out. */
export function StagedEntries<Stage extends string>(props: StagedProps<Stage>): JSX.Element {
  const { app, language, stages, stageOf, t } = props;
  const inbox = app.inbox.value;
  if (!inbox) return <p class="soft">{inboxWords(props).loading}</p>;
  if (inbox.entries.length === 0) {
    return (
      <div class="card stack">
        <strong>{t.empty}</strong>
        <p class="soft">{t.emptySays}</p>
      </div>
    );
  }
  return (
    <>
      {stages.map((stage) => {
        const there = inbox.entries.filter(({ id }) => stageOf(id) === stage);
        return there.length === 0 ? null : (
          <section key={stage} class="stack" aria-labelledby={`${app.purpose.team}-${stage}`}>
            <h2 class="board-stage" id={`${app.purpose.team}-${stage}`}>
              {t[stage]} <span class="soft">{there.length}</span>
            </h2>
            <ul class="inbox-entries">
              {there.map((entry) => (
                <Entry key={entry.id} app={app} language={language} entry={entry} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
