// The few words that every part of the site shares. No schema library here: the contact app reads them.

export const DOORS = ["woman", "young", "worried", "social-services", "learn"] as const;
export type Door = (typeof DOORS)[number];

/** For whoever comes for something other than support; the forms there are no business of the site's. */
export const OFFICE_PAGE = "/kontakta-oss";

export const CHANNELS = ["chat", "phone", "letter", "talk"] as const;
export type Channel = (typeof CHANNELS)[number];

export const COLOURS = ["lantern", "sea", "pine", "heather", "berry", "clay"] as const;
/** A face picks a name; ui/tokens.css knows the colour in light and dark, and its contrast is tested. */
export type Colour = (typeof COLOURS)[number];

/** Wall-clock times in Sweden, "HH:MM". An end at or before the start lies on the next day. */
export interface Interval {
  readonly from: string;
  readonly until: string;
}

/** Monday first; each day has any number of intervals. */
export type Week = readonly (readonly Interval[])[];

/** On this date these intervals hold instead of the week's; none means closed all day. */
export interface HoursException {
  /** "YYYY-MM-DD" */
  readonly date: string;
  readonly channel: Channel | "all";
  readonly intervals: readonly Interval[];
}

export interface FaceHours {
  readonly week: Readonly<Record<Channel, Week>>;
  readonly exceptions: readonly HoursException[];
}
