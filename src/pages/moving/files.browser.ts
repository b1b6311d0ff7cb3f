import type { OldFile } from "./plan.ts";

const MAX_FILES = 5000;
/** Of one file, and of all of an archive unpacked. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_UNPACKED = 400 * 1024 * 1024;

/** The files of a folder that somebody has chosen. */
export const fromFolder = (list: FileList): OldFile[] =>
  [...list].slice(0, MAX_FILES + 1).map((file) => ({
    path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    size: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  }));

/** What a site is made of: the rest of an archive is told by its name and never unpacked. */
const wanted = /\.(?:x?html?|shtml|php|aspx?|jpe?g|png|gif|webp|avif)$/i;

/** The files of an archive; undefined of one that is none, or that grows beyond measure. */
export async function fromArchive(file: File): Promise<OldFile[] | undefined> {
  const { unzipSync } = await import("fflate");
  const packed = new Uint8Array(await file.arrayBuffer());
  const others: OldFile[] = [];
  let count = 0;
  let sum = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (name.endsWith("/") || ++count > MAX_FILES) return false;
    sum += wanted.test(name) && originalSize <= MAX_BYTES ? originalSize : 0;
    if (wanted.test(name) && originalSize <= MAX_BYTES && sum <= MAX_UNPACKED) return true;
    others.push({ path: name, size: originalSize, read: async () => new Uint8Array() });
    return false;
  };
  // The sizes are what the archive says: what comes out is never longer than that.
  const found = tried(() => unzipSync(packed, { filter }));
  if (!found || sum > MAX_UNPACKED) return undefined;
  const read = Object.entries(found).map(([path, bytes]) => ({
    ...{ path, size: bytes.length },
    read: async () => bytes,
  }));
  return [...read, ...others];
}

function tried<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
