import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { siteMessages } from "../messages.ts";
import type { Door } from "../names.ts";
import { type FaceScene, presentDoor, presentFace } from "../present.server.ts";
import type { DoorView, FaceView } from "../views.ts";
import { Anytime } from "./anytime.server.tsx";
import { facePage } from "./frame.server.tsx";
import { OtherErrands, ToRead } from "./leads.server.tsx";
import { OpenElsewhere, Others } from "./others.server.tsx";
import {
  Gentle,
  isForPeople,
  isForSeekers,
  isForUs,
  Now,
  phoneTraces,
  Said,
} from "./parts.server.tsx";
import { inLanguage } from "../../ui/languages.ts";

/** One door: what the jour offers here, whether somebody is there, and a kind way on for all others. */
export function doorPage(scene: FaceScene, door: Door): Page {
  const view = presentFace(scene);
  const shown = presentDoor(scene, door);
  const say = siteMessages[view.language];
  return facePage({
    view: { ...view, standing: scene.standing ?? {} },
    title: say[door],
    path: `/door/${door}`,
    origin: scene.origin,
    kind: "inner",
    children: (
      <main id="main" tabIndex={-1}>
        <p>
          <a class="back" href={`/${inLanguage(view.language)}`}>
            <span aria-hidden="true">←&nbsp;</span>
            {say.backToStart}
          </a>
        </p>
        <div class="hero">
          <div>
            <h1>{shown.label}</h1>
            <p>{shown.lead}</p>
          </div>
        </div>
        {!isForUs(shown) && <Gentle view={view} door={shown} />}
        <section aria-label={say.reachUs}>
          <Now view={view} door={shown.received ? door : undefined} ours={isForUs(shown)} />
        </section>
        {isForUs(shown) && <OpenElsewhere view={view} door={door} />}
        {isForSeekers(shown) && <Anytime view={view} scene={scene} />}
        {isForUs(shown) && phoneTraces(view, scene).map((said) => <p class="small soft">{said}</p>)}
        <Offered view={view} door={shown} />
        {isForUs(shown) && <ToRead scene={scene} door={door} />}
        {door === "learn" && <OtherErrands scene={scene} />}
        {isForUs(shown) && <Gentle view={view} door={shown} />}
        {shown.received && <Others view={view} door={door} />}
      </main>
    ),
  });
}

function Offered({ view, door }: { view: FaceView; door: DoorView }): JSX.Element | null {
  const { receives, answers } = view.policy;
  const policy = !door.received ? "" : isForPeople(door.door) ? `${receives} ${answers}` : answers;
  if (policy === "" && door.body === "") return null;
  return (
    <section class="part">
      <Said text={`${policy}\n\n${door.body}`} />
    </section>
  );
}
