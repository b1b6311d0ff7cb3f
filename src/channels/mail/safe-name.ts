/** What a computer might run, or show with pictures fetched from elsewhere, when somebody opens it. */
const ACTIVE = new Set(
  (
    "html htm xhtml shtml mht mhtml svg xml xsl js mjs jse vbs vbe wsf wsh hta exe com bat cmd ps1 msi msp scr pif cpl " +
    "jar apk app dmg pkg deb rpm sh bash py rb pl php lnk url desktop reg inf iso img vhd docm xlsm pptm dotm xll one chm eml"
  ).split(" "),
);

/** Signs that turn or hide the rest of a name, controls, and what separates folders. */
const REFUSED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}/\\:*?"<>|]/gu;
const LONGEST_BYTES = 120;

/** A file name that can be saved anywhere, is what it looks like, and opens in nothing that runs it. */
export function safeName(given: string, otherwise: string): string {
  const clean = given.normalize("NFC").replaceAll(REFUSED, "").replaceAll(/\s+/g, " ");
  const trimmed = clean.replaceAll(/^[. ]+|[. ]+$/g, "");
  const short = shortened(trimmed === "" ? otherwise : trimmed);
  const ending = /\.([^.]+)$/.exec(short)?.[1]?.toLowerCase() ?? "";
  return ACTIVE.has(ending.trim()) ? `${short}.osaker` : short;
}

/** The ending stays: it says what the file is. */
function shortened(name: string): string {
  const size = (text: string): number => new TextEncoder().encode(text).length;
  if (size(name) <= LONGEST_BYTES) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
  const signs = [...name.slice(0, name.length - ending.length)];
  while (size(signs.join("")) + ending.length > LONGEST_BYTES)
    signs.length -= Math.ceil(signs.length / 20);
  return signs.join("") + ending;
}
