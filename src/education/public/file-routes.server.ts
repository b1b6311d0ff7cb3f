import { defineDoor, type Door } from "../../platform/http/index.server.ts";
import { fail } from "../../platform/result.ts";
import { educationPages as at } from "../contract.ts";
import type { EducationDeps } from "../deps.server.ts";
import { bookedFile, type GivenFile, publicFile } from "../files.server.ts";

const ofJour = { method: "GET", host: "jour", access: "anyone" } as const;
const isNumber = (file: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(file);

/** Handed over to be saved, never opened inside the site; nothing of it is kept in a browser's memory of the site. */
const handed = ({ title, bytes }: GivenFile): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${nameOf(title)}"`,
      "X-Robots-Tag": "noindex, nofollow",
    },
  });

/** Letters and numbers alone: a title writes no header. */
function nameOf(title: string): string {
  const plain = title
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `${plain.slice(0, 60) || "material"}.pdf`;
}

/** A file is asked for by its number; whether it is given follows from the lecture that names it, each time. */
export const fileDoors = (deps: EducationDeps): Door[] => [
  defineDoor({
    ...{ ...ofJour, path: at.file },
    async handle({ host, params: { file = "" } }) {
      const found = host.jour && isNumber(file) && (await publicFile(deps, host.jour.id, file));
      return found ? handed(found) : fail("not-found");
    },
  }),
  defineDoor({
    ...{ ...ofJour, path: at.ownFile },
    async handle({ host, params: { link = "", file = "" } }) {
      const found =
        host.jour && isNumber(file) && (await bookedFile(deps, host.jour.id, link, file));
      return found ? handed(found) : fail("not-found");
    },
  }),
];
