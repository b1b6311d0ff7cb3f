// What lives through a blow: a correspondence, a booking, a mail and its answer. Each returns what was
// promised and is not so.

import { createTransport } from "nodemailer";
import { setTimeout as sleep } from "node:timers/promises";
import { counsellingPaths, talkPaths } from "../../src/counselling/index.ts";
import { inboxPaths, letterPaths } from "../../src/letters/index.ts";
import type { MailboxView, TeamMailboxView } from "../../src/letters/index.ts";
import { inMails } from "../../src/letters/desk/mail-run.ts";
import { toBase64url } from "../../src/protocol/index.ts";
import { writeMark } from "../../src/protocol/letters/index.ts";
import type { Box } from "../../src/protocol/testing/post.ts";
import { ADDRESS } from "../factories/mail-file.ts";
import { desk } from "../factories/mail.server.ts";
import type { PostHouse } from "./post-house.server.ts";
import { controlPaths } from "./post-wire.server.ts";

const proof = {
  challenge: { parameters: {}, signature: "s" },
  solution: { counter: 0, derivedKey: "" },
};
const text = (bytes: Uint8Array): string => toBase64url(bytes);
const token = (box: Box) => ({ token: text(box.keys.token) });
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** A first letter, sealed, and what brings it. */
export async function sealed(at: PostHouse, words: string, team = at.team) {
  const box = await at.newBox(team);
  const letter = text(await box.write("seeker", words));
  return { box, body: { ...token(box), proof, letter, mailbox: text(box.bytes) } };
}

/** Sent until it is acknowledged. */
export async function written(at: PostHouse, words: string, team = at.team): Promise<Box> {
  const { box, body } = await sealed(at, words, team);
  const { status } = await at.ask(letterPaths.open, body);
  if (status !== 200) throw new Error(`a first letter was refused: ${status}`);
  return box;
}

/** Every letter that was acknowledged, once and in order, to her and to the team. */
export async function notKept(at: PostHouse, box: Box): Promise<string[]> {
  const expected = box.letters.map(text).join();
  const hers = (await at.ask(letterPaths.read, token(box))).body as unknown as MailboxView;
  const asked = { mailbox: text(box.id) };
  const teams = (await at.ask(inboxPaths.read, asked, at.anna)).body as unknown as TeamMailboxView;
  return [
    ...(hers.letters?.join() === expected ? [] : ["she does not see each letter once"]),
    ...(teams.letters?.join() === expected ? [] : ["the team does not see each letter once"]),
  ];
}

/** Neither by asking nor on the disk. */
export async function notGone(at: PostHouse, box: Box): Promise<string[]> {
  const { status } = await at.ask(letterPaths.read, token(box));
  const files = at.keyFiles().filter((name) => name.startsWith(hex(box.id)));
  const { rows } = await at.ground.query(
    `select 1 from mailboxes where id = '\\x${hex(box.id)}'
     union all select 1 from mailbox_frames where mailbox_id = '\\x${hex(box.id)}'`,
  );
  return [
    ...(status === 404 ? [] : [`what was deleted is answered with ${status}`]),
    ...(files.length === 0 ? [] : ["its key lies there still"]),
    ...(rows.length === 0 ? [] : ["its rows lie there still"]),
  ];
}

/** A copy of the rows as they stand, as a backup has them. */
async function backUp(at: PostHouse, box: Box): Promise<void> {
  const id = `'\\x${hex(box.id)}'`;
  await at.ground.query(
    `create schema if not exists backup;
     create table if not exists backup.mailboxes as select * from mailboxes where false;
     create table if not exists backup.mailbox_frames as select * from mailbox_frames where false;
     insert into backup.mailboxes select * from mailboxes where id = ${id};
     insert into backup.mailbox_frames select * from mailbox_frames where mailbox_id = ${id};`,
  );
}

export async function restoreBackup(at: PostHouse): Promise<number> {
  await at.ground.query(
    `insert into mailboxes select * from backup.mailboxes on conflict do nothing;
     insert into mailbox_frames select * from backup.mailbox_frames on conflict do nothing;`,
  );
  const { rows } = await at.ground.query("select count(*)::int as count from backup.mailboxes");
  return (rows[0] as { count: number }).count;
}

/** Written, answered, read, written on, and ended by her or by time. */
export async function correspondence(
  at: PostHouse,
  how: "deleted" | "expired",
): Promise<{ box: Box; breaches: string[] }> {
  const box = await written(at, "Hej, vågar jag skriva?");
  const answer = { mailbox: text(box.id), letter: text(await box.write("team", "Ja.")) };
  const answered = await at.ask(inboxPaths.answer, answer, at.anna);
  const mark = await writeMark(at.world.suite, box.keys.sign, {
    ...{ mailbox: box.id, author: "seeker", number: 2, teamKey: at.team.key.id },
    letter: await at.world.suite.sha256(box.letters[1] ?? new Uint8Array()),
  });
  const marked = await at.ask(letterPaths.mark, { ...token(box), mark: text(mark) });
  const more = text(await box.write("seeker", "Tack."));
  const wrote = await at.ask(letterPaths.write, { ...token(box), letter: more });
  const statuses = [answered, marked, wrote].map(({ status }) => status);
  const kept = await notKept(at, box);
  await backUp(at, box);
  if (how === "deleted") await at.ask(letterPaths.erase, token(box));
  else {
    const id = hex(box.id);
    await at.ground.query(`update mailboxes set expires_on = '2020-01-01' where id = '\\x${id}'`);
    await at.control(controlPaths.sweep);
  }
  const odd = statuses.every((status) => status === 200) ? [] : [`answers were ${statuses.join()}`];
  return { box, breaches: [...odd, ...kept, ...(await notGone(at, box))] };
}

interface Time {
  readonly id: string;
  readonly mailbox: string | null;
}
let timesMade = 0;

async function times(at: PostHouse): Promise<readonly Time[]> {
  const { body } = await at.ask(counsellingPaths.times, {}, at.anna);
  return body["times"] as Time[];
}

/** Two times that nobody has yet. */
async function published(at: PostHouse): Promise<[string, string]> {
  const before = new Set((await times(at)).map(({ id }) => id));
  for (let n = 0; n < 2; n++) {
    const day = new Date(Date.now() + (10 + timesMade++) * 86_400_000).toISOString().slice(0, 10);
    const wish = { first: `${day}T10:00`, weeks: 1, minutes: 50, place: "room" };
    await at.ask(counsellingPaths.publish, wish, at.anna);
  }
  const made = (await times(at)).filter(({ id }) => !before.has(id)).map(({ id }) => id);
  return [made[0] ?? "", made[1] ?? ""];
}

async function request(at: PostHouse): Promise<Box> {
  const box = await written(at, "Jag vill gärna ha en tid.", at.intake);
  const wish = { mailbox: text(box.id), stage: "contacted", reason: null, version: 0 };
  await at.ask(counsellingPaths.move, wish, at.anna);
  return box;
}

/** Two want one time; it is chosen, changed, taken by the other, cancelled. */
export async function booking(at: PostHouse): Promise<string[]> {
  const [one, two] = await published(at);
  const [sara, mira] = [await request(at), await request(at)];
  const found: string[] = [];
  const says = async (step: string, path: string, body: object, expected: number) => {
    const { status } = await at.ask(path, body);
    if (status !== expected) found.push(`${step}: answered with ${status}`);
  };
  const holds = async (step: string, first: Box | null, second: Box | null) => {
    const now = new Map((await times(at)).map(({ id, mailbox }) => [id, mailbox]));
    const idOf = (box: Box | null): string | null => box && text(box.id);
    if (now.get(one) !== idOf(first)) found.push(`${step}: the first time is not as told`);
    if (now.get(two) !== idOf(second)) found.push(`${step}: the second time is not as told`);
  };
  const { book, cancel } = talkPaths;
  await says("choose", book, { ...token(sara), time: one, instead: null }, 200);
  await says("too late", book, { ...token(mira), time: one, instead: null }, 409);
  await holds("chosen", sara, null);
  await says("change", book, { ...token(sara), time: two, instead: one }, 200);
  await says("now free", book, { ...token(mira), time: one, instead: null }, 200);
  await holds("changed", mira, sara);
  await says("cancel", cancel, { ...token(mira), time: one }, 200);
  await holds("cancelled", null, sara);
  const mine = (await at.ask(talkPaths.times, token(sara))).body["mine"] as Time[];
  if (mine.map(({ id }) => id).join() !== two) found.push("she does not see her time");
  return found;
}

let mailsSent = 0;

/** Handed over until it is taken: the very same mail, as a mail server does. */
async function handOver(at: PostHouse, words: string): Promise<void> {
  const raw = [
    ...[`From: asa@example.org`, `To: ${ADDRESS}`, `Message-ID: <${words}@example.org>`],
    ...["Subject: Hej", "", words, ""],
  ].join("\r\n");
  for (let tries = 0; tries < 600; tries++) {
    const line = createTransport({
      ...{ host: "127.0.0.1", port: at.lmtp, lmtp: true, ignoreTLS: true },
      ...{ connectionTimeout: 2000, socketTimeout: 20_000 },
    });
    const envelope = { from: "asa@example.org", to: [ADDRESS] };
    // Over LMTP what was not taken is told address by address.
    const taken = await line.sendMail({ envelope, raw }).then(
      ({ rejected }) => rejected.length === 0,
      () => false,
    );
    line.close();
    if (taken) return;
    await sleep(100);
  }
  throw new Error("a mail was never taken");
}

export interface Answered {
  readonly mailbox: string;
  readonly words: string;
  readonly breaches: readonly string[];
}

/** Comes, is answered, and the answer is handed to `outbox`; not sent yet. */
export async function answeredMail(at: PostHouse): Promise<Answered> {
  const words = `mail-${Date.now()}-${mailsSent++}`;
  await handOver(at, words);
  const team = desk(at);
  const held: { id: string; mails: number }[] = [];
  for (const { id } of (await team.inbox()).filter(
    ({ kind, letters }) => kind === "mail" && letters === 1,
  )) {
    const mails = inMails(await team.read(id)).filter(
      (one) => "mail" in one && one.mail.body.includes(words),
    );
    if (mails.length > 0) held.push({ id, mails: mails.length });
  }
  const [first] = held;
  const isOnce = held.length === 1 && first?.mails === 1;
  const breaches = isOnce ? [] : [`a mail is there ${held.length} times`];
  const said = await team.answer(first?.id ?? "", `Svar på ${words}`, "asa@example.org");
  if (said.status !== 200) breaches.push(`the answer was refused: ${said.status}`);
  return { mailbox: first?.id ?? "", words, breaches };
}

/** Sends until nothing waits any more. */
export async function sentThrough(at: PostHouse, mailbox: string): Promise<string[]> {
  for (let tries = 0; tries < 20; tries++) {
    await at.control(controlPaths.send);
    const { sending } = await desk(at).view(mailbox);
    if (sending === null || sending.sent) return [];
    at.later();
  }
  return ["the answer never went out"];
}

/** By their Message-ID, each as often as it came. */
export function arrivedAt(at: PostHouse, words: string): string[] {
  return at.relay.taken
    .filter((mail) => mail.includes(words))
    .map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1] ?? "no number");
}

export async function mailAndAnswer(at: PostHouse, mayBeTwice: boolean): Promise<string[]> {
  const { mailbox, words, breaches } = await answeredMail(at);
  const unsent = await sentThrough(at, mailbox);
  const numbers = arrivedAt(at, words);
  const { sending } = await desk(at).view(mailbox);
  return [
    ...breaches,
    ...unsent,
    ...(numbers.length === 0 ? ["the answer was lost"] : []),
    ...(numbers.length > 1 && !mayBeTwice ? [`the answer went ${numbers.length} times`] : []),
    ...(numbers.length > 1 && !sending?.unsure ? ["nobody is told that it went twice"] : []),
    ...(new Set(numbers).size > 1 ? ["the same answer has two numbers"] : []),
  ];
}
