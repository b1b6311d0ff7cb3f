import { isLinkAddress } from "../text/links.ts";
import type { Telling } from "./blocks.ts";
import type { Facts } from "./facts.ts";
import { attribute, below, cleaned, find, type HtmlElement, wordsOf } from "./html.ts";
import type { Leftovers } from "./left.ts";
import { findFile } from "./paths.ts";
import type { OldFile } from "./plan.ts";

interface Site {
  readonly path: string;
  readonly content: HtmlElement;
  readonly facts: Facts;
  readonly files: ReadonlyMap<string, OldFile>;
  readonly pages: ReadonlyMap<string, HtmlElement>;
  readonly documents: ReadonlyMap<string, OldFile>;
  /** Those of the documents to which this page leads. */
  readonly led: Set<string>;
  /** Names under which the old site was reached. */
  readonly hosts: ReadonlySet<string>;
  readonly pictures: Map<string, { readonly file: OldFile; readonly alt: string }>;
  readonly left: Leftovers;
}

/** What the pages call their own site, and the name of the folder where that is one. */
export function hostsOf(pages: Iterable<HtmlElement>, top: string): ReadonlySet<string> {
  const hosts = new Set<string>(/^[\w-]+(?:\.[\w-]+)+$/.test(top) ? [bareHost(top)] : []);
  for (const page of pages)
    for (const one of below(page)) {
      const isIt = one.tagName === "link" && attribute(one, "rel").toLowerCase() === "canonical";
      const isUrl = one.tagName === "meta" && attribute(one, "property") === "og:url";
      const address = isIt ? attribute(one, "href") : isUrl ? attribute(one, "content") : "";
      if (/^https?:\/\//i.test(address) && URL.canParse(address))
        hosts.add(bareHost(new URL(address).host));
      if (one.tagName === "body") break;
    }
  return hosts;
}

const bareHost = (host: string): string => host.toLowerCase().replace(/^www\./, "");

export function tellingOf(site: Site): Telling {
  const { path, content, facts, left } = site;
  const title = find(content, ({ tagName }) => tagName === "h1");
  return {
    title: title && wordsOf(title).slice(0, 160) === facts.title ? title : undefined,
    left: (what, detail) => left.add(path, what, detail),
    link: (address) => linkIn(site, address),
    picture: (element) => pictureIn(site, element),
  };
}

/** An address as a browser takes it: what it skips is gone. */
const asBrowsers = (address: string): string =>
  address.replaceAll(/[\t\r\n]/g, "").replaceAll(/^[\p{Cc} ]+|[\p{Cc} ]+$/gu, "");

/** The path within the old site that an address means; undefined of one that leads elsewhere. */
function ownPath({ hosts }: Site, address: string): string | undefined {
  const whole = address.startsWith("//") ? `https:${address}` : address;
  if (!/^[a-z][\w+.-]*:/i.test(whole)) return address;
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return undefined;
  const { host, pathname } = new URL(whole);
  return hosts.has(bareHost(host)) ? pathname : undefined;
}

function linkIn(site: Site, written: string): string {
  const address = asBrowsers(written);
  if (address === "" || address.startsWith("#")) return "";
  const own = ownPath(site, address);
  if (own === undefined) return outward(site, address);
  const found = findFile(site.files, site.path, own);
  if (found !== undefined && site.pages.has(found)) return `page:${found}`;
  const document = findFile(site.documents, site.path, own);
  if (document !== undefined) {
    site.led.add(document);
    site.left.add(site.path, "document-left", address);
  }
  // What was found is a picture that opens itself in large.
  else if (found === undefined) site.left.add(site.path, "link-lost", address);
  return "";
}

function outward({ path, left }: Site, address: string): string {
  const whole = address.startsWith("//") ? `https:${address}` : address;
  const safe = whole.replace(/^http:\/\//i, "https://").replace(/^(mailto:[^?]*)\?.*$/is, "$1");
  const plain = /^(?:tel|sms):/i.test(safe) ? safe.replaceAll(/[\s()]|%20/g, "") : safe;
  const tried = /^https:/i.test(plain) && URL.canParse(plain) ? new URL(plain).href : plain;
  if (!isLinkAddress(tried)) {
    left.add(path, "link-refused", address);
    return "";
  }
  if (/^http:/i.test(address)) left.add(path, "link-made-safe", tried);
  return tried;
}

function pictureIn(site: Site, element: HtmlElement) {
  const { path, files, pictures, left } = site;
  const sources = ["data-src", "data-lazy-src", "src"].map((name) =>
    asBrowsers(attribute(element, name)),
  );
  const [, fromSet = ""] = /^\s*(\S+)/.exec(attribute(element, "srcset")) ?? [];
  const address = [...sources, fromSet].find((one) => one !== "" && !/^data:/i.test(one));
  if (address === undefined) {
    left.add(path, "picture-unreadable", sources[2] ?? "");
    return undefined;
  }
  const own = ownPath(site, address);
  if (own === undefined) {
    left.add(path, "picture-elsewhere", address);
    return undefined;
  }
  const found = findFile(files, path, own);
  const file = found === undefined || site.pages.has(found) ? undefined : files.get(found);
  if (!file || found === undefined) {
    left.add(path, /\.svgz?$/i.test(own) ? "drawing" : "picture-missing", address);
    return undefined;
  }
  const alt = cleaned(attribute(element, "alt"))
    .trim()
    .slice(0, 300)
    .replaceAll(/\p{Cs}/gu, "");
  if (alt === "") left.add(path, "alt-missing", found);
  pictures.set(found, { file, alt: pictures.get(found)?.alt || alt });
  return { url: `picture:${found}`, alt };
}
