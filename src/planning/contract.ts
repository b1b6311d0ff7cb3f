// Shapes of planning that cross the wire. Moments are milliseconds since 1970; days are Swedish, as 2026-12-24.

const base = "/desk/api/planning";
export const planningPaths = {
  month: `${base}/month`,
  wish: `${base}/wish`,
  take: `${base}/take`,
  leave: `${base}/leave`,
  offer: `${base}/offer`,
  answer: `${base}/offer/answer`,
  withdraw: `${base}/offer/withdraw`,
  mine: `${base}/mine`,
  saveMine: `${base}/mine/save`,
  // for coordinators
  patterns: `${base}/patterns`,
  savePattern: `${base}/patterns/save`,
  removePattern: `${base}/patterns/remove`,
  make: `${base}/month/make`,
  saveShift: `${base}/shift/save`,
  people: `${base}/people`,
  savePerson: `${base}/people/save`,
  propose: `${base}/propose`,
  accept: `${base}/propose/accept`,
} as const;

/** A "shift" is one in the chat. */
export const KINDS = ["shift", "phone", "oncall", "meeting", "supervision"] as const;
export type Kind = (typeof KINDS)[number];
export const PLACES = ["on", "shadow", "reserve"] as const;
export type Place = (typeof PLACES)[number];
export const WISHES = ["prefer", "can", "cannot"] as const;
export type Wish = (typeof WISHES)[number];
export const STANDINGS = ["shadowing", "newcomer", "experienced"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a shift may need of one of those on it: "experienced", "coordinator", "language:ar", "skill:juridik". */
export const QUALITY = /^(experienced|coordinator|(language|skill):[\p{L}\d-]{1,20})$/u;

/** What is the same in a pattern and in each shift that is made from it. */
export interface ShiftDraft {
  readonly kind: Kind;
  readonly face: string | null;
  readonly title: string;
  readonly needed: number;
  readonly atLeast: readonly string[];
}

export interface PatternDraft extends ShiftDraft {
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  /** Every how many weeks; 0: only on the first day. */
  readonly every: number;
  readonly firstOn: string;
  readonly lastOn: string | null;
  readonly starts: string;
  readonly ends: string;
  /** How many days later it ends. */
  readonly days: number;
  readonly onRedDays: boolean;
}
export interface Pattern extends PatternDraft {
  readonly id: string;
  readonly version: number;
}

/** What stands in the way of a good shift. Empty: all is well. */
export type Lack = "people" | "experienced" | `quality:${string}`;

export interface PlaceView {
  readonly member: string;
  readonly name: string;
  readonly place: Place;
}

export interface OfferView {
  readonly id: string;
  readonly by: string;
  readonly byName: string;
  /** null: to everybody. */
  readonly to: string | null;
  /** The shift that is wanted for it; null: it is given away. */
  readonly forShift: string | null;
  readonly state: "open" | "taken" | "declined" | "withdrawn";
}

export interface ShiftView extends ShiftDraft {
  readonly id: string;
  readonly version: number;
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly calledOff: boolean;
  readonly places: readonly PlaceView[];
  readonly offers: readonly OfferView[];
  readonly lacks: readonly Lack[];
  readonly myWish: Wish | null;
}

export interface DayView {
  readonly date: string;
  readonly weekday: number;
  /** The name of the holiday in Swedish and English; null on other days. Sundays are red without one. */
  readonly holiday: { readonly sv: string; readonly en: string } | null;
}

/** POST month {month: "2026-12"}. */
export interface MonthView {
  readonly month: string;
  readonly days: readonly DayView[];
  readonly shifts: readonly ShiftView[];
  /** Colleagues by number, for swaps. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly faces: readonly { readonly id: string; readonly name: string }[];
}

/** POST mine: what planning knows of herself. */
export interface MineView {
  readonly standing: Standing;
  readonly knows: readonly string[];
  readonly mostAMonth: number | null;
  /** Whether there is an address at which she may be called in. The address itself is never shown. */
  readonly hasMail: boolean;
  /** Whether the jour can send mail at all. */
  readonly canMail: boolean;
}

export interface PersonView {
  readonly member: string;
  readonly name: string;
  readonly standing: Standing;
  readonly knows: readonly string[];
  readonly mostAMonth: number | null;
}

/** What a coordinator sends of one shift. */
export interface ShiftSave extends ShiftDraft {
  /** null: a new one. */
  readonly shift: string | null;
  readonly version: number;
  /** Swedish time, as 2026-12-24T18:00. */
  readonly starts: string;
  readonly ends: string;
  readonly calledOff: boolean;
}

/** A month as the solver would have it: nothing is saved until a coordinator accepts it. */
export interface ProposalView {
  readonly month: string;
  readonly places: readonly ProposedPlaces[];
  /** Of every place that stayed empty, why. */
  readonly unfilled: readonly { readonly shift: string; readonly reason: Unfilled }[];
  /** 0: no better month exists. 0.03: at most 3 % better by the solver's own measure. null: not known. */
  readonly gap: number | null;
  readonly seconds: number;
  readonly loads: readonly Load[];
}
export interface ProposedPlaces {
  readonly shift: string;
  /** Who stood there when the proposal was made. */
  readonly before: readonly string[];
  readonly members: readonly string[];
}
export interface Load {
  readonly member: string;
  readonly shifts: number;
  /** Nights, weekends and holidays weigh more. */
  readonly weight: number;
}
/** How many of those who could be asked fell away, and by what. */
export interface Unfilled {
  readonly empty: number;
  readonly cannot: number;
  readonly elsewhere: number;
  readonly enough: number;
  readonly resting: number;
  readonly newcomers: number;
  readonly missing: readonly string[];
  readonly all: number;
}
