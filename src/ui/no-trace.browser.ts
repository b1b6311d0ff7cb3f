import { leavesNoTrace } from "./no-trace.ts";

/** As attributes: as properties, "off" and "no" count as true for some of them (seen in Chromium). */
export function protect(field: HTMLTextAreaElement | HTMLInputElement | null): void {
  for (const [name, value] of Object.entries(leavesNoTrace)) field?.setAttribute(name, value);
}
