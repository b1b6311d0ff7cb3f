import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { house, server } from "./vite.mjs";

/**
 * What an old phone on a poor line has to fetch, in KB (1,000 bytes). By gzip, which every browser
 * takes: those of today take Brotli and pay a tenth less. With `--files`, what weighs what.
 */
const web = join(house, "dist/web");
/** What is fetched only when she turns to letters, or asks for a talk, or is asked to go to another face, or waits at a full jour. That nothing else fetches it is seen from the imports. */
const later =
  /import\([`"]\.\/(?:letters|purposes\.browser|counselling|recruitment|enquiries|moving\.browser)-[^`"]*[`"]\)/g;
const muchLater =
  /import\([`"]\.\/(?:purposes\.browser|counselling|recruitment|enquiries)-[^`"]*[`"]\)/g;
const applying = /import\([`"]\.\/(?:recruitment|enquiries)-[^`"]*[`"]\)/g;
const enquiring = /import\([`"]\.\/enquiries-[^`"]*[`"]\)/g;
const weigh = (bytes) => gzipSync(bytes, { level: 9 }).length;

await build();
const { fronts, texts, emptyDirectory, demoDirectoryFile } = await rendered();
const exit = piece("exit.js");
const weights = [
  ...["index.html", "en.html"].map((page) => ({
    what: `contact app, a first visit (${page})`,
    limit: 60,
    pieces: visit(page, later),
  })),
  {
    what: "protocol in the contact app",
    limit: 25,
    pieces: visit("index.html").filter(isProtocol),
  },
  {
    what: "letters, when she turns to them",
    limit: 60,
    pieces: lateIn("index.html", later, muchLater),
  },
  {
    what: "counselling, when she asks for a talk",
    limit: 30,
    pieces: lateIn("index.html", muchLater, applying),
  },
  {
    what: "recruitment, when she applies",
    limit: 30,
    pieces: lateIn("index.html", applying, enquiring),
  },
  {
    what: "contact us, when it is not about somebody in need",
    limit: 30,
    pieces: lateIn("index.html", enquiring),
  },
  { what: "exit script", limit: 2, pieces: [exit] },
  {
    what: "directory, without its jours",
    limit: 15,
    pieces: [{ name: "page", size: weigh(emptyDirectory()) }, exit, piece("directory.js")],
  },
  {
    what: "the file of the directory, seventy jours",
    limit: 15,
    pieces: [{ name: "jourer.json", size: weigh(demoDirectoryFile()) }],
  },
  ...fronts().map(({ name, html }) => ({
    what: `front page of ${name}`,
    limit: 20,
    pieces: [{ name: "page", size: weigh(html) }, exit],
  })),
  {
    what: "the heaviest page of text, with a picture",
    limit: 30,
    pieces: [
      { name: "page", size: Math.max(...texts().map(({ html }) => weigh(html))) },
      exit,
      // The most that media/draw.server.ts aims at.
      { name: "picture", size: 18_000 },
    ],
  },
];
for (const weight of weights) tell(weight);

function tell({ what, limit, pieces }) {
  const size = pieces.reduce((sum, one) => sum + one.size, 0) / 1000;
  const fits = pieces.length > 0 && size <= limit;
  if (!fits) process.exitCode = 1;
  console.log(`${fits ? "fits" : "TOO LARGE"}: ${what}, ${size.toFixed(1)} of ${limit} KB`);
  if (!process.argv.includes("--files")) return;
  for (const one of pieces) console.log(`        ${(one.size / 1000).toFixed(1)} ${one.name}`);
}

function piece(name) {
  return { name, size: weigh(readFileSync(join(web, name))) };
}

/** The page, and every script that it or another script of it may fetch; `without` is what she asks for later. */
function visit(page, without) {
  const names = readdirSync(join(web, "contact/assets"));
  const found = new Set();
  const look = (file) => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(join(web, "contact", file), "utf8");
    const fetched = without ? text.replaceAll(without, "") : text;
    for (const name of names) if (fetched.includes(name)) look(`assets/${name}`);
  };
  look(page);
  return [...found].map((file) => piece(`contact/${file}`));
}

/** What comes on top of a visit without `before`; `without` is not asked for yet either. */
function lateIn(page, before, without) {
  const known = visit(page, before).map(({ name }) => name);
  return visit(page, without).filter(({ name }) => !known.includes(name));
}

function isProtocol({ name }) {
  return /\/(protocol|curves)-/.test(name);
}

/** The front pages as the server renders them, built as the server is. */
async function rendered() {
  const vite = await import("vite");
  const out = join(house, "dist", `.fronts-${process.pid}`);
  try {
    await vite.build(server(out, [join(house, "scripts/fronts.ts")]));
    return await import(pathToFileURL(join(out, "fronts.js")).href);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
