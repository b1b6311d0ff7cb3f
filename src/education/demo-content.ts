import type { LectureRequest } from "./contract.ts";

export interface DemoBooking {
  /** Its place among the demo's lectures. */
  readonly lecture: number;
  readonly request: LectureRequest;
  readonly stage: "asked" | "booked" | "held";
  /** From today; a lecture that is held lies behind. */
  readonly inDays: number;
  /** As 13:00. */
  readonly at: string;
  readonly place: string;
  readonly note: string;
}

export interface DemoEducation {
  readonly bookings: readonly DemoBooking[];
  /** Answers by question: how many gave which, and words. */
  readonly tallies: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly remarks: readonly string[];
  readonly answered: number;
}
