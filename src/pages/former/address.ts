// Addresses of an older site, in the one form in which they are kept and looked for. Pure.

const MAX_LENGTH = 300;
/** What others hang on to an address, and what chooses our own language. */
const PASSED_OVER = /^(?:lang|utm_\w+|fbclid|gclid|mc_cid|mc_eid)$/;
/** Of the house itself. */
const OURS = /^\/(?:desk|contact|bild)(?:\/|$)/;

/** Path and query of an address within a site; undefined of the front page and of what is none. */
export function formerAddress(pathname: string, search: string): string | undefined {
  const path = plainPath(pathname);
  if (path === undefined || OURS.test(path)) return undefined;
  const query = [...new URLSearchParams(search)]
    .filter(([name]) => !PASSED_OVER.test(name.toLowerCase()))
    .map(([name, value]) => `${name}=${value}`.normalize("NFC").toLowerCase())
    .sort()
    .join("&");
  const address = query === "" ? path : `${path}?${query}`;
  if (address === "/" || address.length > MAX_LENGTH || /[\p{Cc}\p{Cs}]/u.test(address))
    return undefined;
  return address;
}

/** However it was spelled: no case, no slash at the end, and the first page of a folder is the folder. */
function plainPath(pathname: string): string | undefined {
  try {
    const path = `/${decodeURIComponent(pathname)}`.normalize("NFC").toLowerCase();
    const bare = path
      .replaceAll(/\/{2,}/g, "/")
      .replace(/\/(?:index\.(?:x?html?|shtml|php)|default\.(?:aspx?|html?))$/, "/")
      .replace(/\/$/, "");
    return bare === "" ? "/" : bare;
  } catch {
    return undefined;
  }
}

/** What an editor writes or copies: a whole address of the old site, or its path. */
export function readFormer(text: string): string | undefined {
  const written = text.trim();
  const whole = /^https?:\/\//i.test(written)
    ? written
    : `https://old.invalid/${written.replace(/^\/+/, "")}`;
  if (written === "" || !URL.canParse(whole)) return undefined;
  const { pathname, search } = new URL(whole);
  return formerAddress(pathname, search);
}

/**
 * The address at which a file of a saved site was read. Tools that save sites write a query into the name,
 * after a question mark or an at sign, and an ending after it.
 */
export function formerOfFile(path: string): string | undefined {
  const [, name = path, query = ""] = /^([^?@]*)[?@]([^?@]*=[^?@]*)$/.exec(path) ?? [];
  const search = query.replace(/\.x?html?$/i, "");
  return formerAddress(name.split("/").map(encodeURIComponent).join("/"), search);
}
