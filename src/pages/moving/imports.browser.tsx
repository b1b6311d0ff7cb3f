import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Button, Fault } from "../desk/parts.browser.tsx";
import type { Part } from "../desk/room.browser.tsx";
import { movingMessages } from "../messages.moving.ts";
import { type ImportView, movingPaths as paths } from "./contract.ts";
import { LeftList } from "./left-list.browser.tsx";

/** What has been moved in, until its report is put away: each can be undone in one step. */
export function Imports({ book, language }: Part): JSX.Element | null {
  const t = movingMessages[language];
  const list = useSignal<readonly ImportView[]>([]);
  const fault = useSignal<string | null>(null);
  const look = async (): Promise<void> => {
    const answer = await book.api.post<{ imports: ImportView[] }>(paths.list, {});
    fault.value = answer.ok ? null : answer.code;
    if (answer.ok) list.value = answer.value.imports;
  };
  const pages = book.list.value?.pages;
  useEffect(() => void look(), [book, pages]);
  const act = async (path: string, id: string): Promise<void> => {
    const answer = await book.act(path, { import: id });
    await look();
    if (!answer.ok) fault.value = answer.code;
  };
  if (list.value.length === 0 && fault.value === null) return null;
  return (
    <section class="stack" aria-label={t.imports}>
      <h2>{t.imports}</h2>
      <Fault code={fault.value} language={language} />
      {list.value.map((one) => (
        <Import
          key={one.id}
          {...{ one, language }}
          onUndo={() => void act(paths.undo, one.id)}
          onKeep={() => void act(paths.keep, one.id)}
        />
      ))}
    </section>
  );
}

interface ImportProps extends Pick<Part, "language"> {
  readonly one: ImportView;
  readonly onUndo: () => void;
  readonly onKeep: () => void;
}

function Import({ one, language, onUndo, onKeep }: ImportProps): JSX.Element {
  const t = movingMessages[language];
  const asked = useSignal(false);
  const { pages, pictures, worked, madeOn, madeBy, isFinished, left } = one;
  return (
    <div class="card stack">
      <p>
        {t.line(pages, pictures, madeOn)}
        {madeBy !== null && `, ${t.by(madeBy)}`}
        {!isFinished && <span class="pages-under">{t.brokenOff}</span>}
      </p>
      <LeftList left={left} language={language} />
      {asked.value ? (
        <div class="notice notice-danger stack">
          <p>{t.undoSays(pages, worked)}</p>
          <p>
            <Button kind="danger" onPress={onUndo}>
              {t.undoSure}
            </Button>
          </p>
        </div>
      ) : (
        <div class="row">
          <Button onPress={() => (asked.value = true)}>{t.undo}</Button>
          {isFinished && (
            <Button kind="quiet" onPress={onKeep}>
              {t.keep}
            </Button>
          )}
        </div>
      )}
      {isFinished && !asked.value && <p class="hint">{t.keepSays}</p>}
    </div>
  );
}
