import { afterAll, beforeAll, expect, it } from "vitest";
import { letterHouse, type LetterHouse } from "../../tests/factories/letters.server.ts";
import { alsoAtFederation } from "../entry/house.network.server.ts";
import {
  type Inbox,
  inboxPaths as paths,
  letterPaths,
  type TeamMailboxView,
} from "../letters/index.ts";
import { Glances, PageCache } from "../platform/http/index.server.ts";
import { fromBase64url } from "../protocol/index.ts";
import { readMailbox } from "../protocol/letters/index.ts";
import type { TeamKeyAtHand } from "../protocol/testing/post.ts";
import { CONTACT_PAGE, ENQUIRY_FORMS, readerPaths } from "./contract.ts";
import { readEnquiry } from "./enquiry.ts";
import { enquiryDoors } from "./index.server.ts";

let house: LetterHouse;
let office: TeamKeyAtHand;
const FORM = "/contact/plain/form/press";

/** The house's jour becomes a federation: its host shows no face. Anna is at its office, Bea is not. */
beforeAll(async () => {
  const glances = new Glances();
  house = await letterHouse(
    undefined,
    (database, letters) =>
      alsoAtFederation(
        enquiryDoors({
          ...{ database, letters, glances, pages: new PageCache() },
          joinAt: async () => undefined,
        }),
      ),
    [["office"], [], []],
  );
  await house.database.shared(async (tx) => {
    await tx.rows("update jours set federation = true, name = 'Riksförbundet Stod'");
    await tx.rows("update hosts set face_id = null");
  });
  await house.restart();
  const closed = await house.visit(CONTACT_PAGE);
  expect(closed.text).toContain("Formulären är stängda just nu");
  office = await house.publishKey("office");
  glances.forget();
});
afterAll(() => house.close());

const bytesOf = (value: string): Uint8Array => fromBase64url(value) ?? new Uint8Array();

it("shows its forms without script, says so, and leads whoever needs support to the jours", async () => {
  const { text, status } = await house.visit(`${CONTACT_PAGE}?lang=en`);
  expect(status).toBe(200);
  for (const said of ["Riksförbundet Stod", 'href="/hitta?lang=en"', "Press and research"])
    expect(text).toContain(said);
  expect(text).toContain(`${FORM}?lang=en`);
  // The page that seals in the browser is a jour's.
  expect(text).not.toContain("way=office");
  expect((await house.visit(FORM)).text).toContain("Servern ser texten en kort stund");
});

it("what a journalist writes is sealed to its office, and read there alone", async () => {
  const once = /name="once" value="([\w-]{43})"/.exec((await house.visit(FORM)).text)?.[1] ?? "";
  const said = { "q.words": "Hur många jourer är stängda?", reach: "lo@tidning.example" };
  expect((await house.visit(FORM, { once, ...said, reach: "" })).status).toBe(422);
  const sent = await house.visit(FORM, { once, ...said });
  expect(sent.text).toContain("Tack, det har kommit fram");
  const { entries } = (await house.ask(paths.inbox, { team: "office" }, house.anna))
    .body as unknown as Inbox;
  const [{ id: mailbox } = { id: "" }] = entries;
  expect(entries).toHaveLength(1);
  const { body } = await house.ask(paths.read, { mailbox }, house.anna);
  const view = body as unknown as TeamMailboxView;
  const read = await readMailbox(house.world.suite, {
    ...{ id: bytesOf(view.id), mailbox: bytesOf(view.mailbox), teamKeys: [office.key] },
    ...{ letters: view.letters.map(bytesOf) },
    reader: { side: "team", seal: () => office.seal },
  });
  const [letter] = read.ok ? read.value.letters : [];
  const enquiry = letter?.ok ? readEnquiry(letter.text) : undefined;
  expect(enquiry).toMatchObject({ what: "press", reach: "lo@tidning.example" });
  for (const path of [paths.inbox, paths.read]) {
    const asked = path === paths.inbox ? { team: "office" } : { mailbox };
    expect((await house.ask(path, asked, house.bea)).body).toEqual({ error: "not-in-team" });
    expect((await house.ask(path, asked)).status).toBe(401);
  }
});

it("its coordinator chooses who reads a form", async () => {
  const { body } = await house.ask(
    readerPaths.choose,
    { kind: "press", team: "board" },
    house.anna,
  );
  expect(body).toContainEqual({ kind: "press", team: "board", reads: "office" });
});

it("nobody seeks support there: no letter is begun or read, with script or without", async () => {
  for (const path of [letterPaths.start, letterPaths.open, letterPaths.read])
    expect((await house.ask(path, { team: "letters" })).status, path).toBe(404);
  expect((await house.visit("/contact/plain/")).status).toBe(404);
  expect((await house.ask(ENQUIRY_FORMS, {})).status).toBe(200);
});
