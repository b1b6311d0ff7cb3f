import type { JSX } from "preact";
import { OpenDoor } from "../../ui/drawings.tsx";
import { inLanguage } from "../../ui/languages.ts";
import { siteMessages } from "../messages.ts";
import type { Door } from "../names.ts";
import { phoneView } from "../phone.ts";
import type { FaceScene } from "../present.server.ts";
import { textBlocks } from "../text.ts";
import type { ChannelView, DoorView, FaceView, GentleWay, PhoneView, Way } from "../views.ts";

/** Plain text of a coordinator: paragraphs, and lines that begin with a dash as a list. */
export function Said({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="say">
      {textBlocks(text).map((block) =>
        block.kind === "list" ? (
          <ul>
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          <p>{block.text}</p>
        ),
      )}
    </div>
  );
}

interface NowProps {
  readonly view: FaceView;
  /** The door that the chat button opens; undefined where no chat begins. */
  readonly door: Door | undefined;
  /** False at a door for those whom this face does not receive: its own number would mislead. */
  readonly ours?: boolean;
}

/** Is somebody there now, and how is she reached: one row per channel, and 112. */
export function Now({ view, door, ours = true }: NowProps): JSX.Element {
  const say = siteMessages[view.language];
  const emergency = phoneView("112");
  return (
    <ul class="now card">
      {view.channels
        .filter(({ channel }) => ours && (channel !== "chat" || door !== undefined))
        .map((channel) => (
          <li>
            <div>
              <strong>{say[channel.channel]}</strong>{" "}
              <span class={`says ${channel.state.kind === "open" ? "is-open" : ""}`}>
                {channel.says}
              </span>
            </div>
            <Reach view={view} channel={channel} door={door} />
          </li>
        ))}
      <li class="danger">
        <span>{say.inDanger}</span>
        <a href={emergency.href}>{say.call112}</a>
      </li>
    </ul>
  );
}

/** The button of a channel. Lantern yellow only for the one thing to do now. */
function Reach(props: NowProps & { readonly channel: ChannelView }): JSX.Element | null {
  const { view, channel, door } = props;
  const isOpen = channel.state.kind === "open";
  if (channel.channel === "chat") {
    if (!isOpen || door === undefined) return null;
    return (
      <a class="button button-lamp" href={contactHref(view, door)}>
        {siteMessages[view.language].chatNow}
      </a>
    );
  }
  if (channel.channel === "letter" || (channel.channel === "talk" && isOpen)) {
    const { writeLetter, bookTalk } = siteMessages[view.language];
    return (
      <a class="button" href={contactHref(view, door, channel.channel)}>
        {channel.channel === "letter" ? writeLetter : bookTalk}
      </a>
    );
  }
  if (channel.channel !== "phone" || view.phone === null) return null;
  const chatIsOpen =
    door !== undefined &&
    view.channels.some((other) => other.channel === "chat" && other.state.kind === "open");
  return <PhoneButton phone={view.phone} kind={isOpen && !chatIsOpen ? "button-lamp" : ""} />;
}

/** What a call leaves behind, said where the number stands; nothing where there is none. */
export function phoneTraces(
  { phone, channels, language }: FaceView,
  { phoneOnDuty }: Pick<FaceScene, "phoneOnDuty">,
): string[] {
  const isShown = phone !== null && channels.some(({ channel }) => channel === "phone");
  if (!isShown) return [];
  const say = siteMessages[language];
  // Of a telephone that is not connected to this house nobody here knows what its displays show.
  const unseen = phoneOnDuty === undefined ? "" : ` ${say.phoneUnseen}`;
  return [`${say.tracesPhone}${unseen}`];
}

/** The contact app's address: nothing but the door, the way and the language is ever in it. */
function contactHref(
  { language }: FaceView,
  door: Door | undefined,
  way?: "letter" | "talk",
): string {
  const query = [
    ...(door === undefined ? [] : [`door=${door}`]),
    ...(way === undefined ? [] : [`way=${way}`]),
    ...(language === "sv" ? [] : [`lang=${language}`]),
  ];
  return `/contact/?${query.join("&")}`;
}

function PhoneButton({ phone, kind }: { phone: PhoneView; kind: string }): JSX.Element {
  return (
    <a class={`button ${kind}`} href={phone.href}>
      {phone.shown}
    </a>
  );
}

export function DoorList({ view }: { readonly view: FaceView }): JSX.Element {
  return (
    <ul class="doors card">
      {view.doors.map((door) => (
        <li>
          <a href={`/door/${door.door}${inLanguage(view.language)}`}>
            <OpenDoor height={28} />
            <span>
              <strong>{door.label}</strong>
              {door.hint !== "" && <span class="hint">{door.hint}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Who wants to know more may ring, though no chat begins at that door. */
export function isForUs({ door, received }: DoorView): boolean {
  return received || door === "learn";
}

/** Whoever is received here for her own sake, or for somebody whom she worries about. */
export function isForSeekers({ door, received }: DoorView): boolean {
  return received && door !== "social-services";
}

/** The doors that ask how old she is, and so turn somebody away. */
export function isForPeople(door: Door): boolean {
  return door === "woman" || door === "young";
}

export function Gentle({ view, door }: { view: FaceView; door: DoorView }): JSX.Element | null {
  if (door.gentle.length === 0) return null;
  const { notForYou, alsoHelp } = siteMessages[view.language];
  const say = isForPeople(door.door) ? notForYou : alsoHelp;
  return (
    <section class="part">
      {isForUs(door) && <h2>{say}</h2>}
      <div class="gentle">
        {door.gentle.map((way) => (
          <GentleCard way={way} level={isForUs(door) ? "h3" : "h2"} />
        ))}
      </div>
    </section>
  );
}

function GentleCard({ way, level: Heading }: { way: GentleWay; level: "h2" | "h3" }): JSX.Element {
  return (
    <div class="card">
      <Heading>{way.who}</Heading>
      <Said text={way.say} />
      <Ways ways={way.ways} />
    </div>
  );
}

export function Ways({ ways }: { readonly ways: readonly Way[] }): JSX.Element | null {
  if (ways.length === 0) return null;
  return (
    <ul class="ways">
      {ways.flatMap(({ name, phone, url }) => [
        phone && (
          <li>
            <a class="button" href={phone.href}>
              <small>{name}</small>
              {phone.shown}
            </a>
          </li>
        ),
        url && (
          <li>
            <a class="button" href={url} rel="noreferrer">
              {name}
            </a>
          </li>
        ),
      ])}
    </ul>
  );
}

/** The door for those whom the face is there for in the first place. */
export function ownDoor(view: FaceView): Door | undefined {
  const own = view.face.kind === "ungdomsjour" ? "young" : "woman";
  const received = view.doors.filter((door) => door.received);
  return (received.find(({ door }) => door === own) ?? received[0])?.door;
}
