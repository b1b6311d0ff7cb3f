import type { JSX } from "preact";
import { Lantern } from "../../ui/drawings.tsx";
import { siteMessages } from "../messages.ts";
import type { Door } from "../names.ts";
import type { FaceView, OtherJour } from "../views.ts";

interface OthersProps {
  readonly view: FaceView;
  /** Through which she came; without one no chat would begin. */
  readonly door: Door | undefined;
}

const MOST_OTHERS = 6;

function othersFor({ view, door }: OthersProps, open: boolean): readonly OtherJour[] {
  const chat = view.channels.find(({ channel }) => channel === "chat");
  if (door === undefined || chat?.state.kind === "open") return [];
  return view.otherJours
    .filter((other) => other.open === open && other.doors.includes(door))
    .slice(0, MOST_OTHERS);
}

/** Beside "closed": jours that this one has agreed with, and that receive her now. She chooses; nothing moves her. */
export function OpenElsewhere(props: OthersProps): JSX.Element | null {
  const others = othersFor(props, true);
  if (others.length === 0) return null;
  const say = siteMessages[props.view.language];
  return (
    <section class="part">
      <h2>{say.openElsewhere}</h2>
      <p>{say.openElsewhereLead}</p>
      <OtherList others={others} />
    </section>
  );
}

/** When the chat is closed here, others nearby may be open. */
export function Others(props: OthersProps): JSX.Element | null {
  const others = othersFor(props, false);
  if (others.length === 0) return null;
  return (
    <section class="part">
      <h2>{siteMessages[props.view.language].otherJours}</h2>
      <OtherList others={others} />
    </section>
  );
}

/** `noreferrer`, and an address that is the same from wherever one comes: it takes no trace along. */
function OtherList({ others }: { readonly others: readonly OtherJour[] }): JSX.Element {
  return (
    <ul class="doors card">
      {others.map(({ name, hint, phone, url }) => (
        <li>
          <a href={url} rel="noreferrer">
            <Lantern height={28} />
            <span>
              <strong>{name}</strong>
              <span class="hint">
                {hint}
                {hint !== "" && phone && ". "}
                {phone && <span class="number">{phone.shown}</span>}
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
