import { type Signal, signal } from "@preact/signals";
import type { Staff } from "../people/index.browser.ts";
import type { RecordView } from "./contract.ts";

const known = new WeakMap<Staff, Signal<RecordView | null>>();

/** How it stood with her when it was last asked; null before. Shared by her page and the reminder above all rooms. */
export function reminders(staff: Staff): Signal<RecordView | null> {
  const made = known.get(staff) ?? signal<RecordView | null>(null);
  known.set(staff, made);
  return made;
}
