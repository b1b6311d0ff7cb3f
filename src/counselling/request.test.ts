import { readFileSync } from "node:fs";
import { fc } from "../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import {
  byCode,
  faultsOfTerms,
  readRequest,
  type Request,
  settledTerms,
  type Terms,
  writeRequest,
} from "./request.ts";
import { requestVectors } from "./request-vectors.server.ts";

const request: Request = {
  form: { kind: "intake", version: 3, hash: "h" },
  answers: { about: ["now"], strain: 4, words: "Hej" },
  terms: byCode,
};

describe("a request", () => {
  it("is read as it was written, and no letter in words is taken for one", () => {
    expect(readRequest(writeRequest(request))).toEqual(request);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readRequest(text)).toBeUndefined();
        expect(readRequest(JSON.stringify(request) + text)).toBeUndefined();
      }),
    );
  });

  it("that was changed anywhere is not shown as one, or reads as another whole one", () => {
    const text = writeRequest(request);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        const changed = text.slice(0, at) + put + text.slice(at + 1);
        const read = readRequest(changed);
        if (read) expect(writeRequest(read)).toBe(changed);
      }),
    );
  });

  it("of any JSON is refused or held to its one form", () => {
    const mark = writeRequest(request).split("{")[0] ?? "";
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readRequest(mark + JSON.stringify(value))).toBeUndefined();
      }),
    );
  });
});

describe("how she may be reached", () => {
  const phone: Terms = { ...byCode, way: "phone", address: "070-174 06 31", times: "vardagar" };
  it.each([
    [byCode, []],
    [phone, []],
    [{ ...phone, address: "hos mig" }, ["no-number"]],
    [{ ...phone, times: " " }, ["no-times"]],
    [{ ...phone, way: "mail" }, ["no-mail"]],
    [{ ...phone, way: "mail", address: "a@b.se" }, []],
    [{ ...phone, codeWord: "x".repeat(61) }, ["too-long"]],
  ] as [Terms, string[]][])("is asked for what it needs: %j", (terms, faults) => {
    expect(faultsOfTerms(terms)).toEqual(faults);
  });

  it("says nothing of a way that she turned away from", () => {
    expect(settledTerms({ ...phone, way: "code" })).toEqual(byCode);
    const mail = settledTerms({ ...phone, way: "mail", address: "a@b.se", mayLeaveMessage: true });
    expect(mail.mayLeaveMessage).toBe(false);
  });
});

describe("the vectors of a request", () => {
  it("come out the same when they are made again, and are read", () => {
    const own: unknown = JSON.parse(
      readFileSync(new URL("request-vectors.json", import.meta.url), "utf8"),
    );
    const { texts, ...made } = requestVectors();
    expect({ texts, ...made }).toEqual(own);
    for (const { why, text, request: wanted } of texts)
      expect(readRequest(text), why).toEqual(wanted);
  });
});
