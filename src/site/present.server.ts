import { type AgreedFace, type NearFace, receivesInWords } from "../network/index.server.ts";
import { formatTime, type Language } from "../ui/languages.ts";
import type { FaceContent } from "./contract.ts";
import { announced, isOffered } from "./hours.ts";
import { siteMessages } from "./messages.ts";
import { type Channel, CHANNELS, DOORS, type Door } from "./names.ts";
import { phoneView } from "./phone.ts";
import { channelState, policyInWords, stateInWords } from "./policy.ts";
import type { FaceRecord, Sibling } from "./store.server.ts";
import type {
  ChannelView,
  DoorView,
  FaceSettings,
  FaceSign,
  FaceView,
  Leads,
  OtherJour,
  StandingPages,
  Way,
  ShiftFace,
} from "./views.ts";

/** What a face's pages show, the same for everybody who looks within one minute. */
export interface FaceSight {
  readonly record: FaceRecord;
  readonly jour: { readonly id: string; readonly name: string; readonly slug: string };
  /** Pages that every page of it leads to. */
  readonly standing?: StandingPages;
  readonly siblings: readonly Sibling[];
  /** Other jours that may be tried when this one is closed. */
  readonly listed: readonly NearFace[];
  /** Of those with whom this jour has agreed, the ones whose chat is open. */
  readonly offered: readonly AgreedFace[];
  /** How many are on duty for the face's chat. */
  readonly onDuty: number;
  /** Somebody on call has said when the chat opens, earlier or later than the hours. */
  readonly chatOpensAt?: number | null;
  /** How many answer its telephone; absent where the hours decide. */
  readonly phoneOnDuty?: number | undefined;
  /** What is promised of letters; absent while none can be taken. */
  readonly letters: Readonly<Record<Language, string>> | undefined;
  /** What is promised of requests for a talk; absent while none can be made. */
  readonly talks?: Readonly<Record<Language, string>> | undefined;
  /** The page where the jour looks for volunteers; absent while it has nothing to say. */
  readonly volunteers?: string | undefined;
  /** The page for whoever writes about something other than support; absent where there is none. */
  readonly office?: string | undefined;
  /** Pages that the front page leads to; absent where there are none. */
  readonly leads?: Leads | undefined;
  /** The beginning of the minute, in milliseconds since 1970. */
  readonly now: number;
  readonly demo: boolean;
}

/** All that a face's pages are made of. */
export interface FaceScene extends FaceSight {
  readonly language: Language;
  /** ":8080" or nothing: the other hosts of the house are reached at the same port. */
  readonly port: string;
  /** Scheme and host as they were asked for. */
  readonly origin?: string;
}

export function presentFace(scene: FaceScene): FaceView {
  const { record, language, jour } = scene;
  const { content } = record;
  return {
    ...presentSign(record, language, scene.demo),
    jour: { id: jour.id, name: jour.name, slug: jour.slug },
    phone: content.phone === null ? null : phoneView(content.phone),
    policy: policyInWords(content.policy, language),
    doors: DOORS.map((door) => presentDoor(scene, door)),
    before: {
      pledge: content.before.pledge[language],
      questions: content.before.questions.map(({ question, answer }) => ({
        question: question[language],
        answer: answer[language],
      })),
    },
    channels: CHANNELS.flatMap((channel) => presentChannel(scene, channel)),
    otherJours: presentOthers(scene),
  };
}

/** What stands around every page of a face. */
export function presentSign(
  { id, slug, kind, content }: FaceRecord,
  language: Language,
  demo: boolean,
): FaceSign & Pick<FaceView, "face"> {
  const { name, colour, tabTitle, exitUrl } = content;
  return { language, face: { id, slug, name, kind, colour, tabTitle }, exitUrl, demo };
}

function presentChannel(scene: FaceScene, channel: Channel): ChannelView[] {
  const { record, now, language } = scene;
  // At any hour: what counts is that the team has a key.
  const written = channel === "letter" ? scene.letters : channel === "talk" && scene.talks;
  if (written) {
    const state = { kind: "open", asOf: now, until: null, basis: "duty" } as const;
    return [{ channel, state, says: written[language] }];
  }
  if (channel === "letter") return [];
  const onDuty = onDutyFor(scene, channel);
  // What somebody is on duty for is open, whether or not hours are announced for it.
  if (!isOffered(record.hours, channel) && !(onDuty !== "hours-decide" && onDuty > 0)) return [];
  const opensAt = channel === "chat" ? (scene.chatOpensAt ?? null) : null;
  const said =
    opensAt === null ? announced(record.hours, channel, now) : { open: false as const, opensAt };
  const state = channelState(said, onDuty, now);
  return [{ channel, state, says: stateInWords(state, language) }];
}

function onDutyFor(scene: FaceScene, channel: Channel): number | "hours-decide" {
  if (channel === "chat") return scene.onDuty;
  return channel === "phone" ? (scene.phoneOnDuty ?? "hours-decide") : "hours-decide";
}

export function presentDoor(scene: FaceScene, door: Door): DoorView {
  const { language } = scene;
  const content = scene.record.content.doors[door];
  return {
    door,
    received: content.received,
    label: content.label[language],
    hint: content.hint[language],
    lead: content.lead[language],
    body: content.body[language],
    gentle: content.gentle.map(({ who, say, ways }) => ({
      who: who[language],
      say: say[language],
      ways: ways.flatMap((way) => presentWay(scene, way)),
    })),
  };
}

type WayContent =
  FaceScene["record"]["content"]["doors"]["woman"]["gentle"][number]["ways"][number];

/** A way that leads nowhere (a face without a host, no number) is left out. */
function presentWay(scene: FaceScene, way: WayContent): Way[] {
  const sibling = scene.siblings.find(({ slug }) => slug === way.face);
  const url = sibling ? hostUrl(sibling.host, scene) : way.url;
  const phone = way.phone === null ? null : phoneView(way.phone);
  if (url === null && phone === null) return [];
  return [{ name: way.name[scene.language], phone, url }];
}

/** First those that are open now; then others nearby, whose hours she will see there. */
function presentOthers(scene: FaceScene): OtherJour[] {
  const { offered, listed, language, now } = scene;
  const say = siteMessages[language];
  const openNow = new Set(offered.map(({ faceId }) => faceId));
  const told = (other: AgreedFace | NearFace, open: boolean): OtherJour => ({
    name: other.name,
    hint: [
      other.place,
      ...(other.receives === null ? [] : [receivesInWords(other, language)]),
      ...(open ? [say.chatOpen(formatTime(now, language))] : []),
    ].join(". "),
    doors: other.doors ?? DOORS,
    open,
    phone: other.phone === null ? null : phoneView(other.phone),
    url: hostUrl(other.host, scene),
  });
  return [
    ...offered.map((other) => told(other, true)),
    ...listed.filter(({ faceId }) => !openNow.has(faceId)).map((other) => told(other, false)),
  ];
}

/** The scheme is the one of the page that she reads. */
function hostUrl(host: string, scene: FaceScene): string {
  return `//${host}${scene.port}/${scene.language === "sv" ? "" : `?lang=${scene.language}`}`;
}

/** A face as its coordinators see it: all that they may change, with the versions that guard it. */
export function presentForShift({ id, content }: FaceRecord): ShiftFace {
  const { name, routine } = content;
  return { id, name, routine };
}

export function presentSettings(record: FaceRecord): FaceSettings {
  const { id, slug, kind, version, hoursVersion, content, hours } = record;
  return { id, slug, kind, version, hoursVersion, face: content, hours };
}

export type Permit = Readonly<Record<Language, { readonly says: string; readonly note: string }>>;

/** What a face says of the permit of its shelter, wherever it is told; nothing where it shows none. */
export function presentPermit({ permit: { status, note } }: FaceContent): Permit | undefined {
  if (status === "none") return undefined;
  const told = {
    applied: "permitApplied",
    granted: "permitGranted",
    paused: "permitPaused",
  } as const;
  const both = (one: Language) => ({ says: siteMessages[one][told[status]], note: note[one] });
  return { sv: both("sv"), en: both("en") };
}
