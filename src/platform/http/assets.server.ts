import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fail } from "../result.ts";
import { type Context, defineDoor, type Door } from "./door.server.ts";
import { appPolicy, workerPolicy } from "./headers.server.ts";

interface Asset {
  readonly type: string;
  readonly policy: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | undefined;
  readonly gzip: Uint8Array<ArrayBuffer> | undefined;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

export interface AppOptions {
  /** Where the built app lies, such as dist/web/contact. */
  readonly directory: string;
  /** Its place on the host, such as /contact. */
  readonly mount: string;
  /** The desk's hashed files may be cached; nothing of the contact app ever is. */
  readonly cacheHashed: boolean;
}

/** The doors of one static app: its page, and its files under hashed names. All held in memory. */
export function appDoors(options: AppOptions): Door[] {
  const assets = load(options.directory);
  const refusePrefetch = !options.cacheHashed;
  // A page of its own for each language that the app was built for, else the one for all.
  const page = (context: Context): Response =>
    serve(assets.get(`${context.language}.html`) ?? assets.get("index.html"), context, {});
  return [
    defineDoor({
      method: "GET",
      path: `${options.mount}/`,
      host: "jour",
      access: "anyone",
      refusePrefetch,
      handle: page,
    }),
    defineDoor({
      method: "GET",
      path: `${options.mount}/assets/:file`,
      host: "jour",
      access: "anyone",
      refusePrefetch,
      handle: (context) => {
        const asset = assets.get(`assets/${context.params["file"] ?? ""}`);
        if (!asset) return fail("not-found");
        const cache = { "Cache-Control": "public, max-age=31536000, immutable" };
        return serve(asset, context, options.cacheHashed ? cache : {});
      },
    }),
  ];
}

function load(directory: string): Map<string, Asset> {
  const found = new Map<string, Asset>();
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const plain = new Uint8Array(readFileSync(path));
    const [br, gzip] = [packed(path, ".br"), packed(path, ".gz")];
    const name = path.slice(directory.length + 1).replaceAll("\\", "/");
    const policy = /worker/i.test(entry.name) ? workerPolicy : appPolicy(stylesWithin(type, plain));
    found.set(name, { type, policy, plain, br, gzip });
  }
  return found;
}

/**
 * As the build packed it (`scripts/pack.mjs`): here it would cost each start three seconds of a processor.
 * One that is older than its file belongs to another build.
 */
function packed(path: string, ending: ".br" | ".gz"): Uint8Array<ArrayBuffer> | undefined {
  const file = `${path}${ending}`;
  if (!existsSync(file) || statSync(file).mtimeMs < statSync(path).mtimeMs) return undefined;
  return new Uint8Array(readFileSync(file));
}

function stylesWithin(type: string, file: Uint8Array): string[] {
  if (!type.startsWith("text/html")) return [];
  return [
    ...Buffer.from(file)
      .toString()
      .matchAll(/<style>(.*?)<\/style>/gs),
  ].map(([, sheet]) => sheet ?? "");
}

function serve(
  asset: Asset | undefined,
  context: Context,
  headers: Readonly<Record<string, string>>,
): Response {
  if (!asset) throw new Error("the app is not built: its index.html is missing");
  const accepted = context.request.headers.get("accept-encoding") ?? "";
  const encoding = (["br", "gzip"] as const).find((one) => accepted.includes(one) && asset[one]);
  const body = (encoding && asset[encoding]) ?? asset.plain;
  return new Response(body, {
    headers: {
      "Content-Type": asset.type,
      "Content-Security-Policy": asset.policy,
      Vary: "Accept-Encoding",
      ...(encoding ? { "Content-Encoding": encoding } : {}),
      ...headers,
    },
  });
}
