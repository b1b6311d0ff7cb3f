import type { JSX } from "preact";
import { dateIn } from "../../ui/further.ts";
import { dateAt } from "../hours.ts";
import type { Door } from "../names.ts";
import { phoneView } from "../phone.ts";
import type { FaceScene } from "../present.server.ts";
import type { ChannelState, ChannelView, FaceView } from "../views.ts";
import type { Tongue, TongueBook } from "./tongues.ts";

/** What every part of such a page is given. */
export interface Seen {
  readonly code: Tongue;
  readonly book: TongueBook;
  readonly scene: FaceScene;
  readonly view: FaceView;
}

interface NowProps extends Seen {
  readonly door: Door | undefined;
  readonly isOurs: boolean;
}

/** Is somebody there now, and how is she reached; and 112. */
export function Now(props: NowProps): JSX.Element {
  const { book, view, door, isOurs } = props;
  const { words } = book;
  const emergency = phoneView("112");
  const shown = view.channels.filter(({ channel }) => isOurs && (channel !== "chat" || door));
  return (
    <section aria-label={words.reachUs}>
      <ul class="now card">
        {shown.map((one) => (
          <li>
            <div>
              <strong>{words[one.channel]}</strong>{" "}
              <span class={`says ${one.state.kind === "open" ? "is-open" : ""}`}>
                {saidOf(one, book)}
              </span>
            </div>
            <Reach {...props} channel={one} />
          </li>
        ))}
        <li class="danger">
          <span>{words.inDanger}</span>
          <a href={emergency.href}>{words.call112}</a>
        </li>
      </ul>
      <p class="small soft">{words.writingIn}</p>
    </section>
  );
}

function Reach({ book, view, door, channel }: NowProps & { readonly channel: ChannelView }) {
  const { words } = book;
  const isOpen = channel.state.kind === "open";
  if (channel.channel === "phone")
    return (
      view.phone && (
        <a class="button" href={view.phone.href} dir="ltr">
          {view.phone.shown}
        </a>
      )
    );
  if (!isOpen) return null;
  const says = { chat: words.chatNow, letter: words.writeLetter, talk: words.bookTalk };
  const query = new URLSearchParams({
    ...(door !== undefined && { door }),
    ...(channel.channel !== "chat" && { way: channel.channel }),
    ...(view.language !== "sv" && { lang: view.language }),
  });
  return (
    <a
      class={`button ${channel.channel === "chat" ? "button-lamp" : ""}`}
      href={`/contact/?${query}`}
    >
      {says[channel.channel]}
    </a>
  );
}

function saidOf({ channel, state }: ChannelView, { words, lang }: TongueBook): string {
  if (channel === "letter" || (channel === "talk" && state.kind === "open")) return words.always;
  return stateSaid(state, words, lang);
}

function stateSaid(state: ChannelState, words: TongueBook["words"], lang: string): string {
  const clock = (at: number): string =>
    dateIn(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, at);
  if (state.kind === "announced-but-nobody") return words.nobodyThere(clock(state.asOf));
  if (state.kind === "closed") {
    const { opensAt, asOf } = state;
    if (opensAt === null) return words.closed;
    const days = dateAt(asOf).until(dateAt(opensAt)).days;
    const near = [words.today, words.tomorrow][days];
    const day =
      near ??
      dateIn(
        lang,
        { weekday: "long", ...(days > 6 && { day: "numeric", month: "long" }) },
        opensAt,
      );
    return words.opens(day, clock(opensAt));
  }
  if (state.basis === "duty") return words.open(clock(state.asOf));
  return state.until === null ? words.openAlways : words.openUntil(clock(state.until));
}
