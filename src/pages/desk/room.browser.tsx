import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { deskMessages } from "../messages.desk.ts";
import { movingMessages } from "../messages.moving.ts";
import { FormerAddresses } from "../former/former.browser.tsx";
import { Imports } from "../moving/imports.browser.tsx";
import { LateMoving } from "../moving/late.browser.tsx";
import { type Book, bookOf } from "./book.browser.ts";
import { Editor } from "./editor.browser.tsx";
import { Links } from "./links.browser.tsx";
import { PagesList } from "./list.browser.tsx";
import { MakePage } from "./make.browser.tsx";
import { Button, Fault } from "./parts.browser.tsx";
import { EyesRule } from "./second-eyes.browser.tsx";
import type { PagesApi } from "./writing.browser.ts";

export interface RoomProps {
  readonly api: PagesApi;
  readonly language: Language;
  /** Whether she may change how the jour publishes. */
  readonly maySet: boolean;
}

/** What every part of the room is given. */
export interface Part {
  readonly book: Book;
  readonly language: Language;
}

/** The pages of the jour: a list, and one text at a time that is being written. */
export function Room({ api, language, maySet }: RoomProps): JSX.Element {
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
        <Overview {...{ book, language, maySet }} />
      )}
    </div>
  );
}

function Overview({ book, language, maySet }: Part & { maySet: boolean }): JSX.Element {
  const t = deskMessages[language];
  const doing = useSignal<"make" | "move" | null>(null);
  const done = (): void => {
    doing.value = null;
  };
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
          {doing.value === "make" && <MakePage {...{ book, language }} onDone={done} />}
          {doing.value === "move" && <LateMoving {...{ book, language }} onDone={done} />}
          {doing.value === null && (
            <div class="row">
              <Button kind="lamp" onPress={() => (doing.value = "make")}>
                {t.newPage}
              </Button>
              <Button onPress={() => (doing.value = "move")}>
                {movingMessages[language].move}
              </Button>
            </div>
          )}
          <Imports book={book} language={language} />
          <PagesList book={book} language={language} />
          <Links book={book} language={language} />
          <FormerAddresses book={book} language={language} />
          {maySet && <EyesRule book={book} language={language} />}
        </>
      )}
    </>
  );
}
