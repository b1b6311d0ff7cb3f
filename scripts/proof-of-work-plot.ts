import { readFileSync, writeFileSync } from "node:fs";
import * as Plot from "@observablehq/plot";
import { Window } from "happy-dom";
import { MAX_WAITING } from "../src/conversations/policy.ts";
import { hour, type Minute, MINUTES } from "./proof-of-work/flood.ts";
import { measureSpeed } from "./proof-of-work/speed.ts";
import { tables } from "./proof-of-work/tables.ts";

// Draws docs/images/proof-of-work.svg and writes the tables of docs/proof-of-work.md: what the way in
// costs in a flood, by the very code that asks for it. `npm run build` first, for the page's worker.

const PICTURE = "docs/images/proof-of-work.svg";
const PAGE = "docs/proof-of-work.md";
const MARKS = ["<!-- made by scripts/proof-of-work-plot.ts -->", "<!-- end of what is made -->"];

/** Names of colours; the picture says which they are in the light and in the dark. */
const INK = { text: "var(--ink)", calm: "var(--calm)", hot: "var(--hot)", band: "var(--band)" };
const STYLE = `
  svg { --ink: #1e2536; --soft: #515a6e; --paper: #fffdf8; --line: #e0d6c3; --hot: #a1241d; --calm: #1d6840; --band: #fce8e2; }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #f3ecdc; --soft: #bdb6a6; --paper: #1e222e; --line: #373c4b; --hot: #ffb1a5; --calm: #93d6a7; --band: #431d19; }
  }
  text { fill: var(--ink); }
`;
const WIDTH = 760;
const HEIGHT = 190;

async function main(): Promise<void> {
  const speed = await measureSpeed();
  // One core of a computer: more are in the table.
  const minutes = hour({ power: speed.program });
  writeFileSync(PICTURE, picture(minutes, speed.phone));
  const page = readFileSync(PAGE, "utf8");
  const [begin = "", end = ""] = MARKS;
  const [before = "", rest = ""] = page.split(begin);
  const after = rest.slice(rest.indexOf(end));
  writeFileSync(PAGE, `${before}${begin}\n\n${tables(speed)}\n\n${after}`);
  console.log(`${PICTURE} and the tables of ${PAGE} are made`);
}

function picture(minutes: readonly Minute[], phoneSteps: number): string {
  const { document } = new Window();
  const seconds = (steps: number): number => steps / phoneSteps;
  const plots = [
    panel(document, "seconds of work on an old phone, at most", [
      lines(minutes, ({ steps }) => seconds(steps), INK.hot),
      lines(minutes, ({ returning }) => seconds(returning), INK.calm),
      label(34, seconds(minutes[30]?.steps ?? 0), "a new tab", INK.hot),
      label(41, seconds(minutes[50]?.returning ?? 0), "a tab that was here before", INK.calm),
    ]),
    panel(document, "of the attacker, let in each minute", [
      Plot.rectY(minutes, {
        ...{ x1: ({ minute }) => minute - 1, x2: "minute", y: "flood" },
        ...{ fill: INK.hot, insetLeft: 1 },
      }),
    ]),
    panel(document, `in the queue (of at most ${MAX_WAITING})`, [
      lines(minutes, ({ waiting }) => waiting, INK.text),
    ]),
  ];
  return framed(plots);
}

type Mark = Plot.Markish;

function panel(document: unknown, title: string, marks: Mark[]): string {
  const x = { label: null, domain: [0, MINUTES.end], ticks: [0, 10, 20, 30, 40, 50, 60] };
  const flood = [{ from: MINUTES.flood, until: MINUTES.over }];
  const drawn = Plot.plot({
    ...{ document: document as Document, width: WIDTH, height: HEIGHT, marginLeft: 48 },
    style: { color: INK.text, background: "none", fontSize: "13px" },
    x: { ...x, type: "linear" },
    y: { label: title, grid: true, zero: true, nice: true, ticks: 4 },
    marks: [
      Plot.rect(flood, { x1: "from", x2: "until", fill: INK.band }),
      Plot.ruleY([0], { stroke: INK.text }),
      ...marks,
    ],
  });
  return drawn.outerHTML;
}

function lines(minutes: readonly Minute[], y: (minute: Minute) => number, stroke: string): Mark {
  return Plot.lineY(minutes, { x: "minute", y, stroke, strokeWidth: 2 });
}

function label(x: number, y: number, text: string, fill: string): Mark {
  return Plot.text([{ x, y, text }], {
    ...{ x: "x", y: "y", text: "text", fill },
    ...{ dy: -10, textAnchor: "start" },
  });
}

/** The panels below each other in one picture, on a ground of its own, with the minutes told once. */
function framed(plots: readonly string[]): string {
  const top = 34;
  const height = top + plots.length * HEIGHT + 30;
  const placed = plots.map((plot, index) =>
    plot.replace("<svg ", `<svg x="10" y="${top + index * HEIGHT}" `),
  );
  const title = "A flood from one core of a computer, from the tenth to the thirtieth minute";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH + 20} ${height}" width="${WIDTH + 20}" height="${height}" font-family="system-ui, sans-serif" role="img">`,
    `<title>${title}: the work asked of new tabs rises, that of tabs that come back does not, and falls again afterwards</title>`,
    `<style>${STYLE}</style>`,
    `<rect width="100%" height="100%" rx="8" fill="var(--paper)"/>`,
    `<text x="20" y="24" font-size="15" font-weight="600">${title}</text>`,
    ...placed,
    `<text x="${WIDTH / 2}" y="${height - 10}" font-size="13" text-anchor="middle">minutes</text>`,
    "</svg>\n",
  ].join("\n");
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
