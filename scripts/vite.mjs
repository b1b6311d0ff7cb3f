import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const house = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = join(house, "src/entry");
/** What the contact app asks for before the rest of it is there. */
const contactEarly = join(house, "src/conversations/contact/early.browser.ts");

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

/**
 * The page as it is served. Vite names it after its source, and the server looks for index.html. On a
 * poor line what is found late costs a round trip more: the page names all scripts that it will need.
 */
function servedPage(name, { page = "index.html", early, inlineStyle }) {
  const script = (file) =>
    `<script type="module" crossorigin data-first src="/${name}/${file}"></script>`;
  const preload = (file) => `<link rel="modulepreload" crossorigin href="/${name}/${file}" />`;
  return {
    name: "lykta-page",
    enforce: "post",
    generateBundle(_, bundle) {
      const html = bundle[`${name}.html`];
      html.fileName = page;
      const chunks = Object.values(bundle).filter(({ type }) => type === "chunk");
      const first = early && chunks.find((chunk) => chunk.facadeModuleId === early).fileName;
      const { imports } = chunks.find((chunk) => chunk.isEntry && chunk.name === name);
      const found = imports.filter((file) => file !== first).map(preload);
      const lines = [...(first ? [script(first)] : []), ...found];
      html.source = html.source.replace(/<script /, `${lines.join("\n    ")}\n    $&`);
      if (!inlineStyle) return;
      html.source = html.source.replaceAll(/<link rel="stylesheet".*>/g, inlined(bundle));
    },
  };
}

/** A first visit, of which nothing may be cached, gets its style without another connection. */
const inlined = (bundle) => (link) => {
  const [file] = Object.keys(bundle).filter((name) => link.includes(name));
  const { source } = bundle[file];
  delete bundle[file];
  return `<style>${String(source).trim()}</style>`;
};

/** Leaves out the words of all other languages: she who writes has one, and her line may be poor. */
function oneLanguage(language) {
  return {
    name: "lykta-language",
    enforce: "pre",
    async transform(code, id) {
      if (!code.includes("= defineMessages({")) return null;
      const { parseAst } = await import("vite");
      const spans = [];
      for (const { declaration } of parseAst(code, { lang: "ts" }, id).body) {
        for (const { init } of declaration?.declarations ?? []) {
          if (init?.callee?.name === "defineMessages") spans.push(...others(init, language));
        }
      }
      return spans.reduceRight(
        (text, { start, end }) => text.slice(0, start) + text.slice(end),
        code,
      );
    },
  };
}

/** Where the objects of other languages stand, with the comma after each. */
function others({ arguments: [{ properties }], end }, language) {
  return properties.flatMap(({ key, start }, index) =>
    key.name === language ? [] : [{ start, end: properties[index + 1]?.start ?? end - 2 }],
  );
}

/** Vite's own helper fetches styles before a late script; ours has none. */
const plainImports = {
  name: "lykta-imports",
  enforce: "pre",
  load: (id) =>
    id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : null,
};

function app(name, out, options = {}) {
  const { early, language } = options;
  const plugins = [plainImports, servedPage(name, options)];
  return {
    ...common,
    base: `/${name}/`,
    plugins: language ? [oneLanguage(language), ...plugins] : plugins,
    worker: { format: "es", rolldownOptions: { output: hashedNames } },
    build: {
      outDir: join(out, "web", name),
      // The first language clears the directory, the others add to it.
      emptyOutDir: options.page === undefined,
      target: phones,
      // Everything is a file of its own, so that the policy of the page can forbid data: addresses.
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        // Old phones get fields as assignments: only a class with a setter of the same name would notice.
        transform: { assumptions: { setPublicClassFields: true } },
        input: { [name]: join(entry, `${name}.html`), ...(early && { early }) },
        output: {
          ...hashedNames,
          // Read by Chromium: functions are compiled off the main thread while they come, not at their first call.
          postBanner: "//# allFunctionsCalledOnLoad",
          codeSplitting: { groups: [protocol] },
        },
        treeshake: { moduleSideEffects: hasSideEffects },
      },
    },
  };
}

/** One page for each language, of which only the page itself and its own script differ. */
const contact = (out, language, page) =>
  app("contact", out, { early: contactEarly, inlineStyle: true, language, page });

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

/**
 * Fetched when she turns to letters: no part of a first visit, nor of the protocol's file. No group of
 * its own: that would hold what the page needs at once as well, and the page would have to fetch it.
 */
const letterFiles = /\/src\/(protocol\/)?letters\//;

/** A room's part that other rooms build upon has no door of its own: then its modules tell. */
const lateRoom = ({ facadeModuleId, moduleIds, name }) => {
  const ids = facadeModuleId ? [facadeModuleId] : name === "index.browser" ? moduleIds : [];
  const found = ids.map(
    (id) => /\/src\/(letters|counselling|recruitment|enquiries)\//.exec(id)?.[1],
  );
  return found.find((room) => room !== undefined);
};

const hashedNames = {
  entryFileNames: "assets/[name]-[hash].js",
  // A late part is named after its room, not after the room's door.
  chunkFileNames: (chunk) => `assets/${lateRoom(chunk) ?? chunk.name}-[hash].js`,
  assetFileNames: "assets/[name]-[hash][extname]",
};

/** A script of the public pages: one file, which needs no other. */
function pageScript(out, source, name) {
  return {
    ...common,
    build: {
      outDir: join(out, "web"),
      emptyOutDir: false,
      target: phones,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(entry, source),
        output: { format: "iife", entryFileNames: name },
        // Of a module's door, what is not called is left out, whatever it would define: pages of the desk.
        treeshake: { moduleSideEffects: false },
      },
    },
  };
}

/** Programs of the server, by the paths of their sources. */
export function server(out, inputs) {
  return {
    ...common,
    ssr: { target: "node" },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(inputs.map((path) => [basename(path, ".ts"), path])),
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  };
}

/** What is built into `out`, by name; parts whose source is not there are left out. */
export function parts(out) {
  const has = (file) => existsSync(join(entry, file));
  const programs = ["main.server.ts", "cli.server.ts"].filter(has).map((name) => join(entry, name));
  // A thread is a program of its own beside the server, which starts it by its name.
  const threads = ["planning/proposal/proposal-thread.server.ts"]
    .map((path) => join(entry, "..", path))
    .filter((path) => existsSync(path));
  const servers = [...programs, ...(programs.length > 0 ? threads : [])];
  return {
    ...(has("contact.html") && {
      contact: contact(out, "sv"),
      contactInEnglish: contact(out, "en", "en.html"),
    }),
    ...(has("desk.html") && { desk: app("desk", out) }),
    ...(has("exit.browser.ts") && { exit: pageScript(out, "exit.browser.ts", "exit.js") }),
    ...(has("directory.browser.ts") && {
      directory: pageScript(out, "directory.browser.ts", "directory.js"),
    }),
    ...(servers.length > 0 && { server: server(join(out, "server"), servers) }),
  };
}
