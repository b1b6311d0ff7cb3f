import { createHash } from "node:crypto";
import { canonicalText } from "../forms/index.ts";
import { byCode, readRequest, type Request, writeRequest } from "./request.ts";
import { starterForm } from "./starter.ts";

/** A text of a letter, and what a reader takes it for; `refused` where it is a letter in words. */
export interface RequestVector {
  readonly why: string;
  readonly text: string;
  readonly request?: Request;
  readonly refused?: "words";
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Everything in request-vectors.json, made again from nothing: tests/second-decoder reads it. */
export function requestVectors() {
  const forms = (["intake", "accompany"] as const).map((kind) => {
    const text = canonicalText(starterForm(kind));
    return { kind, text, hash: hashOf(text) };
  });
  const named = (at: 0 | 1) => {
    const { kind = "intake", hash = "" } = forms[at] ?? {};
    return { kind, version: 3, hash };
  };
  const talk: Request = {
    form: named(0),
    answers: { strain: 4, about: ["now", "other"], words: 'Jag är rädd.\nRäcker "det"? \u2028 😶' },
    terms: byCode,
  };
  const company: Request = {
    form: named(1),
    answers: { where: ["court"], date: "2027-01-20", town: "Nyköping" },
    terms: {
      ...{ way: "phone", address: "070-174 06 31", times: "vardagar 9–11", codeWord: "Rönnbär" },
      ...{ maySayWho: false, mayLeaveMessage: true },
    },
  };
  const read: RequestVector[] = [
    { why: "a talk, answered here", text: writeRequest(talk), request: talk },
    { why: "a supporter, by telephone", text: writeRequest(company), request: company },
  ];
  return { forms, texts: [...read, ...asWords(writeRequest(talk), talk)] };
}

/** Near to a request, and shown as the words that they are. */
function asWords(text: string, talk: Request): RequestVector[] {
  const body = text.slice(text.indexOf("\n") + 1);
  const mark = text.slice(0, text.length - body.length);
  const changed = (change: object): string => mark + canonicalText({ ...talk, ...change });
  const rows: [string, string][] = [
    ["a letter in words", "Jag är rädd."],
    ["without its first character", text.slice(1)],
    ["of another version", text.replace("request 1", "request 2")],
    ["with a blank more", `${text} `],
    ["with its keys in another order", mark + JSON.stringify(talk)],
    ["cut off", text.slice(0, -1)],
    ["with a key more", changed({ more: 1 })],
    ["without terms", changed({ terms: undefined })],
    ["of another kind", changed({ form: { ...talk.form, kind: "other" } })],
    ["a version that is no whole number", changed({ form: { ...talk.form, version: 1.5 } })],
    ["an answer that is an object", changed({ answers: { strain: {} } })],
    ["a list of numbers", changed({ answers: { about: [1] } })],
    ["another way", changed({ terms: { ...byCode, way: "fax" } })],
    ["a word for yes", changed({ terms: { ...byCode, maySayWho: "ja" } })],
  ];
  return rows.map(([why, given]) => {
    if (readRequest(given)) throw new Error(`taken for a request: ${why}`);
    return { why, text: given, refused: "words" };
  });
}
