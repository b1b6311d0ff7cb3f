import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const house = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = join(house, "src/entry");

/**
 * Old phones: Android 8 and later with a Chrome of late 2021, iPhones 6s and later with iOS 15.4. Below
 * that the cryptographic libraries do not run (Object.hasOwn, Array.at), and private fields cost 0.7 KB.
 */
const phones = ["chrome94", "edge94", "firefox93", "safari15.4"];

const common = {
  configFile: false,
  logLevel: "warn",
  root: entry,
  publicDir: false,
  envDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};

/** Vite names a page after its source; the server looks for index.html. */
function asIndex(source) {
  return {
    name: "lykta-index",
    enforce: "post",
    generateBundle(_, bundle) {
      bundle[source].fileName = "index.html";
    },
  };
}

function app(name, out) {
  return {
    ...common,
    base: `/${name}/`,
    plugins: [asIndex(`${name}.html`)],
    worker: { format: "es", rolldownOptions: { output: hashedNames } },
    build: {
      outDir: join(out, "web", name),
      emptyOutDir: true,
      target: phones,
      // Everything is a file of its own, so that the policy of the page can forbid data: addresses.
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(entry, `${name}.html`),
        output: { ...hashedNames, codeSplitting: { groups: [protocol, letters] } },
        treeshake: { moduleSideEffects: hasSideEffects },
      },
    },
  };
}

const protocolFiles = /\/src\/protocol\/|\/node_modules\/(@noble|hash-wasm)\//;
/** What only browsers without X25519 and Ed25519 of their own fetch (4.7 KB gzip). */
const curveFiles = /\/suite\/curves\.|\/@noble\/(ed25519|curves\/abstract\/(montgomery|modular))/;

/** The protocol and its primitives in one file, so that its size is measured and its text is audited alone. */
const protocol = {
  name: "protocol",
  test: (id) => protocolFiles.test(id) && !curveFiles.test(id) && !letterFiles.test(id),
};

/** A module of the protocol only declares: what a page does not use of it is not sent to her. */
const hasSideEffects = (id) => (id.includes("/src/protocol/") ? false : undefined);

/** Fetched when she turns to letters: no part of a first visit. */
const letterFiles = /\/src\/(protocol\/)?letters\//;
const letters = { name: "letters", test: (id) => letterFiles.test(id) };

const hashedNames = {
  entryFileNames: "assets/[name]-[hash].js",
  chunkFileNames: "assets/[name]-[hash].js",
  assetFileNames: "assets/[name]-[hash][extname]",
};

function exitScript(out) {
  return {
    ...common,
    build: {
      outDir: join(out, "web"),
      emptyOutDir: false,
      target: phones,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(entry, "exit.browser.ts"),
        output: { format: "iife", entryFileNames: "exit.js" },
      },
    },
  };
}

function server(out, inputs) {
  return {
    ...common,
    ssr: { target: "node" },
    build: {
      ssr: true,
      outDir: join(out, "server"),
      emptyOutDir: true,
      target: "node20",
      minify: false,
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(inputs.map((name) => [name, join(entry, `${name}.ts`)])),
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  };
}

/** What is built into `out`, by name; parts whose source is not there are left out. */
export function parts(out) {
  const has = (file) => existsSync(join(entry, file));
  const servers = ["main.server", "cli.server"].filter((name) => has(`${name}.ts`));
  return {
    ...(has("contact.html") && { contact: app("contact", out) }),
    ...(has("desk.html") && { desk: app("desk", out) }),
    ...(has("exit.browser.ts") && { exit: exitScript(out) }),
    ...(servers.length > 0 && { server: server(out, servers) }),
  };
}
