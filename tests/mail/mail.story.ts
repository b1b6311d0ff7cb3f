import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tryAccounts } from "../../src/channels/mail/index.server.ts";
import type { MailFile } from "../../src/channels/mail/index.server.ts";
import { inMails, type Mail } from "../../src/letters/desk/mail-run.ts";
import { captureLog } from "../../src/platform/log.ts";
import { MIRA } from "../factories/letters.server.ts";
import { type MailHouse, mailHouse } from "../factories/mail.server.ts";
import { samples } from "./hostile.ts";
import { arrived, box, left, until } from "./letter-box.server.ts";
import {
  DIRECT,
  GONE,
  JOUR,
  openPostOffice,
  PASSWORD,
  type PostOffice,
  SEEKER,
} from "./post-office.server.ts";

let post: PostOffice;
let at: MailHouse;
let account: { password: string };
const logged: string[] = [];
let unhear: () => void;
beforeAll(async () => {
  unhear = captureLog((line) => void logged.push(line));
  post = await openPostOffice();
  at = await mailHouse(() => fileFor(post));
});
afterAll(async () => {
  await at?.close();
  await post?.close();
  unhear();
});

function fileFor({ imap, submission, direct }: PostOffice): MailFile {
  // The same object is read each time: a password can be changed under way.
  const login = { user: JOUR, password: PASSWORD, host: "127.0.0.1", security: "none" as const };
  account = login;
  const server = (port: number) =>
    Object.defineProperties(
      { ...login, port },
      {
        password: { get: () => account.password, enumerable: true },
      },
    );
  const sender = { server: server(submission), address: JOUR, name: "" };
  const one = { host: MIRA, address: JOUR, subject: "Svar", sender };
  const fetched = { ...one, imap: { ...server(imap), folder: "INBOX" } };
  Object.defineProperty(fetched.imap, "password", { get: () => account.password });
  return {
    ...{ lmtp: { host: "127.0.0.1", port: direct }, fetchSeconds: 60 },
    accounts: [fetched, { ...one, address: DIRECT, imap: undefined }],
  };
}

/** As anybody in the world sends. */
async function send(words: string, { to = JOUR, headers = {}, from = SEEKER } = {}): Promise<void> {
  const world = createTransport({
    host: "127.0.0.1",
    port: post.smtp,
    secure: false,
    ignoreTLS: true,
  });
  await world.sendMail({ from, to, subject: "Hjälp", text: words, headers });
  world.close();
}

interface Found {
  readonly id: string;
  readonly mails: readonly Mail[];
}
async function all(): Promise<Found[]> {
  const entries = (await at.inbox()).filter(({ kind }) => kind === "mail");
  return Promise.all(
    entries.map(async ({ id }) => ({
      id,
      mails: inMails(await at.read(id)).flatMap((one) => ("mail" in one ? [one] : [])),
    })),
  );
}
const withWords = async (words: string): Promise<Found[]> =>
  (await all()).filter(({ mails }) => mails.some(({ mail }) => mail.body.includes(words)));
const state = () =>
  at.house.database.tenant(at.house.jour, (tx) =>
    tx.row<{ fault: string | null; fetched_at: Date | null; left_behind: number }>(
      "select fault, fetched_at, left_behind from mail_state",
    ),
  );

describe("a mail to the jour's old address", () => {
  it("is fetched, and then no longer lies there", async () => {
    await send("Jag vågar inte gå hem");
    await arrived(post, JOUR, "Subject");
    await at.mail.tend();
    expect((await withWords("Jag vågar inte gå hem"))[0]?.mails[0]?.mail).toMatchObject({
      ...{ from: SEEKER, subject: "Hjälp", kind: "person" },
    });
    expect(await left(post, JOUR)).toEqual([]);
    expect(await state()).toMatchObject({ fault: null, fetched_at: expect.any(Date) });
  });

  it("is handed over by Postfix; while we are away it waits there, and comes once", async () => {
    await send("Direkt till er", { to: DIRECT });
    await until(async () => (await withWords("Direkt till er"))[0]);
    await at.house.database.tenant(at.house.jour, (tx) =>
      tx.rows("update team_keys set until = now() - interval '1 hour'"),
    );
    await send("Medan ni sov", { to: DIRECT });
    await sleep(3000);
    expect(await withWords("Medan ni sov")).toEqual([]);
    await at.house.database.tenant(at.house.jour, (tx) =>
      tx.rows("update team_keys set until = now() + interval '5 days'"),
    );
    await until(async () => (await withWords("Medan ni sov"))[0]);
    await sleep(3000);
    expect(await withWords("Medan ni sov")).toHaveLength(1);
  });

  it("that is hostile is taken too, each of them, and none runs or is lost", async () => {
    const before = (await all()).length;
    const given = samples.filter(({ raw }) => raw.length > 0);
    await box(post, JOUR, async (client) => {
      for (const { raw } of given) await client.append("INBOX", Buffer.from(raw as string));
    });
    await at.mail.tend();
    await at.mail.tend();
    expect(await left(post, JOUR)).toEqual([]);
    expect(await state()).toMatchObject({ fault: null });
    expect((await all()).length - before).toBe(given.length);
  });

  it("that is too large stays there, and the desk says so", async () => {
    await box(post, JOUR, (client) =>
      client.append("INBOX", `From: ${SEEKER}\r\n\r\n${"a".repeat(26 * 1024 * 1024)}`),
    );
    await at.mail.tend();
    expect(await state()).toMatchObject({ fault: null, left_behind: 1 });
    await box(post, JOUR, (client) => client.messageDelete("1:*"));
    await at.mail.tend();
    expect(await state()).toMatchObject({ left_behind: 0 });
  });
});

describe("when something is wrong", () => {
  it("a server that is away is told so, and nothing is lost", async () => {
    await send("Kommer när den är tillbaka");
    await arrived(post, JOUR, "tillbaka");
    await post.stopDovecot();
    await at.mail.tend();
    expect(await state()).toMatchObject({ fault: "unreachable" });
    await post.startDovecot();
    await at.mail.tend();
    expect(await state()).toMatchObject({ fault: null });
    expect(await withWords("Kommer när den är tillbaka")).toHaveLength(1);
  });

  it("a wrong password is told so, by the desk and the command line, and never logged", async () => {
    account.password = "fel-hemlighet";
    await at.mail.tend();
    expect(await state()).toMatchObject({ fault: "login-refused" });
    const lines: string[] = [];
    for await (const line of tryAccounts(fileFor(post))) lines.push(line);
    account.password = PASSWORD;
    expect(lines.filter((line) => line.endsWith(": well"))).toHaveLength(3);
    await at.mail.tend();
    expect(await state()).toMatchObject({ fault: null });
    expect(logged.join("\n")).not.toMatch(/hemlighet|lösen/);
  });
});

describe("an answer", () => {
  const answered = async (words: string, to: string): Promise<string> => {
    await send(words);
    await arrived(post, JOUR, "Subject");
    await at.mail.tend();
    const id = (await withWords(words))[0]?.id ?? "";
    expect(await at.answer(id, `Svar på: ${to}`, to)).toMatchObject({ status: 200 });
    return id;
  };

  it("arrives at the other side, neutral, and says nothing of this machine", async () => {
    await answered("Får jag fråga en sak?", SEEKER);
    await at.mail.tend();
    const mail = await arrived(post, SEEKER, "Subject: Svar");
    const [head = "", body = ""] = mail.split("\r\n\r\n");
    expect(body).toContain(`Svar p=C3=A5: ${SEEKER}`);
    expect(body).not.toContain("fråga en sak");
    expect(head).toContain(`From: ${JOUR}`);
    expect(head).not.toMatch(/In-Reply-To|References|X-Mailer|User-Agent|Hj/);
  });

  it("waits while the way out is closed, and goes when it is open", async () => {
    const id = await answered("Är ni där?", SEEKER);
    await post.stopPostfix();
    await at.mail.tend();
    expect(await at.view(id)).toMatchObject({ sending: { fault: "unreachable", dead: false } });
    await post.startPostfix();
    at.clock.ahead += 2 * 60_000;
    await at.mail.tend();
    expect(await at.view(id)).toMatchObject({ sending: null });
  });

  it("is not sent with a wrong password, waits, and goes with the right one", async () => {
    const id = await answered("Och nu?", SEEKER);
    account.password = "fel";
    await at.mail.tend();
    expect(await at.view(id)).toMatchObject({ sending: { fault: "login-refused", dead: false } });
    account.password = PASSWORD;
    at.clock.ahead += 2 * 60_000;
    await at.mail.tend();
    expect(await at.view(id)).toMatchObject({ sending: null });
  });

  it("to an address that nobody has is told at once; one that comes back stands with the letters", async () => {
    const refused = await answered("Fel adress", "finns-inte@example.org");
    await at.mail.tend();
    expect(await at.view(refused)).toMatchObject({ sending: { fault: "refused", dead: true } });
    const returned = await answered("Adress som är borta", GONE);
    await at.mail.tend();
    await until(async () => {
      await at.mail.tend();
      const one = (await all()).find(({ id }) => id === returned);
      return one?.mails.find(({ mail }) => mail.kind === "bounce");
    });
  });

  it("and what programs answer is marked, and never answered by one", async () => {
    const before = (await left(post, SEEKER)).length;
    await send("Jag är på semester", { headers: { "Auto-Submitted": "auto-replied" } });
    await arrived(post, JOUR, "semester");
    await at.mail.tend();
    expect((await withWords("Jag är på semester"))[0]?.mails[0]?.mail.kind).toBe("automatic");
    await sleep(1000);
    expect((await left(post, SEEKER)).length).toBe(before);
  });
});
