import { municipalityName } from "../municipalities.ts";
import type { DirectoryScene } from "./page.server.tsx";
import { toldOnly } from "./present.server.ts";

/** What search engines read of the jours, in the words of schema.org. */
export function jsonLd({ faces, scheme, port }: DirectoryScene): string {
  const graph = toldOnly(faces).map(({ name, host, url, phone, entry }) => ({
    "@type": "NGO",
    name,
    url: url ?? `${scheme}://${host}${port}/`,
    ...(phone !== null && { telephone: phone }),
    areaServed: entry.municipalities.map(municipalityName),
    knowsLanguage: entry.languages,
  }));
  // No text of a jour may end the script that it stands in.
  return JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll(
    "<",
    "\\u003c",
  );
}
