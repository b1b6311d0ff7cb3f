import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensurePackages, requireNode, run } from "./ready.mjs";
import { house } from "./vite.mjs";

/**
 * `npm run lighthouse`: Lighthouse 12 with Chromium, against the demo as a real house would show it: without
 * its noindex and its banner. It is fetched when it is wanted (docs/decisions/0228). Some minutes;
 * `-- --once` runs each page once, `-- --only=directory` that page alone.
 */
const VERSION = "12.8.2";
const RUNS = process.argv.includes("--once") ? 1 : 5;
const PERFORMANCE = 98;
const only = process.argv.find((one) => one.startsWith("--only="))?.slice("--only=".length);
const pages = [
  ["front", "mira.localhost", "/"],
  ["article", "mira.localhost", "/sidor/vald-i-en-relation"],
  ["directory", "localhost", "/hitta"],
].filter(([name]) => only === undefined || name === only);

requireNode();
const data = mkdtempSync(join(tmpdir(), "lykta-lighthouse-"));
let program;
let relay;
let chrome;
try {
  await ensurePackages(console.log);
  const chromePath = ensureChromium();
  const { lighthouse, launch } = await ensureLighthouse();
  await build(console.log);
  program = startProgram();
  relay = await startRelay(await portOf(program));
  const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"];
  chrome = await launch({ chromePath, chromeFlags });
  for (const page of pages) await measure(lighthouse, chrome.port, relay.address().port, page);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await chrome?.kill();
  relay?.closeAllConnections();
  relay?.close();
  if (program) await stopped(program);
  rmSync(data, { recursive: true, force: true });
}

/** In a folder of its own: two hundred packages that only this command needs. */
async function ensureLighthouse() {
  const place = join(house, "node_modules/.cache", `lighthouse-${VERSION}`);
  const modules = join(place, "node_modules");
  if (!existsSync(join(modules, "lighthouse/core/index.js"))) {
    console.log(`Installing Lighthouse ${VERSION} for this command alone`);
    const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    await run("npm", ["install", "--prefix", place, ...options, `lighthouse@${VERSION}`]);
  }
  const from = (path) => import(pathToFileURL(join(modules, path)).href);
  const { default: lighthouse } = await from("lighthouse/core/index.js");
  const { launch } = await from("chrome-launcher/dist/index.js");
  return { lighthouse, launch };
}

function startProgram() {
  const env = { ...process.env, LYKTA_DATA: data, PORT: "0" };
  const stdio = ["ignore", "pipe", "inherit"];
  return spawn(process.execPath, ["dist/server/main.server.js"], { cwd: house, env, stdio });
}

function portOf(child) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("ready ")) resolve(Number(new URL(line.slice(6).trim()).port));
    });
    child.once("exit", (code) => reject(new Error(`the program closed with ${code}`)));
  });
}

function stopped(child) {
  if (child.exitCode !== null) return undefined;
  child.kill("SIGTERM");
  return new Promise((resolve) => child.once("exit", resolve));
}

/** The house behind it, less what makes a demonstration one: noindex in head, header and robots.txt, the banner. */
function startRelay(port) {
  const server = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    const given = { ...headers, "accept-encoding": "identity" };
    const onward = request(
      { host: "127.0.0.1", port, method, path: url, headers: given },
      (told) => {
        const parts = [];
        told.on("data", (part) => parts.push(part));
        told.on("end", () => {
          const kept = { ...told.headers };
          delete kept["x-robots-tag"];
          // Lighthouse asks for robots.txt from within the page, which our policy forbids to most of them.
          const policy = kept["content-security-policy"];
          if (policy && !policy.includes("connect-src"))
            kept["content-security-policy"] = `${policy}; connect-src 'self'`;
          delete kept["content-length"];
          delete kept["transfer-encoding"];
          const isHtml = String(kept["content-type"]).startsWith("text/html");
          const whole = Buffer.concat(parts);
          const body = isHtml
            ? asReal(whole.toString())
            : url === "/robots.txt"
              ? "User-agent: *\n"
              : whole;
          answer.writeHead(told.statusCode, kept).end(body);
        });
      },
    );
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

function asReal(html) {
  return html
    .replace(/<meta name="robots"[^>]*>/, "")
    .replace(/<section class="banner".*?<\/section>/s, "");
}

/** A trace that was not recorded whole is recorded again, as Lighthouse asks for. */
async function once(lighthouse, url, port, tries = 3) {
  const { lhr } = await lighthouse(url, { port, logLevel: "error", output: "json" });
  if (!lhr.runtimeError) return lhr;
  console.log(`        ${url}: ${lhr.runtimeError.code}, ${tries - 1} more tries`);
  if (tries > 1) return once(lighthouse, url, port, tries - 1);
  throw new Error(`${url}: ${lhr.runtimeError.message}`);
}

async function measure(lighthouse, debugPort, port, [name, host, path]) {
  const url = `http://${host}:${port}${path}`;
  const scores = [];
  const lacking = new Set();
  for (let at = 0; at < RUNS; at++) {
    const lhr = await once(lighthouse, url, debugPort);
    scores.push(
      Object.fromEntries(
        Object.values(lhr.categories).map((one) => [one.id, Math.round(one.score * 100)]),
      ),
    );
    for (const category of Object.values(lhr.categories))
      for (const { id, weight } of category.auditRefs) {
        const { score } = lhr.audits[id];
        if (weight > 0 && score !== null && score < 0.9)
          lacking.add(`${category.id}: ${id} (${lhr.audits[id].displayValue ?? score})`);
        if (id === "inspector-issues")
          for (const { issueType, subItems } of lhr.audits[id].details?.items ?? [])
            lacking.add(`the inspector: ${issueType} ${JSON.stringify(subItems.items)}`);
      }
  }
  tell(name, scores, lacking);
}

function tell(name, scores, lacking) {
  const of = (id) => scores.map((one) => one[id]).sort((a, b) => a - b);
  const median = of("performance")[Math.floor(RUNS / 2)];
  const others = ["accessibility", "best-practices", "seo"].map((id) => [id, of(id)[0]]);
  const isGood = median >= PERFORMANCE && others.every(([, score]) => score === 100);
  if (!isGood) process.exitCode = 1;
  const told = others.map(([id, score]) => `${id} ${score}`).join(", ");
  console.log(
    `${isGood ? "good" : "LACKING"}: ${name}: performance ${median} (median of ${of("performance").join(" ")}), ${told}`,
  );
  for (const line of lacking) console.log(`        ${line}`);
}
