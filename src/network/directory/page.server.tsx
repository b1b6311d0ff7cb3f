import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { inLanguage, type Language } from "../../ui/languages.ts";
import { sheetOf } from "../../ui/styles.server.ts";
import { federationFrame } from "../frame.server.tsx";
import { municipalityName } from "../municipalities.ts";
import type { DirectoryFace } from "../store.server.ts";
import directory from "./directory.css?inline";
import { directoryMessages } from "./messages.ts";
import {
  addressOf,
  byCounty,
  languagesInWords,
  receivesInWords,
  type ToldFace,
  weekInWords,
} from "./present.server.ts";
import { jsonLd } from "./schema-org.server.ts";
import { Search } from "./search.server.tsx";

const sheet = sheetOf(directory);

export interface DirectoryScene {
  readonly faces: readonly DirectoryFace[];
  readonly language: Language;
  /** ":8080" or nothing. */
  readonly port: string;
  /** "https", or "http" in a demonstration. */
  readonly scheme: string;
  readonly demo: boolean;
  /** Of the federation, where it is a tenant. */
  readonly name?: string | undefined;
  readonly origin?: string;
}

/** All jours county by county; where a script runs, a search that never leaves the browser goes before it. */
export function directoryPage(scene: DirectoryScene): Page {
  const { language } = scene;
  const say = directoryMessages[language];
  return federationFrame({
    ...{ language, sheet, demo: scene.demo, name: scene.name, path: "/hitta" },
    ...(scene.origin !== undefined && { origin: scene.origin }),
    ...{ title: say.title, description: say.lead, scripts: ["/hitta/app.js"] },
    children: (
      <>
        <main id="main" tabIndex={-1}>
          <div>
            <h1>{say.heading}</h1>
            <p class="soft">{say.lead}</p>
            <p class="danger">
              {say.inDanger} <a href="tel:112">{say.call112}</a>
            </p>
            <p>
              {say.nightLine}
              <a href="tel:020505050">020-50 50 50</a>
            </p>
          </div>
          <Search language={language} />
          <Counties scene={scene} />
        </main>
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd(scene) }} />
      </>
    ),
  });
}

/** Each county folds out, so that no address says which one was looked at. */
function Counties({ scene }: { readonly scene: DirectoryScene }): JSX.Element {
  const say = directoryMessages[scene.language];
  const { counties, nowhere } = byCounty(scene.faces);
  return (
    <section class="part" aria-labelledby="all">
      <h2 id="all">{say.allTitle}</h2>
      <div class="field sift" hidden>
        <label for="sift">{say.sift}</label>
        <input
          id="sift"
          type="search"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          data-gramm="false"
          maxLength={60}
          aria-describedby="sifted"
        />
        <p class="hint" id="sifted" role="status" />
      </div>
      {counties.map(({ county, faces }) => (
        <Fold name={county.name} faces={faces} scene={scene} />
      ))}
      {nowhere.length > 0 && <Fold name={say.noCounty} faces={nowhere} scene={scene} />}
    </section>
  );
}

interface FoldProps {
  readonly name: string;
  readonly faces: readonly ToldFace[];
  readonly scene: DirectoryScene;
}

function Fold({ name, faces, scene }: FoldProps): JSX.Element {
  const say = directoryMessages[scene.language];
  return (
    <details class="county">
      <summary>
        <h3>{name}</h3>
        <span class="hint">{say.count(faces.length)}</span>
      </summary>
      {faces.length === 0 && <p class="soft">{say.nobodyHere}</p>}
      <ul class="jours">
        {faces.map((face) => (
          <Jour face={face} scene={scene} />
        ))}
      </ul>
    </details>
  );
}

/** The script shows the same card again, with what the hours say at this moment. */
function Jour({ face, scene }: { readonly face: ToldFace; readonly scene: DirectoryScene }) {
  const { language, port } = scene;
  const say = directoryMessages[language];
  const { entry, kind, phone, faceId } = face;
  const facts = [
    `${say[kind]}. ${receivesInWords(entry, language)}.`,
    `${entry.elsewhere ? say.fromElsewhere : say.onlyHere}.`,
    ...(entry.permit === "none" ? [] : [`${shelterInWords(entry.permit, language)}.`]),
  ];
  return (
    <li class="card" data-face={faceId}>
      <h4>
        <a
          href={addressOf(face, port) + (face.url === null ? inLanguage(language) : "")}
          rel="noreferrer"
        >
          {face.name}
        </a>
      </h4>
      {phone !== null && (
        <p>
          <a class="phone" href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>
            {phone}
          </a>
        </p>
      )}
      <p>{facts.join(" ")}</p>
      <ul class="week small">
        {weekInWords(entry.hours, language).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="hint">
        {entry.municipalities.length > 0 &&
          `${say.municipalities} ${entry.municipalities.map(municipalityName).join(", ")}. `}
        {say.speaks(languagesInWords(entry.languages, language))}.
      </p>
    </li>
  );
}

function shelterInWords(permit: "applied" | "granted" | "paused", language: Language): string {
  const say = directoryMessages[language];
  if (permit === "granted") return say.shelterGranted;
  return permit === "applied" ? say.shelterApplied : say.shelterPaused;
}
