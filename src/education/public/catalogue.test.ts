import { expect, it } from "vitest";
import type { FaceSign } from "../../site/index.server.ts";
import { listPage, onePage } from "./catalogue.server.tsx";

const sign: FaceSign = {
  ...{ language: "sv", exitUrl: "https://www.svt.se/", demo: false },
  face: {
    ...{ id: "f", slug: "vide", name: "Vide", tabTitle: "Vide" },
    ...{ colour: "lantern", kind: "kvinnojour" },
  },
};
const said = (sv: string) => ({ sv, en: "" });
const lecture = {
  ...{ id: "8f7c9a52-3a8c-4f1c-9c55-5a4f6f1a2b3c", isPublished: true, version: 1 },
  content: {
    ...{ title: said("Gränser"), summary: said(""), region: said("") },
    text: said("![En ring av stolar](/bild/8f7c9a52-3a8c-4f1c-9c55-5a4f6f1a2b3c)"),
    ...{ audiences: ["workplace" as const], minutes: 60, price: 0 },
    ...{ languages: ["sv" as const], ways: ["place" as const], materials: [] },
  },
};
const policyOf = ({ headers }: ReturnType<typeof listPage>): string =>
  headers?.["Content-Security-Policy"] ?? "";

it("the page of a lecture may show the pictures of its text; the list has none to show", () => {
  expect(policyOf(onePage(sign, "granser", lecture))).toMatch(/img-src 'self'/);
  expect(policyOf(listPage(sign, [lecture]))).not.toMatch(/img-src 'self'/);
});
