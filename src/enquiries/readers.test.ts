import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { letterHouse, type LetterHouse, uuidText } from "../../tests/factories/letters.server.ts";
import { type Inbox, inboxPaths as paths, type TeamMailboxView } from "../letters/index.ts";
import { ok } from "../platform/result.ts";
import { fromBase64url } from "../protocol/index.ts";
import { readMailbox } from "../protocol/letters/index.ts";
import type { TeamKeyAtHand } from "../protocol/testing/post.ts";
import { offeredNow } from "./asking.server.ts";
import type { EnquiryTeam } from "../platform/teams.ts";
import { ENQUIRIES, type EnquiryKind, readerPaths } from "./contract.ts";
import { readerDoors } from "./desk.server.ts";
import { chooseReader, readersNow } from "./readers.server.ts";

let house: LetterHouse;
/** Anna answers letters, Bea lectures, Cleo is on the board; nobody is at the office. */
const open = () =>
  letterHouse(undefined, (database, letters) => readerDoors({ database, letters }), [
    ...[["letters"], ["lecturers"], ["board"]],
  ]);

const place = () => ({ jour: house.jour, face: uuidText(house.world.face) });
const readerOf = async (kind: EnquiryKind) =>
  (await readersNow(house, place())).find((one) => one.kind === kind);
const choose = (kind: EnquiryKind, team: EnquiryTeam) =>
  chooseReader(house, house.jour, { kind, team });

describe("who reads a form", () => {
  beforeEach(async () => {
    house = await open();
    return () => house.close();
  });

  it("is the office until a coordinator chooses, form by form; without a key all are closed", async () => {
    expect(await readerOf("press")).toEqual({ kind: "press", team: "office", reads: null });
    expect(await offeredNow(house, place())).toEqual([]);
    await house.publishKey("office");
    await choose("giving", "office");
    const offered = await offeredNow(house, place());
    expect(offered.map(({ kind, team }) => [kind, team])).toEqual(
      ENQUIRIES.map((kind) => [kind, "office"]),
    );
  });

  it("is the team that was chosen as soon as somebody there can open it, and the office until then and after", async () => {
    await house.publishKey("office");
    await choose("press", "board");
    const waiting = { kind: "press", team: "board", reads: "office" };
    expect(await readerOf("press")).toEqual(waiting);
    await house.publishKey("board");
    expect(await readerOf("press")).toEqual({ ...waiting, reads: "board" });
    expect(await readerOf("giving")).toMatchObject({ reads: "office" });
    await house.database.tenant(house.jour, (tx) => tx.rows("delete from team_shares"));
    expect(await readerOf("press")).toEqual(waiting);
  });

  it("is told to coordinators and changed by them; never to those who read what seekers write", async () => {
    const chosen = { kind: "press", team: "lecturers" };
    expect(await house.ask(readerPaths.choose, chosen, house.anna)).toMatchObject({ status: 200 });
    expect(await readerOf("press")).toMatchObject({ team: "lecturers" });
    for (const team of ["letters", "intake", "recruiters", "editor"]) {
      const refused = await house.ask(readerPaths.choose, { ...chosen, team }, house.anna);
      expect(refused.body, team).toMatchObject({ error: "bad-input" });
    }
    const forced = house.database.tenant(house.jour, (tx) =>
      tx.rows("update enquiry_readers set team = 'letters'"),
    );
    await expect(forced).rejects.toThrow(/enquiry_readers_team_check/);
    expect(await readerOf("press")).toMatchObject({ team: "lecturers" });
  });
});

describe("what has come to one team", () => {
  const keys = new Map<EnquiryTeam, TeamKeyAtHand>();
  beforeAll(async () => {
    house = await open();
    for (const team of ["board", "lecturers"] as const) {
      keys.set(team, await house.publishKey(team));
      const given = { team, once: new Uint8Array(randomBytes(32)), text: `Till ${team}` };
      const at = { ...place(), crowd: "" };
      expect(await house.letters.oneWay(at, new AbortController().signal, given)).toEqual(ok());
    }
  });
  afterAll(() => house.close());

  const inbox = (team: string, member: string) => house.ask(paths.inbox, { team }, member);
  const idIn = async (team: EnquiryTeam, member: string): Promise<string> => {
    const { entries } = (await inbox(team, member)).body as unknown as Inbox;
    expect(entries).toHaveLength(1);
    return entries[0]?.id ?? "";
  };

  it("is read by it and by no other: neither a lecturer the board’s, nor the board theirs, nor who answers letters", async () => {
    const { anna, bea, outsider: cleo } = house;
    for (const [team, reader, others] of [
      ["board", cleo, [bea, anna]],
      ["lecturers", bea, [cleo, anna]],
    ] as const) {
      const mailbox = await idIn(team, reader);
      const read = await house.ask(paths.read, { mailbox }, reader);
      expect(read.status).toBe(200);
      expect(await textOf(read.body as unknown as TeamMailboxView, team)).toBe(`Till ${team}`);
      for (const other of others) {
        expect((await inbox(team, other)).body).toEqual({ error: "not-in-team" });
        for (const path of [paths.read, paths.claim, paths.release])
          expect((await house.ask(path, { mailbox }, other)).body).toEqual({
            error: "not-in-team",
          });
      }
    }
    expect((await inbox("letters", anna)).body).toMatchObject({ entries: [] });
  });

  it("stays there when another team is chosen", async () => {
    const mailbox = await idIn("board", house.outsider);
    await choose("press", "board");
    await choose("press", "lecturers");
    expect(await idIn("board", house.outsider)).toBe(mailbox);
    expect((await house.ask(paths.read, { mailbox }, house.bea)).body).toEqual({
      error: "not-in-team",
    });
  });

  async function textOf(view: TeamMailboxView, team: EnquiryTeam): Promise<string | undefined> {
    const bytesOf = (value: string): Uint8Array => fromBase64url(value) ?? new Uint8Array();
    const own = keys.get(team);
    if (!own) throw new Error("no key");
    const read = await readMailbox(house.world.suite, {
      ...{ id: bytesOf(view.id), mailbox: bytesOf(view.mailbox) },
      ...{ letters: view.letters.map(bytesOf), teamKeys: [own.key] },
      reader: { side: "team", seal: () => own.seal },
    });
    const [first] = read.ok ? read.value.letters : [];
    return first?.ok ? first.text : undefined;
  }
});
