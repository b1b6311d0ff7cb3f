import type { ComponentChildren } from "preact";
import type { Language } from "../ui/languages.ts";
import type { Staff } from "./staff.browser.ts";

/** A room of the desk. The list of them is made at the entry, which alone knows all modules. */
export interface DeskRoom {
  readonly key: string;
  label(language: Language): string;
  /** Who sees it. Read while drawing: a signal of `staff` that is read here draws the desk anew. */
  open(staff: Staff): boolean;
  /** There from the first moment and only hidden while another room is shown: what goes on in it goes on. */
  readonly kept?: boolean;
  /** Kept without being shown to her: what goes on in it, such as keeping a team's keys, is hers to do. */
  tends?(staff: Staff): boolean;
  show(staff: Staff, language: Language): ComponentChildren;
}

/** Pages of one hand within a room: they are drawn by one component, which is told which of them is shown. */
export interface PageGroup {
  readonly key: string;
  readonly pages: readonly Page[];
  /** Nothing is typed here: made anew at each visit, so that it never shows what is old. */
  readonly fresh?: boolean;
  open?(staff: Staff): boolean;
  show(props: PageProps): ComponentChildren;
}

export interface Page {
  readonly key: string;
  /** Who sees this page of its group. */
  open?(staff: Staff): boolean;
  label(language: Language): string;
}

export interface PageProps {
  readonly staff: Staff;
  readonly language: Language;
  /** The key of the page that is shown, or was shown last. */
  readonly page: string;
  /** Names the pages of this group that hold something which is not saved. */
  unsaved(pages: readonly string[]): void;
}
