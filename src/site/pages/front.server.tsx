import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { LitHouse } from "../../ui/drawings.tsx";
import { direction, formatDate, formatTime, inLanguage } from "../../ui/languages.ts";
import { siteMessages } from "../messages.ts";
import { presentFace, presentPermit, type FaceScene } from "../present.server.ts";
import { tonguesFor } from "../tongues/tongues.ts";
import type { FaceView } from "../views.ts";
import { Anytime } from "./anytime.server.tsx";
import { facePage } from "./frame.server.tsx";
import { Lang, OtherErrands, ToRead } from "./leads.server.tsx";
import { OpenElsewhere } from "./others.server.tsx";
import { DoorList, Now, ownDoor, phoneTraces, Said } from "./parts.server.tsx";

/** Answers within one small screen: am I right here, is somebody there, how do I reach her, how do I leave. */
export function frontPage(scene: FaceScene, host: string): Page {
  const view = presentFace(scene);
  const { content } = scene.record;
  const say = siteMessages[view.language];
  const about = content.welcome.about[view.language];
  return facePage({
    view: { ...view, standing: scene.standing ?? {} },
    ...{ path: "/", origin: scene.origin, kind: "front" },
    description: content.welcome.lead[view.language],
    children: (
      <main id="main" tabIndex={-1}>
        <div class="hero">
          <div>
            <h1>{content.welcome.lead[view.language]}</h1>
            <p>{say.freeAnonymous}</p>
          </div>
          <LitHouse height={120} />
        </div>
        <section aria-label={say.reachUs}>
          <Now view={view} door={ownDoor(view)} />
        </section>
        <OpenElsewhere view={view} door={ownDoor(view)} />
        <section>
          <h2 class="visually-hidden">{say.whoAreYou}</h2>
          <DoorList view={view} />
        </section>
        <p class="small soft">{say.reload(formatTime(scene.now, view.language))}</p>
        <Tongues demo={scene.demo} />
        <Anytime view={view} scene={scene} />
        <PlainLetters scene={scene} />
        <section class="part">
          <h2>{say.aboutUs}</h2>
          <Said text={`${view.policy.receives} ${view.policy.answers}\n\n${about}`} />
          <OtherErrands scene={scene} />
        </section>
        <ToRead scene={scene} />
        <News scene={scene} />
        <Permit scene={scene} />
        <Partners scene={scene} />
        <Traces view={view} scene={scene} host={host} />
      </main>
    ),
  });
}

interface TracesProps {
  readonly view: FaceView;
  readonly scene: FaceScene;
  readonly host: string;
}

function Traces({ view, scene, host }: TracesProps): JSX.Element {
  const say = siteMessages[view.language];
  const calls = phoneTraces(view, scene);
  const told = [say.tracesKept, say.tracesHidden(host), ...calls, say.tracesExit];
  return (
    <section class="part">
      <h2>{say.traces}</h2>
      <Said text={told.join("\n\n")} />
    </section>
  );
}

/** Further languages, where there are any to show. */
function Tongues({ demo }: { readonly demo: boolean }): JSX.Element | null {
  const offered = tonguesFor(demo);
  if (offered.length === 0) return null;
  return (
    <p class="tongues">
      {offered.map(([code, { name, lang }]) => (
        <a class="tongue" href={`/sprak/${code}`} lang={lang} hreflang={lang} dir={direction(lang)}>
          {name}
        </a>
      ))}
    </p>
  );
}

/** For whoever has no script; the button above leads to letters that need it. */
function PlainLetters({ scene }: { readonly scene: FaceScene }): JSX.Element | null {
  const { language, letters } = scene;
  if (!letters) return null;
  return (
    <p class="small">
      <a href={`/contact/plain${inLanguage(language)}`}>{siteMessages[language].plainLetters}</a>
    </p>
  );
}

/** The newest in three lines, each a page of its own. */
function News({ scene }: { readonly scene: FaceScene }): JSX.Element | null {
  const { language, leads } = scene;
  const news = leads?.[language].news ?? [];
  if (news.length === 0) return null;
  const say = siteMessages[language];
  return (
    <section class="part">
      <h2>{say.news}</h2>
      <ul class="news">
        {news.map((lead) => (
          <li>
            <a href={lead.href} lang={lead.lang}>
              {lead.title}
            </a>
            <Lang of={lead} language={language} />
            {lead.date !== null && (
              <time class="small soft" dateTime={lead.date}>
                {formatDate(Date.parse(`${lead.date}T12:00Z`), language, true)}
              </time>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a class="back" href={`/nyheter${inLanguage(language)}`}>
          {say.allNews}
        </a>
      </p>
    </section>
  );
}

function Permit({ scene }: { readonly scene: FaceScene }): JSX.Element | null {
  const { language } = scene;
  const told = presentPermit(scene.record.content)?.[language];
  if (!told) return null;
  return (
    <section class="part">
      <h2>{siteMessages[language].permit}</h2>
      <Said text={`${told.says}\n\n${told.note}`} />
    </section>
  );
}

function Partners({ scene }: { readonly scene: FaceScene }): JSX.Element | null {
  const { partners } = scene.record.content;
  if (partners.length === 0) return null;
  return (
    <section class="part say">
      <h2>{siteMessages[scene.language].partners}</h2>
      <ul>
        {partners.map(({ name, url }) => (
          <li>
            {url === null ? (
              name
            ) : (
              <a href={url} rel="noreferrer">
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
