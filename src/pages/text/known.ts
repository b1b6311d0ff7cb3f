import { liveVersion, type Standing } from "../live.ts";

/** What the desk and the server both know of the house when they look a link over. */
export interface OwnAddresses {
  /** Of the house's public pages, as its doors name them: `/door/:door`. */
  readonly paths: readonly string[];
  /** Of an older site, which lead on. */
  readonly leads: readonly string[];
  /** Names that pages have had in addresses, and the page to which each leads. */
  readonly old: readonly { readonly slug: string; readonly page: string }[];
}

interface KnownPage {
  readonly isPublished: boolean;
  /** null: on all faces. */
  readonly face: string | null;
}

/** Where links within the site may lead. */
export interface Known {
  /** By the name in the address: under another folder, or an older name, it is led on. */
  readonly pages: ReadonlyMap<string, KnownPage>;
  readonly isOwn: (pathname: string) => boolean;
  readonly leads: ReadonlySet<string>;
  /** All faces of the jour. */
  readonly faces: readonly string[];
}

interface Site {
  readonly pages: readonly {
    readonly id: string;
    readonly slug: string;
    readonly face: string | null;
  }[];
  readonly texts: readonly (Standing & { readonly page: string })[];
  readonly faces: readonly string[];
  readonly own: OwnAddresses;
}

export function knownOf({ pages, texts, faces, own }: Site, now: number): Known {
  const live = new Set(
    texts.filter((text) => liveVersion(text, now) !== null).map(({ page }) => page),
  );
  const byId = new Map(
    pages.map(({ id, face }) => [id, { isPublished: live.has(id), face }] as const),
  );
  const named = [...own.old.map(({ slug, page }) => [slug, page] as const)];
  const slugs = [...named, ...pages.map(({ slug, id }) => [slug, id] as const)];
  const patterns = own.paths.map(patternOf);
  return {
    pages: new Map(
      slugs.flatMap(([slug, id]) => {
        const page = byId.get(id);
        return page ? [[slug, page] as const] : [];
      }),
    ),
    isOwn: (pathname) => patterns.some((one) => one.test(pathname)),
    leads: new Set(own.leads),
    faces,
  };
}

/** `/door/:door` → anything in the place of the name. */
function patternOf(path: string): RegExp {
  const steps = path.split("/").map((step) => {
    if (step === "*") return ".*";
    return step.startsWith(":") ? "[^/]+" : step.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${steps.join("/")}$`);
}
