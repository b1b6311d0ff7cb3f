// The front pages as the server renders them, with the demo's texts: for weighing them. Loaded by Vite, which
// gives the pages their styles.

import { answerTimeInWords } from "../src/letters/index.ts";
import { demoJours } from "../src/entry/demo.content.ts";
import { randomUUID } from "node:crypto";
import { networkJours } from "../src/entry/demo.network.ts";
import { directoryPage } from "../src/network/directory/page.server.tsx";
import { directoryFile } from "../src/network/directory/present.server.ts";
import type { DirectoryFace } from "../src/network/index.server.ts";
import { federationPage } from "../src/network/page.server.tsx";
import { miraPages } from "../src/entry/demo.pages.ts";
import { pathOf } from "../src/pages/kinds.ts";
import { textPage } from "../src/pages/public/text.server.tsx";
import { parseMarkdown } from "../src/pages/text/parse.ts";
import { DOORS } from "../src/site/index.ts";
import type { FaceId, JourId } from "../src/platform/ids.ts";
import { frontPage } from "../src/site/pages/front.server.tsx";
import { presentSign } from "../src/site/present.server.ts";
import { languages } from "../src/ui/languages.ts";

export interface Front {
  readonly name: string;
  readonly html: string;
}

/** While somebody is on duty, which is when most is shown. */
export function fronts(): Front[] {
  const faces = demoJours.flatMap((jour) => jour.faces.map((one) => ({ jour, ...one })));
  const listed = faces.map(({ jour, host, face }) => ({
    ...{ faceId: host, jourId: jour.slug, host: `${host}.localhost`, kind: face.kind },
    ...{ name: face.content.name, place: face.content.place, phone: face.content.phone },
    ...{ receives: null, doors: null },
  }));
  const letters = answerTimeInWords(null);
  return languages.flatMap((language) => {
    const where = { language, port: ":8080", demo: true, origin };
    const ofJours = faces.map(({ jour, host, face }): Front => {
      const record = { ...face, id: host as FaceId, version: 1, hoursVersion: 1 };
      const siblings = jour.faces.map((one) => ({ slug: one.face.slug, host: one.host }));
      const scene = {
        ...{ ...where, record, siblings, listed, offered: [], onDuty: 1, letters, now: Date.now() },
        leads: jour.slug === "mira" ? { sv: demoLeads, en: demoLeads } : undefined,
      };
      const named = { id: jour.slug as JourId, name: jour.name, slug: jour.slug };
      const page = frontPage({ ...scene, jour: named }, `${host}.localhost`);
      return { name: `${host} (${language})`, html: page.body };
    });
    const { body } = federationPage({ ...where, federation: undefined });
    return [...ofJours, { name: `federation (${language})`, html: body }];
  });
}

/** As long as one of production. */
const origin = "https://kvinnojouren.lykta.example";

/** As many as a front page ever leads to. */
const demoLeads = {
  news: leadsOf((kind) => kind === "news").slice(0, 3),
  pages: leadsOf((kind) => kind !== "news").slice(0, 7),
  // They stand at the doors, not on the front page.
  doors: { woman: [], young: [], worried: [], "social-services": [], learn: [] },
};

function leadsOf(isOne: (kind: (typeof miraPages)[number]["kind"]) => boolean) {
  return miraPages
    .filter(({ kind }) => isOne(kind))
    .map(({ kind, slug, dated = null, texts: said }) => ({
      ...{ href: pathOf({ kind, slug }), title: said.sv?.title ?? slug, date: dated },
    }));
}

/** Every page of the demonstration's first jour. */
export function texts(): Front[] {
  const [jour] = demoJours;
  const face = jour?.faces[0]?.face;
  if (!face) return [];
  const record = { ...face, id: "mira" as FaceId, version: 1, hoursVersion: 1 };
  return miraPages.flatMap(({ kind, slug, dated = null, texts: all }) =>
    languages.flatMap((language): Front[] => {
      const said = all[language];
      if (!said) return [];
      const own = {
        ...{ page: slug, kind, slug, dated, language, version: 1, cover: null, since: 0 },
        ...{ referral: null, isChecked: true },
      };
      const sign = presentSign(record, language, true);
      const nodes = parseMarkdown(said.body);
      const reading = {
        ...{ sign, nodes, facts: {}, languages: ["sv", "en"] as const },
        text: { ...own, ...said },
      };
      const page = textPage(reading, origin);
      return [{ name: `${slug} (${language})`, html: page.body }];
    }),
  );
}

/** The directory's page without a jour in it: what is left is its frame, its style and its search. */
export function emptyDirectory(): string {
  const where = { language: "sv", port: "", scheme: "https", demo: true, origin } as const;
  return directoryPage({ faces: [], ...where }).body;
}

/** The file that the search reads, of the whole demonstration. */
export function demoDirectoryFile(): string {
  const faces = [...demoJours, ...networkJours].flatMap((jour) =>
    jour.faces.map(({ host, face: { kind, content, hours } }): DirectoryFace => {
      const { name, place, phone, policy, reach, permit } = content;
      const doors = DOORS.filter((door) => content.doors[door].received);
      const { receives, ages } = policy;
      const entry = { receives, ages, doors, ...reach, permit: permit.status, hours };
      const ids = { faceId: randomUUID(), jourId: jour.slug, jourName: jour.name };
      return { ...ids, host, url: null, name, kind, place, phone, entry };
    }),
  );
  return JSON.stringify(directoryFile(faces, Date.now()));
}
