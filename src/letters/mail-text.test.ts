import { fc } from "../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import {
  mailKinds,
  type MailText,
  partType,
  readMailText,
  readPart,
  writeMailText,
} from "./mail-text.ts";

const line = fc
  .string({ unit: "binary", maxLength: 60 })
  .map((text) => text.replaceAll(/[\r\n]+/g, " "));
const mail: fc.Arbitrary<MailText> = fc.record({
  kind: fc.constantFrom(...mailKinds),
  ...{ from: line, name: line, reply: line, subject: line },
  sentAt: fc.nat(),
  ...{ unread: fc.boolean(), cut: fc.boolean() },
  body: fc.string({ unit: "binary", maxLength: 400 }),
});

describe("a mail as the text of a letter", () => {
  it("comes back as it was, whatever stands in it", () => {
    fc.assert(
      fc.property(mail, (one) => void expect(readMailText(writeMailText(one))).toEqual(one)),
    );
  });

  it("keeps a line break in a subject from adding a line of its own", () => {
    const said = { kind: "person", from: "a@b.se", name: "", reply: "", sentAt: 0 } as const;
    const given = {
      ...said,
      subject: "Hej\nreply: evil@e.se",
      unread: false,
      cut: false,
      body: "x",
    };
    expect(readMailText(writeMailText(given))).toMatchObject({
      subject: "Hej reply: evil@e.se",
      reply: "",
    });
  });

  it("is not found in what somebody has written", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => void expect(readMailText(text)).toBeUndefined(),
      ),
    );
  });

  it("says which piece of a file one is", () => {
    expect(partType("image/jpeg", 1, 1)).toBe("image/jpeg");
    expect(readPart(partType("application/octet-stream", 2, 13))).toEqual({
      ...{ type: "application/octet-stream", part: 2, parts: 13 },
    });
  });
});
