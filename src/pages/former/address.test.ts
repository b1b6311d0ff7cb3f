import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formerAddress, formerOfFile, readFormer } from "./address.ts";

describe("an address of an older site", () => {
  it.each([
    ["/om-oss.html", "/om-oss.html"],
    ["om-oss.html", "/om-oss.html"],
    ["https://www.gamla.example/Om-Oss.HTML#vi", "/om-oss.html"],
    ["http://gamla.example/stod/index.html", "/stod"],
    ["/stod/", "/stod"],
    ["/?page_id=12", "/?page_id=12"],
    ["/index.php?page_id=12&utm_source=x", "/?page_id=12"],
    ["/sida?b=2&a=1", "/sida?a=1&b=2"],
    ["/om%20oss/s%C3%A5-h%C3%A4r", "/om oss/så-här"],
    ["//elsewhere.example/x", "/elsewhere.example/x"],
  ])("%s is kept as %s", (written, kept) => {
    expect(readFormer(written)).toBe(kept);
  });

  it.each([
    ...["", " ", "/", "/index.html", "/?lang=en", "https://gamla.example"],
    ...["/desk/x", "/contact/", "/bild/1", "/%E5%", `/${"x".repeat(300)}`, "/a%00b"],
  ])("%s is none", (written) => {
    expect(readFormer(written)).toBeUndefined();
  });

  it.each([
    ["om-oss.html", "/om-oss.html"],
    ["stod/index.html", "/stod"],
    ["index.html", undefined],
    ["index.html?page_id=12.html", "/?page_id=12"],
    ["index.php@page_id=12.html", "/?page_id=12"],
    ["nytt/Så här.html", "/nytt/så här.html"],
  ])("the file %s was at %s", (file, address) => {
    expect(formerOfFile(file)).toBe(address);
  });

  it("kept once, it is kept as it is, whatever was written", () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const kept = formerAddress(path, `?${query}`);
        if (kept === undefined) return;
        expect(kept.startsWith("/") && !kept.startsWith("//")).toBe(true);
        const [bare = "", ...rest] = kept.split("?");
        const coded = bare.split("/").map(encodeURIComponent).join("/");
        if (rest.length === 0) expect(formerAddress(coded, "")).toBe(kept);
      }),
    );
  });
});
