// What SMTP cannot exclude: the next server has taken a mail, and the program dies before it notes so.

import { afterAll, beforeAll, expect, it } from "vitest";
import { desk } from "../factories/mail.server.ts";
import { until as waitUntil } from "../faults/house.server.ts";
import { PostHouse } from "../faults/post-house.server.ts";
import { answeredMail, sentThrough } from "../faults/post-life.server.ts";
import { controlPaths } from "../faults/post-wire.server.ts";
import { left, until } from "./letter-box.server.ts";
import { openPostOffice, type PostOffice, SEEKER } from "./post-office.server.ts";

let post: PostOffice;
let at: PostHouse;
beforeAll(async () => {
  post = await openPostOffice();
  at = await PostHouse.open({ relayAt: post.smtp });
});
afterAll(async () => {
  await at?.close();
  await post?.close();
});

/** Message-IDs of what lies in her inbox with these words. */
async function inHerInbox(words: string): Promise<string[]> {
  const mails = (await left(post, SEEKER)).filter((mail) => mail.includes(words));
  return mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1] ?? "no number");
}

it("an answer goes twice when the program is killed just after Postfix took it: under one number, and the desk says so", async () => {
  const { mailbox, words, breaches } = await answeredMail(at);
  expect(breaches).toEqual([]);
  const before = at.house.journal.struck;
  const kill = { act: "signal", signal: "SIGKILL", pids: [0] } as const;
  await at.house.order([{ point: "outbox:handed", nth: 1, ...kill }]);
  const sending = at.control(controlPaths.send);
  expect(await waitUntil(() => at.house.journal.struck > before, 30_000)).toBe(true);
  await sending;
  await until(async () => ((await inHerInbox(words)).length === 1 ? true : undefined));
  at.later();
  expect(await sentThrough(at, mailbox)).toEqual([]);
  await until(async () => ((await inHerInbox(words)).length === 2 ? true : undefined));
  expect(new Set(await inHerInbox(words)).size).toBe(1);
  const { sending: told } = await desk(at).view(mailbox);
  expect(told).toMatchObject({ sent: true, unsure: true, fault: null });
  // The next answer goes once, and takes the notice away.
  const again = await desk(at).answer(mailbox, "En rad till", SEEKER);
  expect(again).toMatchObject({ status: 200 });
  await at.control(controlPaths.send);
  await until(async () => ((await inHerInbox("En rad till")).length === 1 ? true : undefined));
  expect((await desk(at).view(mailbox)).sending).toBeNull();
});

it("and once when it is killed before Postfix has it, or after it was noted", async () => {
  for (const point of ["outbox:taken", "outbox:shredded"] as const) {
    const { mailbox, words } = await answeredMail(at);
    const kill = { act: "signal", signal: "SIGKILL", pids: [0] } as const;
    await at.house.order([{ point, nth: 1, ...kill }]);
    await at.control(controlPaths.send);
    at.later();
    expect(await sentThrough(at, mailbox)).toEqual([]);
    await until(async () => ((await inHerInbox(words)).length === 1 ? true : undefined));
    expect((await desk(at).view(mailbox)).sending).toBeNull();
  }
});
