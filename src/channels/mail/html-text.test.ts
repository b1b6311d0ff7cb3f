import { fc } from "../../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { textOfHtml } from "./html-text.ts";

describe("the text of an HTML mail", () => {
  it.each([
    ["<p>Hej</p><p>Jag heter Åsa</p>", "Hej\n\nJag heter Åsa"],
    ["<b>Hej</b> &aring;&#228;&#xf6; &amp; 5 &lt; 6", "Hej åäö & 5 < 6"],
    ["<script>alert('x')</script>Hej", "Hej"],
    ["<style>p{}</style><title>Rubrik</title>Hej", "Hej"],
    ["Hej<!-- <img src=http://spy> -->då", "Hejdå"],
    ["Hej<script>aldrig slut", "Hej"],
    ["Hej<!-- aldrig slut", "Hej"],
    ["a < b och c > d", "a < b och c > d"],
    ['<img src="http://spy.example/p.gif" width=1 height=1>Hej', "Hej"],
    ['<img src="cid:1" alt="en sol">', "[en sol]"],
    ['<a href="https://polisen.se">https://polisen.se</a>', "https://polisen.se"],
    ['<a href="https://lura.example/x">polisen.se</a>', "polisen.se (https://lura.example/x)"],
    ['<a href="javascript:alert(1)">tryck</a>', "tryck"],
    ["<a title='>' href='https://a.se'>b</a>", "b (https://a.se)"],
    ["<ul><li>ett<li>två</ul>", "• ett\n• två"],
    ["<scr<script>ipt>x</script>Hej", "ipt>xHej"],
    ["", ""],
  ])("%s", (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  it("is found in whatever is given, without an end that never comes", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "a",
      "<!--",
      "-->",
      "<script",
      "</",
      "href=",
      "&#",
      ";",
      "<p ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (parts) => {
        expect(typeof textOfHtml(parts.join(""))).toBe("string");
      }),
    );
  });

  it.each(["<", "<a href='", "<p>", "<!--", "&amp;", "<script></script>", "<a href=x>", '<p "'])(
    "of two megabytes of %s comes at all",
    (piece) => {
      expect(textOfHtml(piece.repeat(Math.ceil(2_000_000 / piece.length))).length).toBeLessThan(
        5_000_000,
      );
    },
  );
});
