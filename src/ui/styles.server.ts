import { sourceOf } from "../platform/http/index.server.ts";
import base from "./base.css?inline";
import publicPages from "./public.css?inline";
import tokens from "./tokens.css?inline";

export interface Sheet {
  readonly css: string;
  /** What the page's policy must name for the sheet to be let in. */
  readonly source: string;
}

/** The one sheet of a page, written into it: nothing more has to be fetched before it is drawn. */
export function sheetOf(...parts: readonly string[]): Sheet {
  const css = [tokens, base, publicPages, ...parts].map(squeeze).join("");
  return { css, source: sourceOf(css) };
}

function squeeze(css: string): string {
  return (
    css
      .replaceAll(/\/\*[\s\S]*?\*\//g, "")
      // Of style sheets; the blank that breaks no line is a letter to them.
      .replaceAll(/[ \t\r\n\f]+/g, " ")
      .replaceAll(/ ?([{};,>]) ?/g, "$1")
      .replaceAll(/: /g, ":")
      .replaceAll(";}", "}")
      .trim()
  );
}
