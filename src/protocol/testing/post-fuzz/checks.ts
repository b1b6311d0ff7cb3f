import { hex } from "../../bytes.ts";
import { openAttachment } from "../../letters/attachment.ts";
import { readMailbox, readMark, readSheet } from "../../letters/read.ts";
import type { Reader, ReadLetter, ReadMailbox } from "../../letters/read.ts";
import { verifyTeamKey } from "../../letters/team-key.ts";
import type { VerifiedTeamKey } from "../../letters/team-key.ts";
import { lines } from "./server.ts";
import type { Chance, Server } from "./server.ts";
import type { Office } from "./office.ts";
import type { Mailbox, Member, Truth } from "./types.ts";
import { Violation } from "../fuzz/tab.ts";

// What must hold, whatever the server does:
//   i    nobody honest seals anything to a key that is not the team's, a mailbox's or a member's
//   ii   what is shown was written by whom it says, to this mailbox, in one line from the first letter on
//   iii  who holds neither the mailbox's seed nor the key that a letter was sealed to is shown nothing of it
//   iv   of what does not hold, nothing is told but its place and a name; nothing but refusals is ever thrown
//   v    once the server is honest, all that was written is read by her and by the team

const plain = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    inner instanceof Uint8Array ? hex(inner) : inner,
  );

/** The key statements that somebody believes, of those that the server gives. */
export async function believed(
  office: Office,
  statements: Uint8Array[],
): Promise<VerifiedTeamKey[]> {
  const trust = await office.trust();
  const read = statements.map((one) => verifyTeamKey(office.suite, one, trust, office.checks));
  return (await Promise.all(read)).flatMap((one) => (one.ok ? [one.value] : []));
}

export async function look(
  { office }: Server,
  box: Mailbox,
  reader: Reader,
  given: { letters: Uint8Array[]; statements: Uint8Array[] },
): Promise<ReadMailbox> {
  const teamKeys = await believed(office, given.statements);
  const { id, bytes: mailbox } = box;
  const read = await readMailbox(office.suite, {
    id,
    mailbox,
    letters: given.letters,
    teamKeys,
    reader,
  });
  if (!read.ok) throw new Violation("v", `the mailbox itself was refused: ${read.code}`);
  inOneLine(box, read.value.letters);
  return read.value;
}

/** ii and iv. */
function inOneLine(box: Mailbox, shown: readonly ReadLetter[]): void {
  let last: string | undefined;
  for (const one of shown) {
    if (!one.ok) {
      const told = Object.keys(one).toSorted().join();
      if (told !== "code,number,ok") throw new Violation("iv", `shown in part: ${told}`);
      continue;
    }
    const { ok: _ok, hash, header, ...content } = one;
    const truth = box.written.get(hex(hash));
    if (!truth) throw new Violation("ii", `nobody wrote «${one.text}» to this mailbox`);
    const same = plain(content) === plain(truth.content) && header.author === truth.author;
    if (!same) throw new Violation("ii", `«${one.text}» is not what was written`);
    if (last !== undefined && !follows(box, truth, last))
      throw new Violation("ii", `«${one.text}» does not follow what was shown before it`);
    last = hex(hash);
  }
}

function follows(box: Mailbox, truth: Truth, earlier: string): boolean {
  if (truth.parent === earlier) return true;
  const before = box.written.get(truth.parent);
  return before !== undefined && follows(box, before, earlier);
}

export const asMember = ({ seeds }: Member): Reader => ({
  side: "team",
  seal: (id) => seeds.get(hex(id))?.seal,
});

/** iii: strangers and former members, with every seed that they have. */
export async function outsiders(server: Server, box: Mailbox, c: Chance): Promise<void> {
  const { office, elsewhere } = server;
  const [letters, statements] = [await server.view(box, c), server.statements(c)];
  const others = office.boxes.filter((one) => one !== box);
  const foreign = elsewhere.keys.at(-1)?.seeds.seal ?? box.id;
  const closed: Reader[] = [
    ...others.map(({ seal }): Reader => ({ side: "seeker", seal })),
    { side: "team", seal: () => foreign },
    { side: "team", seal: () => others[0]?.seal },
    { side: "seeker", seal: office.keys[0]?.seeds.seal ?? foreign },
  ];
  for (const reader of closed)
    for (const one of (await look(server, box, reader, { letters, statements })).letters)
      if (one.ok) throw new Violation("iii", `a stranger reads «${one.text}»`);
  for (const member of office.members) await former(server, box, member, { letters, statements });
}

async function former(
  server: Server,
  box: Mailbox,
  { seeds }: Member,
  given: { letters: Uint8Array[]; statements: Uint8Array[] },
): Promise<void> {
  const last = [...seeds.values()].at(-1)?.seal;
  const reader: Reader = { side: "team", seal: (id) => seeds.get(hex(id))?.seal ?? last };
  for (const one of (await look(server, box, reader, given)).letters)
    if (one.ok && !seeds.has(hex(one.header.teamKey)))
      throw new Violation("iii", `«${one.text}» opens without its key`);
}

/** Sheets and marks, of this mailbox and of others, whole and spoilt. */
export async function asides(
  server: Server,
  box: Mailbox,
  read: ReadMailbox,
  c: Chance,
): Promise<void> {
  const { office } = server;
  const { suite } = office;
  const teamKeys = await believed(office, server.statements(c));
  const about = { id: box.id, teamKeys };
  const of = (list: (one: Mailbox) => Uint8Array[]) =>
    office.boxes.flatMap(list).map((one) => (c(3) > 0 ? one : one.with(c(one.length), c(256))));
  const seal = (id: Uint8Array) => office.key(id)?.seeds.seal;
  for (const given of of(({ sheetBytes }) => sheetBytes)) {
    const sheet = await readSheet(suite, { ...about, seal }, given);
    const truth = sheet.ok && box.sheets.get(sheet.value.text);
    if (
      sheet.ok &&
      !(truth && truth.kind === sheet.value.kind && truth.after === sheet.value.after)
    )
      throw new Violation("ii", `nobody wrote «${sheet.value.text}»`);
    const hers = await readSheet(suite, { ...about, seal: () => box.seal }, given);
    if (hers.ok) throw new Violation("iii", "her code opens a note of the team");
  }
  for (const given of of(({ markBytes }) => markBytes)) {
    const mark = await readMark(suite, about, read, given);
    if (!mark.ok) continue;
    const { author, number } = mark.value;
    const seen = read.letters.find((one) => one.ok && one.header.number === number);
    if (!seen?.ok || !box.marks.has(`${author} ${number} ${hex(seen.hash)}`))
      throw new Violation("ii", `nobody marked letter ${number}`);
  }
}

/** A file comes whole or not at all. */
export async function files({ office }: Server, box: Mailbox, c: Chance): Promise<void> {
  const all = office.boxes.flatMap((one) => one.files.flatMap(({ chunks }) => chunks));
  for (const { about, file, chunks } of box.files) {
    const at = c(chunks.length);
    const meddled = [
      chunks,
      chunks.toReversed(),
      chunks.slice(0, -1),
      chunks.with(at, all[c(all.length)] ?? about.id),
      chunks.with(at, (chunks[at] ?? about.id).with(c(60_000), c(256))),
    ];
    const given = meddled[c(meddled.length)] ?? chunks;
    const opened = await openAttachment(office.suite, about, box.id, given);
    if (opened.ok && hex(opened.value) !== hex(file)) throw new Violation("ii", "another file");
    if (!opened.ok && given === chunks) throw new Violation("v", `a whole file: ${opened.code}`);
  }
}

/** i. */
export async function sealing({ sealedTo, suite, boxes, members, keys }: Office): Promise<void> {
  const seeds = [...boxes, ...members, ...keys.map(({ seeds: own }) => own)].map(
    ({ seal }) => seal,
  );
  const own = new Set((await Promise.all(seeds.map(suite.xwing.publicKey))).map(hex));
  for (const key of sealedTo)
    if (!own.has(key)) throw new Violation("i", "sealed to a stranger's key");
}

/** v. */
export async function reckon(server: Server): Promise<void> {
  const { office } = server;
  await office.vouch();
  const statements = office.keys.flatMap((one) => one.statements.slice(-1));
  const all: Reader = { side: "team", seal: (id) => office.key(id)?.seeds.seal };
  for (const box of office.boxes)
    for (const letters of lines(box))
      for (const reader of [all, { side: "seeker", seal: box.seal } as const]) {
        const read = await look(server, box, reader, { letters, statements });
        const lost = read.letters.find((one) => !one.ok);
        if (lost && !lost.ok)
          throw new Violation("v", `letter ${lost.number} is lost: ${lost.code}`);
      }
}
