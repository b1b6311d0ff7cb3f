/** What the directory tells of a face, as its jour has last said it. Public, and the same for everybody. */
export interface Entry {
  readonly receives: "women" | "everyone";
  /** `until` is null where there is no upper age. */
  readonly ages: { readonly from: number; readonly until: number | null };
  /** The doors at which a conversation may begin: "woman", "young", "worried", … */
  readonly doors: readonly string[];
  /** Codes of Statistics Sweden. */
  readonly municipalities: readonly string[];
  /** Whether people from other municipalities are received. */
  readonly elsewhere: boolean;
  /** BCP 47. */
  readonly languages: readonly string[];
  /** Of the shelter; "none" where the jour has no such module. */
  readonly permit: "none" | "applied" | "granted" | "paused";
  readonly hours: AnnouncedHours;
}

interface Span {
  /** "HH:MM" on the clock in Sweden; an end at or before the start lies on the next day. */
  readonly from: string;
  readonly until: string;
}

export interface AnnouncedHours {
  /** By channel: seven days, Monday first. */
  readonly week: Readonly<Record<string, readonly (readonly Span[])[]>>;
  readonly exceptions: readonly {
    /** "YYYY-MM-DD" */
    readonly date: string;
    readonly channel: string;
    readonly intervals: readonly Span[];
  }[];
}
