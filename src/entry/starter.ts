import type { Week } from "../site/index.ts";
import { type DemoFace, demoJours } from "./demo.content.ts";

const never: Week = [[], [], [], [], [], [], []];

/** What a new jour begins with: general words of the doors, nothing announced, no number. Hers to change. */
export function starterFace(name: string): DemoFace {
  // The last one has no youth centre beside her, and names no town.
  const example = demoJours.at(-1)?.faces[0]?.face;
  if (!example) throw new Error("there is no face to begin with");
  return {
    ...example,
    content: {
      ...example.content,
      name,
      tabTitle: name.slice(0, 30),
      phone: null,
      place: "",
      reach: { municipalities: [], elsewhere: true, languages: ["sv"] },
      welcome: { ...example.content.welcome, about: { sv: "", en: "" } },
      permit: { status: "none", note: { sv: "", en: "" } },
      partners: [],
      routine: { sv: "", en: "" },
    },
    hours: { week: { chat: never, phone: never, letter: never, talk: never }, exceptions: [] },
  };
}
