import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { type LinkList, type LostLink, pagePaths as paths, type TriedLink } from "../contract.ts";
import type { TextLanguage } from "../kinds.ts";
import { hintMessages } from "../messages.hints.ts";
import { linkMessages } from "../messages.links.ts";
import type { Book } from "./book.browser.ts";
import { Button, Fault, languageName } from "./parts.browser.tsx";
import type { Part } from "./room.browser.tsx";

interface Place {
  readonly page: string;
  readonly language: TextLanguage;
}
type TriedHere = TriedLink & Place;

/** All links of the site: those within it at once, those to other sites when she asks for it. */
export function Links({ book, language }: Part): JSX.Element {
  const t = linkMessages[language];
  const list = useSignal<LinkList | null>(null);
  const fault = useSignal<string | null>(null);
  const look = async (): Promise<void> => {
    const answer = await book.api.post<LinkList>(paths.links, {});
    fault.value = answer.ok ? null : answer.code;
    if (answer.ok) list.value = answer.value;
  };
  return (
    <section class="card stack" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p>{t.says}</p>
      <Fault code={fault.value} language={language} />
      <p>
        <Button onPress={() => void look()}>{t.look}</Button>
      </p>
      <div role="status" class="stack">
        {list.value && <Lost {...{ book, language }} lost={list.value.lost} />}
      </div>
      {list.value && <Outward {...{ book, language }} texts={list.value.outward} />}
    </section>
  );
}

function Lost({ book, language, lost }: Part & { readonly lost: readonly LostLink[] }) {
  if (lost.length === 0) return <p>{linkMessages[language].allWell}</p>;
  return (
    <ul class="pages-links">
      {lost.map((link) => (
        <li key={`${link.page} ${link.language} ${link.address}`}>
          {hintMessages[language][link.kind](link.address)}
          <OpenText {...{ book, language, place: link }} />
        </li>
      ))}
    </ul>
  );
}

function OpenText({ book, language, place }: Part & { readonly place: Place }): JSX.Element {
  const texts = book.entry(place.page)?.texts ?? [];
  const title = texts.find((one) => one.language === place.language)?.title ?? "";
  return (
    <Button kind="quiet" onPress={() => void book.open(place.page, place.language)}>
      {linkMessages[language].openText}: {title} ({languageName(place.language, language)})
    </Button>
  );
}

function Outward({ book, language, texts }: Part & { readonly texts: readonly Place[] }) {
  const t = linkMessages[language];
  const tried = useSignal<readonly TriedHere[]>([]);
  const done = useSignal<number | null>(null);
  const fault = useSignal<string | null>(null);
  const run = async (): Promise<void> => {
    [tried.value, fault.value] = [[], null];
    for (const [at, place] of texts.entries()) {
      done.value = at;
      const answer = await tryIn(book, place);
      if (typeof answer === "string") fault.value = answer;
      else tried.value = [...tried.value, ...answer];
      if (fault.value !== null) break;
    }
    done.value = fault.value === null ? texts.length : null;
  };
  if (texts.length === 0) return <p>{t.noOutward}</p>;
  const isUnderWay = done.value !== null && done.value < texts.length;
  return (
    <>
      <p class="hint">{t.outwardSays}</p>
      <Fault code={fault.value} language={language} />
      <p>
        <Button disabled={isUnderWay} onPress={() => void run()}>
          {t.tryOut(texts.length)}
        </Button>
      </p>
      <p role="status">{isUnderWay && t.trying((done.value ?? 0) + 1, texts.length)}</p>
      <Found {...{ book, language }} tried={tried.value} isDone={done.value === texts.length} />
    </>
  );
}

interface FoundProps extends Part {
  readonly tried: readonly TriedHere[];
  readonly isDone: boolean;
}

function Found({ book, language, tried, isDone }: FoundProps): JSX.Element {
  const t = linkMessages[language];
  const bad = tried.filter(({ reached }) => reached !== "there");
  const sum =
    bad.length === 0 ? t.outwardWell(tried.length) : t.outwardFound(bad.length, tried.length);
  return (
    <>
      <p role="status">{isDone && sum}</p>
      <ul class="pages-links">
        {bad.map((link) => (
          <li key={`${link.page} ${link.language} ${link.address}`}>
            {said(link, t)}
            <OpenText {...{ book, language, place: link }} />
          </li>
        ))}
      </ul>
    </>
  );
}

async function tryIn(book: Book, { page, language }: Place): Promise<TriedHere[] | string> {
  const answer = await book.api.post<{ tried: TriedLink[] }>(paths.tryLinks, { page, language });
  if (!answer.ok) return answer.code;
  return answer.value.tried.map((one) => ({ ...one, page, language }));
}

function said({ address, reached, to }: TriedLink, t: (typeof linkMessages)["sv"]): string {
  if (reached === "moved") return t.moved(address, to ?? "?");
  if (reached === "not-public") return t.notPublic(address);
  return reached === "there" ? "" : t[reached](address);
}
