import { picturePaths } from "../../src/media/index.ts";
import { formerPaths, movingPaths, pagePaths } from "../../src/pages/index.ts";
import type { Expected, ExpectedDoors, Sample } from "./expected-door.server.ts";
import type { World } from "./world.server.ts";

type Side = "mira" | "vide";
const deskOf = (world: World, side: Side) =>
  (side === "mira" ? world.women.coordinator : world.women.stranger).desk;

let made = 0;
const settings = () => ({
  ...{ kind: "guide", slug: `dorr-${++made}`, face: null, dated: null, position: 0 },
});

/** A page of its own for each question. */
async function page(world: World, side: Side): Promise<string> {
  const body = { ...settings(), language: "sv", title: "Dörr" };
  const answer = await deskOf(world, side).post<{ page: string }>(pagePaths.make, body);
  return answer.body.page;
}

/** One that is to be published in a while. */
async function scheduled(world: World, side: Side): Promise<string> {
  const id = await page(world, side);
  const publish = { page: id, language: "sv", version: 1, at: "2999-01-01T08:00" };
  await deskOf(world, side).post(pagePaths.publish, publish);
  return id;
}

const ofArabic = (id: string) => ({ page: id, language: "ar", version: 1 });

async function arabicPage(world: World, side: Side): Promise<string> {
  const body = { ...settings(), language: "ar", title: "باب" };
  return (await deskOf(world, side).post<{ page: string }>(pagePaths.make, body)).body.page;
}

async function checkedPage(world: World, side: Side): Promise<string> {
  const id = await arabicPage(world, side);
  const check = { ...ofArabic(id), by: "Samira", on: "2026-11-02" };
  await deskOf(world, side).post(pagePaths.check, check);
  return id;
}

/** The smallest PNG that there is. */
const file =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC";

async function picture(world: World, side: Side): Promise<string> {
  const body = { file, alt: "En punkt" };
  return (await deskOf(world, side).post<{ id: string }>(picturePaths.add, body)).body.id;
}

async function begun(world: World, side: Side): Promise<string> {
  const answer = await deskOf(world, side).post<{ import: string }>(movingPaths.begin, {
    slugs: [],
  });
  return answer.body.import;
}

/** One whose drafts are there. */
async function movedIn(world: World, side: Side): Promise<string> {
  const id = await begun(world, side);
  await deskOf(world, side).post(movingPaths.finish, finishing(id));
  return id;
}

const finishing = (id: string) => {
  const { face, ...draft } = settings();
  return {
    import: id,
    face,
    pages: [{ ...draft, language: "sv", text, file: "gammal.html" }],
    left: [],
  };
};

/** An address of its own for each question. */
async function former(world: World, side: Side): Promise<string> {
  const address = `/gammal-${++made}`;
  const put = { address, page: await page(world, side) };
  await deskOf(world, side).post(formerPaths.put, put);
  return address;
}

const writer = { who: "site.write", where: "jour", told: { coordinator: 200 } } as const;

const ofOwn = (
  thing: (world: World, side: Side) => Promise<string>,
  body: (id: string) => object,
): Expected => {
  const of = async (world: World, side: Side): Promise<Sample> => ({
    body: body(await thing(world, side)),
  });
  return { ...writer, ask: (world) => of(world, "mira"), foreign: (world) => of(world, "vide") };
};

const ofPage = (body: (id: string) => object): Expected => ofOwn(page, body);
const alone = (body: () => object): Expected => ({
  ...writer,
  ask: async () => ({ body: body() }),
});

const text = { title: "Dörr", summary: "", body: "", cover: null };
const language = "sv";
const open = { who: "anyone", where: "jour", told: { rest: 200 } } as const;
const at = (path: string, told: Expected["told"] = open.told): Expected => ({
  ...{ ...open, told },
  ask: async () => ({ path }),
});

/** The jour's own pages, their pictures, and the doors of whoever writes them. */
export const pageDoors: ExpectedDoors = {
  "GET /sidor jour": open,
  "GET /nyheter jour": open,
  "GET /nyheter.atom jour": open,
  "GET /rapporter jour": open,
  // A federation's: a jour writes no such things.
  "GET /remissvar jour": at("/remissvar", { rest: 404 }),
  "GET /stallningstaganden jour": at("/stallningstaganden", { rest: 404 }),
  "GET /sitemap.xml jour": open,
  "GET /sidor/:slug jour": at("/sidor/om-oss"),
  "GET /sidor/:slug/lattlast jour": at("/sidor/rensa-spar/lattlast"),
  "GET /nyheter/:slug jour": at("/nyheter/vill-du-bli-volontar"),
  "GET /nyheter/:slug/lattlast jour": at("/nyheter/vill-du-bli-volontar/lattlast", { rest: 301 }),
  "GET /rapporter/:slug jour": at("/rapporter/ungas-utsatthet"),
  "GET /rapporter/:slug/lattlast jour": at("/rapporter/ungas-utsatthet/lattlast", { rest: 301 }),
  "GET /sprak/:tongue jour": at("/sprak/ar"),
  "GET /sprak/:tongue/:door jour": at("/sprak/sv-easy/woman"),
  "GET /sprak/:tongue/sidor/:slug jour": at("/sprak/ar/sidor/akut"),
  // What stands under another word is led there.
  "GET /sprak/:tongue/nyheter/:slug jour": at("/sprak/ar/nyheter/akut", { rest: 301 }),
  "GET /sprak/:tongue/rapporter/:slug jour": at("/sprak/ar/rapporter/akut", { rest: 301 }),
  "GET /sprak/:tongue/remissvar/:slug jour": at("/sprak/ar/remissvar/akut", { rest: 301 }),
  "GET /remissvar/:slug jour": at("/remissvar/ungas-utsatthet", { rest: 301 }),
  "GET /remissvar/:slug/lattlast jour": at("/remissvar/ungas-utsatthet/lattlast", { rest: 301 }),
  "GET /sok jour": open,
  "POST /sok jour": { ...open, ask: async () => ({ body: { words: "stöd" } }) },
  "GET /bild/:name/:file jour": at("/bild/00000000-0000-4000-8000-000000000000-9x9/9.avif", {
    rest: "not-found",
  }),
  [`POST ${pagePaths.list} jour`]: alone(() => ({})),
  [`POST ${pagePaths.make} jour`]: alone(() => ({ ...settings(), language, title: "Dörr" })),
  [`POST ${pagePaths.open} jour`]: ofPage((id) => ({ page: id, language })),
  [`POST ${pagePaths.version} jour`]: ofPage((id) => ({ page: id, language, version: 1 })),
  [`POST ${pagePaths.settings} jour`]: ofPage((id) => ({
    ...{ page: id, version: 1, settings: settings() },
  })),
  [`POST ${pagePaths.draft} jour`]: ofPage((id) => ({ page: id, language, basedOn: 1, text })),
  [`POST ${pagePaths.discard} jour`]: ofPage((id) => ({ page: id, language })),
  [`POST ${pagePaths.save} jour`]: ofPage((id) => ({ page: id, language, after: 1, text })),
  [`POST ${pagePaths.publish} jour`]: ofPage((id) => ({
    page: id,
    language,
    version: 1,
    at: null,
  })),
  [`POST ${pagePaths.withdraw} jour`]: ofPage((id) => ({ page: id, language })),
  [`POST ${pagePaths.callOff} jour`]: ofOwn(scheduled, (id) => ({ page: id, language })),
  [`POST ${pagePaths.remove} jour`]: ofPage((id) => ({ page: id })),
  [`POST ${picturePaths.list} jour`]: alone(() => ({})),
  [`POST ${picturePaths.add} jour`]: alone(() => ({ file, alt: "En punkt" })),
  [`POST ${picturePaths.describe} jour`]: ofOwn(picture, (id) => ({ id, alt: "Två punkter" })),
  [`POST ${picturePaths.remove} jour`]: ofOwn(picture, (id) => ({ id })),
  [`POST ${movingPaths.list} jour`]: alone(() => ({})),
  [`POST ${movingPaths.begin} jour`]: alone(() => ({ slugs: ["om-oss"] })),
  [`POST ${movingPaths.picture} jour`]: ofOwn(begun, (id) => ({ import: id, file, alt: "" })),
  [`POST ${movingPaths.finish} jour`]: ofOwn(begun, finishing),
  [`POST ${movingPaths.keep} jour`]: ofOwn(movedIn, (id) => ({ import: id })),
  [`POST ${movingPaths.undo} jour`]: ofOwn(movedIn, (id) => ({ import: id })),
  [`POST ${formerPaths.list} jour`]: alone(() => ({})),
  [`POST ${formerPaths.put} jour`]: ofPage((id) => ({ address: "/gammal", page: id })),
  [`POST ${formerPaths.drop} jour`]: ofOwn(former, (address) => ({ address })),
  [`POST ${pagePaths.askEyes} jour`]: ofPage((id) => ({ page: id, language, version: 1 })),
  // She has written it herself; that another may is src/pages/review.test.ts.
  [`POST ${pagePaths.sayYes} jour`]: {
    ...ofPage((id) => ({ page: id, language, version: 1 })),
    told: { coordinator: "own-text" },
  },
  [`POST ${pagePaths.check} jour`]: ofOwn(arabicPage, (id) => ({
    ...{ ...ofArabic(id), by: "Samira", on: "2026-11-02" },
  })),
  [`POST ${pagePaths.uncheck} jour`]: ofOwn(checkedPage, ofArabic),
  [`POST ${pagePaths.rules} jour`]: {
    ...alone(() => ({ secondEyes: false })),
    who: "jour.set",
  },
  [`POST ${pagePaths.links} jour`]: alone(() => ({})),
  [`POST ${pagePaths.tryLinks} jour`]: ofPage((id) => ({ page: id, language })),
};
