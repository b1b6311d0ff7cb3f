import type { ComponentChildren, JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { LitHouse, OpenDoor } from "../../ui/drawings.tsx";
import { isFurther } from "../../ui/further.ts";
import type { Door } from "../names.ts";
import { isForPeople, ownDoor } from "../pages/parts.server.tsx";
import { type FaceScene, presentFace } from "../present.server.ts";
import type { DoorView, Lead } from "../views.ts";
import { tongueFrame } from "./frame.server.tsx";
import { Now, type Seen } from "./now.server.tsx";
import type { Tongue, TongueBook } from "./tongues.ts";

/** The front page in one of the further languages, or one of its doors. */
export function tonguePage(code: Tongue, book: TongueBook, scene: FaceScene, door?: Door): Page {
  // What the jour has written itself, she has in Swedish and English only.
  const view = presentFace({ ...scene, language: code === "sv-easy" ? "sv" : "en" });
  const seen = { code, book, scene, view };
  const shown = view.doors.find((one) => one.door === door);
  return tongueFrame({
    ...{ code, book, sign: view, kind: shown ? "inner" : "front" },
    children: shown ? <DoorMain {...seen} door={shown} /> : <FrontMain {...seen} />,
  });
}

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
      <ToRead {...seen} />
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
      <ToRead {...seen} door={door.door} />
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

/** What the jour has written in this language, at a door what is read there. */
function ToRead({ book, code, scene, door }: Seen & { readonly door?: Door }): JSX.Element | null {
  const leads = isFurther(code) ? scene.leads?.further?.[code] : undefined;
  const pages: readonly Lead[] = leads
    ? door
      ? leads.doors[door]
      : [...leads.pages, ...leads.news]
    : [];
  if (pages.length === 0) return null;
  return (
    <section class="part">
      <h2>{book.words.toRead}</h2>
      <ul class="news">
        {pages.map(({ href, title }) => (
          <li>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
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
