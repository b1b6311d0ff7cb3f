import type { Part } from "./frame/part.ts";
import { letters } from "./letters/part.ts";
import { live } from "./live/part.ts";
import { memory } from "./memory/part.ts";
import { pages } from "./pages/part.ts";
import { meanwhile } from "./planning/meanwhile.ts";
import { planning } from "./planning/part.ts";
import { visit } from "./visit/part.ts";

/** Every part that `npm run bench` knows, in the order in which they run. */
export const parts: readonly Part[] = [live, memory, pages, visit, letters, planning, meanwhile];
