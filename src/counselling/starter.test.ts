import { expect, it } from "vitest";
import { faultsOfAnswers } from "../forms/index.ts";
import { starterForm } from "./starter.ts";

it.each(["intake", "accompany"] as const)(
  "the form for %s that stands ready is whole, in both languages",
  (kind) => {
    const { lead, questions } = starterForm(kind);
    const texts = [
      lead,
      ...questions.flatMap((one) => [
        one.label,
        ...(one.kind === "choice" ? one.options.map(({ label }) => label) : []),
      ]),
    ];
    expect(texts.filter(({ sv, en }) => sv.trim() === "" || en.trim() === "")).toEqual([]);
    const must = questions.filter(({ required }) => required).map(({ id }) => id);
    const missing = faultsOfAnswers(starterForm(kind), {}).map(({ question }) => question);
    expect(missing).toEqual(must);
  },
);
