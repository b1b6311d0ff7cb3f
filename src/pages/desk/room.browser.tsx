import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { deskMessages } from "../messages.desk.ts";
import { type Book, bookOf } from "./book.browser.ts";
import { Editor } from "./editor.browser.tsx";
import { PagesList } from "./list.browser.tsx";
import { MakePage } from "./make.browser.tsx";
import { Button, Fault } from "./parts.browser.tsx";
import type { PagesApi } from "./writing.browser.ts";

export interface RoomProps {
  readonly api: PagesApi;
  readonly language: Language;
}

/** What every part of the room is given. */
export interface Part {
  readonly book: Book;
  readonly language: Language;
}

/** The pages of the jour: a list, and one text at a time that is being written. */
export function Room({ api, language }: RoomProps): JSX.Element {
  const book = useMemo(() => bookOf(api), [api]);
  useEffect(() => void book.look(), [book]);
  useEffect(() => {
    const ask = (event: Event): void => {
      if (book.writing.value?.mustWait) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => {
      removeEventListener("beforeunload", ask);
      void book.writing.value?.keep();
    };
  }, [book]);
  const writing = book.writing.value;
  const entry = writing && book.entry(writing.place.page);
  return (
    <div class="pages-room stack">
      {writing && entry ? (
        <Editor
          key={`${writing.place.page} ${writing.place.language}`}
          {...{ book, language, writing, entry }}
        />
      ) : (
        <Overview book={book} language={language} />
      )}
    </div>
  );
}

function Overview({ book, language }: Part): JSX.Element {
  const t = deskMessages[language];
  const isMaking = useSignal(false);
  const { list, fault } = book;
  return (
    <>
      <h1>{t.title}</h1>
      <p class="soft">{t.lead}</p>
      <Fault code={fault.value} language={language} />
      {fault.value !== null && <Button onPress={() => void book.look()}>{t.again}</Button>}
      {list.value === null && fault.value === null && <p role="status">{t.loading}</p>}
      {list.value && (
        <>
          {isMaking.value ? (
            <MakePage book={book} language={language} onDone={() => (isMaking.value = false)} />
          ) : (
            <p>
              <Button kind="lamp" onPress={() => (isMaking.value = true)}>
                {t.newPage}
              </Button>
            </p>
          )}
          <PagesList book={book} language={language} />
        </>
      )}
    </>
  );
}
