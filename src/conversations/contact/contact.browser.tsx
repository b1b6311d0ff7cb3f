import type { JSX } from "preact";
import { Lantern } from "../../ui/drawings.tsx";
import { ExitLink, ExitSkipLink } from "../../ui/exit-link.tsx";
import { Before } from "./before.browser.tsx";
import { Closed, Ending, Failed, Knocking, NotReceived } from "./between.browser.tsx";
import { OverScreen } from "./over.browser.tsx";
import { Room } from "./room.browser.tsx";
import { type Screen, WaysOn, words } from "./shell.browser.tsx";

/** The whole page: a screen for each phase, the name of the house above, the way out always. */
export function Contact({ app }: Screen): JSX.Element {
  const { face } = app;
  const way = { href: face.exitUrl, language: face.language };
  const isRoom = app.phase.value.at === "room";
  return (
    <div class={isRoom ? "house house-room" : "house"} data-colour={face.face.colour}>
      <header>
        <ExitSkipLink {...way} />
        {face.demo && (
          <div class="banner">
            <p>{words(app).demo}</p>
          </div>
        )}
        {/* In the room the name of the house is not held up all the time for whoever passes by. */}
        {!isRoom && (
          <div class="sign">
            <Lantern height={28} />
            <span>{face.face.name}</span>
          </div>
        )}
      </header>
      <Now app={app} />
      {/* In the room it stands beside the field, above the phone's keyboard. */}
      {!isRoom && (
        <footer>
          <ExitLink {...way} />
        </footer>
      )}
    </div>
  );
}

function Now({ app }: Screen): JSX.Element | null {
  const phase = app.phase.value;
  switch (phase.at) {
    case "before":
      return <Before app={app} />;
    case "elsewhere":
      return phase.why === "closed" ? <Closed app={app} /> : <NotReceived app={app} />;
    case "knocking":
      return <Knocking app={app} />;
    case "failed":
      return <Failed app={app} sentence={phase.sentence} />;
    case "room":
      return <Room app={app} />;
    case "letters":
      return <phase.room.View waysOn={<WaysOn app={app} />} />;
    case "ending":
      return <Ending app={app} />;
    case "over":
      return <OverScreen app={app} over={phase} />;
  }
}
