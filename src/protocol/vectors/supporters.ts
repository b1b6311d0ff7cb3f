import { sealBox } from "../letters/box.ts";
import type { RefusalCode } from "../refusal.ts";
import { readBriefs, writeBrief } from "../supporters/brief.ts";
import type { BriefReader, ReadBrief } from "../supporters/brief.ts";
import { LABEL } from "../supporters/labels.ts";
import { brief, briefContent, briefHeader } from "../supporters/objects.ts";
import type { BriefContent, BriefHeader } from "../supporters/objects.ts";
import { bytes } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { verifyTrust } from "../trust/verify.ts";
import { refusedBy } from "./blocks.ts";
import { changed } from "./letters-objects.ts";
import type { Change } from "./letters-objects.ts";

const [mailbox, ask, teamKey] = [bytes(0xc1, 16), bytes(0xc2, 16), bytes(0xc3)];
const seeds = { asked: bytes(0x41), team: bytes(0x42), stranger: bytes(0x43) };
const content: BriefContent = {
  ...{ at: 1_800_000_000_000, visit: "court", town: "Nyköping", date: "2027-01-20" },
  text: "Hon väntar vid fontänen, i röd halsduk.",
};

interface Table extends World {
  keys: { asked: Uint8Array; team: Uint8Array };
  /** Cleo, who is asked; Anna of the intake team writes. */
  to: Uint8Array;
  author: Uint8Array;
}

const dora = bytes(0x77, 16);
/** Anna and Bea are in the intake team, Bea no longer; Cleo is asked, Dora is not. */
async function sit(world: World): Promise<Table> {
  const { suite, now } = world;
  const [asked, team] = await Promise.all([seeds.asked, seeds.team].map(suite.xwing.publicKey));
  if (!asked || !team) throw new Error("keys");
  const [anna, bea, cleo] = await Promise.all([
    world.member("anna"),
    world.member("bea"),
    world.member("cleo"),
  ]);
  const members = [
    { ...anna, teams: ["conversations", "intake"] },
    { ...bea, teams: ["intake"], validUntil: now - 1 },
    { ...cleo, sealKeyHash: await suite.sha256(asked) },
    { ...cleo, id: dora, identity: await suite.ed25519.publicKey(bytes(0x34)) },
  ];
  await world.publish({ members });
  return { ...world, trust: world.trust, keys: { asked, team }, to: cleo.id, author: anna.id };
}

const first = (table: Table): BriefHeader => ({
  ...{ jour: table.jour, mailbox, ask, to: table.to, author: table.author },
  ...{ number: 1, previous: bytes(0), teamKey },
});

/** Anna's identity signs, as in the world's own members. */
const write = async (
  { suite, keys }: Table,
  header: BriefHeader,
  seed = bytes(0x31),
  says = content,
): Promise<Uint8Array> =>
  writeBrief(suite, seed, {
    header,
    content: says,
    to: { seal: keys.asked, sealKeyHash: await suite.sha256(keys.asked) },
    team: keys.team,
  });

type Row = [string, RefusalCode, Uint8Array];

async function refused(table: Table, second: BriefHeader): Promise<Row[]> {
  const { suite } = table;
  const bea = await table.member("bea");
  const change = (header: Partial<BriefHeader>, seed?: Uint8Array) =>
    write(table, { ...second, ...header }, seed);
  const value = brief.peek(await write(table, second));
  const other = await sealBox(
    ...([suite, LABEL.briefKey, briefHeader.encode(second)] as const),
    [table.keys.asked, table.keys.team],
    briefContent.encode({ ...content, text: "Kom inte." }),
  );
  const spoil = (of: Partial<typeof value>) => brief.make(suite, bytes(0x31), { ...value, ...of });
  const [toMember = bytes(0)] = other.keys;
  return [
    ["of another jour", "foreign-jour", await change({ jour: bytes(9, 16) })],
    ["about another mailbox", "foreign-mailbox", await change({ mailbox: bytes(9, 16) })],
    ["to another member", "foreign-member", await change({ to: bytes(9, 16) })],
    ["of another time that she was asked", "replayed", await change({ ask: bytes(9, 16) })],
    ["a number left out", "letter-not-next", await change({ number: 3 })],
    ["another before it", "letter-not-next", await change({ previous: bytes(9) })],
    ["by nobody", "member-not-in-directory", await change({ author: bytes(9, 16) })],
    ["by one of another team", "member-not-in-team", await change({ author: dora }, bytes(0x34))],
    ["by one who has left", "member-expired", await change({ author: bea.id }, bytes(0x32))],
    ["signed by another", "bad-signature", await change({}, bytes(0x33))],
    ["with another commitment", "letter-altered", await spoil({ commitment: bytes(9) })],
    ["with another's secret", "letter-altered", await spoil({ toMember })],
  ];
}

/** What she reads, and what the team reads of its own copies. */
async function readBy(table: Table, reader: BriefReader, briefs: Uint8Array[]) {
  const { suite, jour, to, now } = table;
  const trust = await verifyTrust(suite, table.trust, { jour, now });
  if (!trust.ok) throw new Error(trust.code);
  const given = { jour, mailbox, ask, to, trust: trust.value, now, reader, briefs };
  return (await readBriefs(suite, given)).briefs;
}

/** Undefined where it is not as it should be. */
function told(one: ReadBrief | undefined, code?: RefusalCode) {
  if (!one || (one.ok ? undefined : one.code) !== code) throw new Error(`not ${code ?? "read"}`);
  if (!one.ok) return { refused: one.code };
  const { at, visit, town, date, text } = one;
  return { content: { at, visit, town, date, text } };
}

/** One of each kind of change after which the object itself is refused. */
async function objects({ suite }: Table, given: Uint8Array) {
  const signer = await suite.ed25519.publicKey(bytes(0x31));
  const rows: [string, RefusalCode, Change][] = [
    ["another version", "unknown-version", { byte: 0 }],
    ["another type", "wrong-type", { byte: 1 }],
    ["a byte too many", "trailing-bytes", { more: 1 }],
    ["a byte too few", "malformed", { cut: 1 }],
    ["a bit of the signature", "bad-signature", { byte: given.length - 1 }],
  ];
  const spoilt = rows.map(async ([why, code, change]) => {
    const read = () => brief.open(suite, signer, changed(given, change));
    return { why, change, refused: await refusedBy(read, code) };
  });
  const fields = await brief.open(suite, signer, given);
  return { kind: "brief", bytes: given, signer, fields, spoilt: await Promise.all(spoilt) };
}

/** By Cleo herself, behind what she was told. */
const answered = async (table: Table, before: Uint8Array): Promise<Uint8Array> => {
  const previous = await table.suite.sha256(before);
  return write(table, { ...first(table), author: table.to, number: 3, previous }, bytes(0x33), {
    ...{ at: content.at, visit: "", town: "", date: "" },
    text: "Jag tar bussen klockan åtta.",
  });
};

/** What a member reads who is asked to come along, and what she answers. */
export async function supporters(world: World) {
  const table = await sit(world);
  const { suite, keys } = table;
  const one = await write(table, first(table));
  const second = { ...first(table), number: 2, previous: await suite.sha256(one) };
  const next = await write(table, second, bytes(0x31), {
    ...content,
    visit: "",
    town: "",
    date: "",
  });
  const all = [one, next, await answered(table, next)];
  const member: BriefReader = { side: "member", seal: seeds.asked };
  const team: BriefReader = { side: "team", seal: () => seeds.team };
  const [hers, theirs] = [await readBy(table, member, all), await readBy(table, team, all)];
  const row =
    ([why, code, given]: Row) =>
    async () => {
      const [, read] = await readBy(table, member, [one, given]);
      return { why, brief: given, ...told(read, code) };
    };
  const rows = (await refused(table, second)).map((each) => row(each)());
  const [closed] = await readBy(table, { side: "member", seal: seeds.stranger }, [one]);
  return {
    ...{ jour: table.jour, mailbox, ask, to: table.to, now: table.now, teamKey },
    ...{ log: table.log, directory: table.trust.directory },
    seeds: { ...seeds, keys },
    object: await objects(table, one),
    read: all.map((given, at) => {
      if (JSON.stringify(told(hers[at])) !== JSON.stringify(told(theirs[at])))
        throw new Error("the team's copy says something else");
      return { brief: given, ...told(hers[at]) };
    }),
    closed: { why: "to one who is not asked", brief: one, ...told(closed, "cannot-open") },
    refused: await Promise.all(rows),
  };
}
