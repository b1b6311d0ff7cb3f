import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

type Palette = Record<string, string>;

/** The custom properties of every rule whose selector passes. */
function colours(source: string, selects: (selector: string) => boolean): Palette {
  const found: Palette = {};
  for (const [, selector = "", body = ""] of source.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selects(selector.trim())) continue;
    for (const [, name = "", value = ""] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,8})/g))
      found[name] = value;
  }
  return found;
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const night = /@media \(prefers-color-scheme: dark\) \{((?:[^{}]*\{[^{}]*\})*)\s*\}/g;
const sheets = {
  light: css.replaceAll(night, ""),
  dark: [...css.matchAll(night)].map(([, rules]) => rules).join(""),
};
const light = colours(sheets.light, (s) => s.endsWith(":root"));
const dark = colours(sheets.dark, (s) => s === ":root");
const faces = ["sea", "pine", "heather", "berry", "clay"];
const faceOf = (name: string, theme: "light" | "dark"): string =>
  colours(sheets[theme], (s) => s.endsWith(`[data-colour="${name}"]`))["face"] ?? "";

const text: [string, string][] = [
  ["ink", "paper"],
  ["ink", "surface"],
  ["ink", "lamp-soft"],
  ["ink", "open-soft"],
  ["ink", "danger-soft"],
  ["ink-soft", "paper"],
  ["ink-soft", "surface"],
  ["ink-soft", "lamp-soft"],
  ["lamp-ink", "lamp"],
  ["open", "open-soft"],
  ["open", "surface"],
  ["danger", "danger-soft"],
  ["danger", "surface"],
  ["danger", "paper"],
  ["face", "paper"],
  ["face", "surface"],
];
/** Edges of controls and the focus ring: WCAG 1.4.11. */
const edges: [string, string][] = [
  ["edge", "surface"],
  ["edge", "paper"],
  ["focus", "paper"],
  ["focus", "surface"],
  ["focus", "lamp-soft"],
];

describe.each([
  ["light", light],
  ["dark", dark],
] as const)("the colours, %s", (theme, palette) => {
  it.each(text)("%s on %s can be read (4.5:1)", (front, back) => {
    expect(contrast(palette[front] ?? "", palette[back] ?? "")).toBeGreaterThanOrEqual(4.5);
  });
  it.each(edges)("%s on %s can be seen (3:1)", (front, back) => {
    expect(contrast(palette[front] ?? "", palette[back] ?? "")).toBeGreaterThanOrEqual(3);
  });
  it.each(faces)("the face colour %s can be read", (name) => {
    expect(contrast(faceOf(name, theme), palette["paper"] ?? "")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(faceOf(name, theme), palette["surface"] ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});

it("are all said anew for the dark", () => {
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});
