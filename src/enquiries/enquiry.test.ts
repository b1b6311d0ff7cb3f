import { fc } from "../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { faultsOfDefinition, type FormDefinition } from "../forms/definition.ts";
import { type Asking, ENQUIRIES, type EnquiryKind } from "./contract.ts";
import { type Enquiry, readEnquiry, writeEnquiry } from "./enquiry.ts";
import { enquiryForms } from "./forms.ts";
import { enquiryOf, faultsOf, isFaultless, nothingFilledIn } from "./settle.ts";

const enquiry: Enquiry = {
  ...{ what: "press", name: "Lo", reach: "lo@example.org" },
  answers: [{ asked: "Vad handlar det om?", said: "Om väntetider.\nOch om pengar." }],
};

describe("an enquiry", () => {
  it("is read as it was written, and no letter in words is taken for one", () => {
    expect(readEnquiry(writeEnquiry(enquiry))).toEqual(enquiry);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readEnquiry(text)).toBeUndefined();
        expect(readEnquiry(JSON.stringify(enquiry) + text)).toBeUndefined();
      }),
    );
  });

  it.each([
    ["of another kind", { what: "other" }],
    ["with a number for a name", { name: 1 }],
    ["with a key more", { more: "" }],
    ["whose answers are no list", { answers: {} }],
    ["with an answer that says more", { answers: [{ asked: "", said: "", more: "" }] }],
    ["with an answer that is none", { answers: ["ja"] }],
  ])("%s is shown as the words that it is", (_, change) => {
    expect(readEnquiry(writeEnquiry({ ...enquiry, ...change } as Enquiry))).toBeUndefined();
  });
});

describe("the forms", () => {
  it.each(ENQUIRIES)("%s can be published as it is", (kind) => {
    expect(faultsOfDefinition(enquiryForms[kind])).toEqual([]);
  });

  const asks = (kind: EnquiryKind): Asking => ({ kind, form: enquiryForms[kind] });

  it("ask for an address where an answer is needed, and for nothing in feedback", () => {
    const answers = { about: "accessibility", words: "Knappen syns inte." };
    const feedback = asks("feedback");
    expect(isFaultless(faultsOf(feedback, { name: "", reach: " ", answers }))).toBe(true);
    expect(faultsOf(asks("press"), nothingFilledIn)).toEqual({
      ...{ name: null, reach: "missing" },
      answers: [{ question: "words", code: "missing" }],
    });
    const long = { ...nothingFilledIn, name: "x".repeat(81) };
    expect(faultsOf(asks("giving"), long)).toMatchObject({
      ...{ name: "too-long", reach: "missing" },
    });
  });

  it("send questions and choices as they were read, trimmed, and nothing that was not asked", () => {
    const answers = { about: "accessibility", words: " Knappen. ", other: "x" };
    const filled = { name: " Lo ", reach: "", answers };
    expect(enquiryOf(asks("feedback"), filled, "en")).toEqual({
      ...{ what: "feedback", name: "Lo", reach: "" },
      answers: [
        { asked: "What is it about?", said: "Accessibility" },
        { asked: "What do you want to say?", said: "Knappen." },
      ],
    });
  });

  it("of a jour’s own are sent in her words, and read without the form", () => {
    const form: FormDefinition = {
      ...{ offered: true, lead: { sv: "", en: "" } },
      questions: [
        {
          ...{ id: "n", kind: "choice", several: true, required: false, when: null },
          ...{ label: { sv: "Vad?", en: "" }, hint: { sv: "", en: "" } },
          options: [
            { id: "a", label: { sv: "Ett", en: "One" } },
            { id: "b", label: { sv: "Två", en: "" } },
          ],
        },
      ],
    };
    const filled = { ...nothingFilledIn, answers: { n: ["a", "b"] } };
    const sent = enquiryOf({ kind: "giving", form }, filled, "en");
    expect(sent.answers).toEqual([{ asked: "Vad?", said: "One, Två" }]);
    expect(readEnquiry(writeEnquiry(sent))).toEqual(sent);
  });
});
