import type { Signal } from "@preact/signals";
import type { Result } from "../platform/result.ts";
import type { SessionView } from "./contract.ts";
import type { CarePage } from "./load.browser.tsx";

const FAULTS = [
  ...(["not-found", "changed-meanwhile", "note-refused", "false", "cannot-open"] as const),
  ...(["too-long", "shift-over", "shift-full", "times-overlap"] as const),
] as const;
export type CareFault = (typeof FAULTS)[number] | "failed";
export const faultOf = (code: string): CareFault => FAULTS.find((one) => one === code) ?? "failed";

export interface SessionPart extends CarePage {
  readonly session: SessionView;
  readonly fault: Signal<CareFault | null>;
  /** Does one thing, tells how it went, fetches the list anew. */
  readonly act: (work: () => Promise<Result<unknown>>) => Promise<boolean>;
}
