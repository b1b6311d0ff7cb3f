import type { FurtherLanguage } from "../ui/further.ts";
import type { Language } from "../ui/languages.ts";
import type { FaceContent } from "./contract.ts";
import type { Channel, Colour, Door, FaceHours } from "./names.ts";

// What the site tells about a face. Types only: whoever reads them carries nothing for it.

/** Whether a channel can be used now. `asOf` and the others are epoch milliseconds. */
export type ChannelState =
  /** `basis` tells what the answer rests on: somebody on duty, or only the announced hours. */
  | {
      readonly kind: "open";
      readonly asOf: number;
      readonly until: number | null;
      readonly basis: "duty" | "hours";
    }
  | { readonly kind: "announced-but-nobody"; readonly asOf: number; readonly until: number | null }
  | { readonly kind: "closed"; readonly asOf: number; readonly opensAt: number | null };

export interface ChannelView {
  readonly channel: Channel;
  readonly state: ChannelState;
  /** The state in words: "Öppen nu, kl. 14:32", "Öppnar torsdag 18:00". */
  readonly says: string;
}

export interface PhoneView {
  /** As people write it. */
  readonly shown: string;
  /** `tel:` address. */
  readonly href: string;
}

export interface Way {
  readonly name: string;
  readonly phone: PhoneView | null;
  readonly url: string | null;
}

/** A kind way on for somebody whom this face does not receive at this door. Never a dead end. */
export interface GentleWay {
  readonly who: string;
  readonly say: string;
  readonly ways: readonly Way[];
}

export interface DoorView {
  readonly door: Door;
  /** Whether a conversation may begin here, at this face. */
  readonly received: boolean;
  readonly label: string;
  readonly hint: string;
  readonly lead: string;
  readonly body: string;
  readonly gentle: readonly GentleWay[];
}

export interface Policy {
  /** The sentence that says who is received. */
  readonly receives: string;
  readonly answeredBy: "women" | "trained-adult";
  /** The sentence that says who answers. */
  readonly answers: string;
}

/** Another jour that can be tried when this one is closed or full. */
export interface OtherJour {
  readonly name: string;
  /** Its towns, who is received, and whether its chat is open now. */
  readonly hint: string;
  /** Doors at which a conversation may begin there. */
  readonly doors: readonly string[];
  /** Both jours have agreed to be offered for each other, and its chat is open. */
  readonly open: boolean;
  readonly phone: PhoneView | null;
  readonly url: string;
}

/** GET /contact/api/face: all that the contact app shows of a face, in one language. */
export interface FaceView {
  readonly language: Language;
  /** `id` and `face.id` are what a duty statement names. */
  readonly jour: { readonly id: string; readonly name: string; readonly slug: string };
  readonly face: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly kind: FaceKind;
    readonly colour: Colour;
    /** What stands on the browser's tab: says nothing to somebody who looks over her shoulder. */
    readonly tabTitle: string;
  };
  readonly phone: PhoneView | null;
  readonly exitUrl: string;
  readonly policy: Policy;
  readonly doors: readonly DoorView[];
  readonly before: {
    /** What the pledge of those who answer means, and where it ends. */
    readonly pledge: string;
    readonly questions: readonly { readonly question: string; readonly answer: string }[];
  };
  readonly channels: readonly ChannelView[];
  readonly otherJours: readonly OtherJour[];
  readonly demo: boolean;
}

/** A page that the front page leads to. */
export interface Lead {
  readonly href: string;
  readonly title: string;
  /** Of news: the day that stands on it. */
  readonly date: string | null;
  /** Where it is in another language than the page around it. */
  readonly lang?: Language;
}

/** The newest news, other pages in their order, and what is worth reading at each door. */
export interface LeadsIn {
  readonly news: readonly Lead[];
  readonly pages: readonly Lead[];
  /** What helps when it cannot wait. */
  readonly urgent?: Lead | undefined;
  readonly doors: Readonly<Record<Door, readonly Lead[]>>;
}
export interface Leads extends Readonly<Record<Language, LeadsIn>> {
  /** In further languages, where the jour has written in them. */
  readonly further?: Readonly<Partial<Record<FurtherLanguage, LeadsIn>>>;
}

/** What stands around every page of a face. */
export interface FaceSign extends Pick<FaceView, "language" | "exitUrl" | "demo"> {
  readonly face: Omit<FaceView["face"], "kind"> & { readonly kind: FaceKind | "federation" };
  /** Pages that every page leads to, where they are published; absent where nobody has asked. */
  readonly standing?: StandingPages;
}

/** How to clear traces, and the statement of accessibility: by their addresses. */
export interface StandingPages {
  readonly traces?: string;
  readonly accessibility?: string;
}

export type FaceKind = "kvinnojour" | "ungdomsjour";

/** GET /desk/api/shift-faces, for all members: what one can be on duty for. */
export interface ShiftFace {
  readonly id: string;
  readonly name: string;
  /** What volunteers of this jour do first when it is acute; empty where it has not been written. */
  readonly routine: Readonly<Record<Language, string>>;
}

/** GET /desk/api/faces, for coordinators: a face with all that they may change. */
export interface FaceSettings {
  readonly id: string;
  readonly slug: string;
  readonly kind: FaceKind;
  readonly version: number;
  readonly hoursVersion: number;
  readonly face: FaceContent;
  readonly hours: FaceHours;
}
