// Names of files as they come from a disk, a browser or an archive. None is ever opened by a name that a
// page has written: what a page leads to is looked up among the files that were handed over.

const MAX_LENGTH = 300;
const MAX_DEPTH = 20;

/** The name of a file within its folder; undefined of one that tries to be anywhere else. */
export function safePath(given: string): string | undefined {
  if (given === "" || given.length > MAX_LENGTH) return undefined;
  if (/[\p{Cc}\p{Cs}]/u.test(given) || /%(?:2e|2f|5c|00|25)/i.test(given)) return undefined;
  // An archive from Windows may use the other slash; a drive or a stream is none of ours.
  const path = given.replaceAll("\\", "/").normalize("NFC");
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return undefined;
  const parts = path.split("/");
  if (parts.length > MAX_DEPTH) return undefined;
  if (parts.some((part) => part === "" || part === "." || part === "..")) return undefined;
  return path;
}

/** What the system leaves in folders and archives, which nobody made. */
export const isLitter = (path: string): boolean =>
  /(?:^|\/)(?:__MACOSX|\.git|\.svn)\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i.test(
    path,
  );

/** Where a page leads, as a name within the folder; undefined when it leads out of it. */
export function pathFrom(page: string, address: string): string | undefined {
  const [bare = ""] = address.split(/[?#]/, 1);
  const decoded = unescaped(bare);
  if (decoded === undefined || decoded.includes("\0")) return undefined;
  const parts = decoded.startsWith("/") ? [] : page.split("/").slice(0, -1);
  for (const part of decoded.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/").normalize("NFC");
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The file that an address within the site means: itself, with an ending, or the first page of a folder. */
export function findFile<T>(
  files: ReadonlyMap<string, T>,
  page: string,
  address: string,
): string | undefined {
  const path = pathFrom(page, address);
  if (path === undefined) return undefined;
  const tries = path === "" ? ["index"] : [path, `${path}/index`];
  for (const one of tries)
    for (const ending of ["", ".html", ".htm", ".php"])
      if (files.has(one + ending)) return one + ending;
  return undefined;
}
