import type { ComponentChildren, JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { Lantern, LitHouse, OpenDoor } from "../../ui/drawings.tsx";
import { renderPage } from "../../ui/page.server.tsx";
import type { Door } from "../names.ts";
import { ownSheet } from "../pages/frame.server.tsx";
import { isForPeople, ownDoor } from "../pages/parts.server.tsx";
import { type FaceScene, presentFace } from "../present.server.ts";
import type { DoorView } from "../views.ts";
import { Now, type Seen } from "./now.server.tsx";
import type { Tongue, TongueBook } from "./tongues.ts";

/** The front page in one of the further languages, or one of its doors. */
export function tonguePage(code: Tongue, book: TongueBook, scene: FaceScene, door?: Door): Page {
  // What the jour has written itself, she has in Swedish and English only.
  const view = presentFace({ ...scene, language: code === "sv-easy" ? "sv" : "en" });
  const seen = { code, book, scene, view };
  const shown = view.doors.find((one) => one.door === door);
  const { words } = book;
  const title = view.face.tabTitle;
  return renderPage({
    ...{ language: view.language, title, exitUrl: view.exitUrl, colour: view.face.colour },
    tongue: { lang: book.lang, exit: words.exit },
    banner: banner(seen),
    ...{ skip: words.skip, sheet: ownSheet },
    children: (
      <div class={`page ${shown ? "inner" : "front"}`}>
        <header class="top">
          <a class="sign" href={`/sprak/${code}`}>
            <Lantern height={32} />
            <span lang="sv">{view.face.name}</span>
          </a>
          <nav>
            <a class="tongue" href="/" lang="sv" hreflang="sv">
              Svenska
            </a>
            <a class="tongue" href="/?lang=en" lang="en" hreflang="en">
              English
            </a>
          </nav>
        </header>
        {shown ? <DoorMain {...seen} door={shown} /> : <FrontMain {...seen} />}
      </div>
    ),
  });
}

const banner = ({ book, view }: Seen): string | undefined =>
  [view.demo ? book.words.demo : "", book.checked === null ? book.words.unchecked : ""]
    .filter((part) => part !== "")
    .join(" ") || undefined;

function Main({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <main id="main" tabIndex={-1}>
      {children}
    </main>
  );
}

function FrontMain(seen: Seen): JSX.Element {
  const { book, view, code } = seen;
  const { words } = book;
  return (
    <Main>
      <div class="hero">
        <div>
          <h1>{words.lead}</h1>
          <p>{words.freeAnonymous}</p>
        </div>
        <LitHouse height={120} />
      </div>
      <Now {...seen} door={ownDoor(view)} isOurs />
      <section>
        <h2 class="visually-hidden">{words.whoAreYou}</h2>
        <ul class="doors card">
          {view.doors.map(({ door }) => (
            <li>
              <a href={`/sprak/${code}/${door}`}>
                <OpenDoor height={28} />
                <span>
                  <strong>{words.doors[door].label}</strong>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <Who {...seen} />
      <section class="part">
        <h2>{words.traces}</h2>
        {words.tracesSay.map((said) => (
          <p>{said}</p>
        ))}
      </section>
      <More {...seen} path="/" />
    </Main>
  );
}

function DoorMain(seen: Seen & { readonly door: DoorView }): JSX.Element {
  const { book, code, door } = seen;
  const { words } = book;
  const { label, lead } = words.doors[door.door];
  return (
    <Main>
      <p>
        <a class="back" href={`/sprak/${code}`}>
          {words.backToStart}
        </a>
      </p>
      <div class="hero">
        <div>
          <h1>{label}</h1>
          <p>{lead}</p>
        </div>
      </div>
      <Now
        {...seen}
        door={door.received ? door.door : undefined}
        isOurs={door.received || !isForPeople(door.door)}
      />
      {door.received && isForPeople(door.door) && <Who {...seen} />}
      {!door.received && <p>{words.notHere}</p>}
      <More {...seen} path={`/door/${door.door}`} />
    </Main>
  );
}

/** Who is received, who answers, and in which languages she can be answered. */
function Who({ book, scene }: Seen): JSX.Element {
  const { words, lang } = book;
  const { policy, reach } = scene.record.content;
  const { from, until } = policy.ages;
  const receives = policy.receives === "women" ? words.receivesWomen : words.receivesAll;
  const named = new Intl.DisplayNames([lang], { type: "language" });
  const languages = reach.languages.map((one) => named.of(one) ?? one);
  const list = new Intl.ListFormat([lang], { type: "conjunction" }).format(languages);
  return (
    <section class="part">
      <p>
        {receives(from, until)}{" "}
        {policy.answeredBy === "women" ? words.answersWomen : words.answersAdult}
      </p>
      <p>{words.weAnswerIn(list)}</p>
    </section>
  );
}

function More({ book, view, path }: Seen & { readonly path: string }): JSX.Element {
  const href = view.language === "sv" ? path : `${path}?lang=${view.language}`;
  return (
    <p>
      <a class="back" href={href} hreflang={view.language}>
        {book.words.moreIn}
      </a>
    </p>
  );
}
