import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADDRESS, handedOverOn } from "../../../tests/factories/mail-file.ts";
import { type MailHouse, mailHouse } from "../../../tests/factories/mail.server.ts";
import { freePort } from "../../../tests/factories/programs.server.ts";
import { answerTo, inMails } from "../../letters/desk/mail-run.ts";
import { captureLog } from "../../platform/log.ts";

let at: MailHouse;
let port: number;
const logged: string[] = [];
let unhear: () => void;
beforeAll(async () => {
  unhear = captureLog((line) => void logged.push(line));
  port = await freePort();
  at = await mailHouse(handedOverOn(port));
});
afterAll(async () => {
  unhear();
  await at.close();
});

/** As the mail server in front hands it over. */
async function handOver(
  raw: string | Buffer,
  { to = ADDRESS, from = "asa@example.org" } = {},
): Promise<number> {
  const lmtp = createTransport({
    host: "127.0.0.1",
    port,
    lmtp: true,
    ignoreTLS: true,
    secure: false,
  });
  try {
    const sent = await lmtp.sendMail({ raw, envelope: { from, to: [to] } });
    return Number(sent.response.slice(0, 3));
  } catch (error) {
    const rejected = (error as { rejectedErrors?: { responseCode: number }[] }).rejectedErrors;
    return (error as { responseCode?: number }).responseCode ?? rejected?.[0]?.responseCode ?? 0;
  } finally {
    lmtp.close();
  }
}

const mail = (words: string, more: string[] = []): string =>
  ["From: Åsa <asa@example.org>", "Subject: =?utf-8?Q?R=C3=A4dd?=", ...more, "", words].join(
    "\r\n",
  );

/** The correspondence in which these words stand. */
async function withWords(words: string) {
  for (const entry of await at.inbox()) {
    const shown = inMails(await at.read(entry.id)).flatMap((one) => ("mail" in one ? [one] : []));
    if (shown.some((one) => one.mail.body.includes(words))) return { entry, shown };
  }
  return undefined;
}
const dead = async () => (await at.inbox()).filter(({ sending }) => sending?.dead);

describe("a mail that is handed over", () => {
  it("stands in the team's inbox, sealed, with its sender inside the seal only", async () => {
    expect(await handOver(mail("Han slår mig"))).toBe(250);
    const found = await withWords("Han slår mig");
    expect(found?.entry).toMatchObject({
      kind: "mail",
      letters: 1,
      waitingSince: expect.any(String),
    });
    expect(found?.shown[0]?.mail).toMatchObject({ from: "asa@example.org", subject: "Rädd" });
    const rows = await at.house.database.tenant(at.house.jour, (tx) =>
      tx.rows(
        `select row_to_json(m)::text, f.sealed from mailboxes m join mailbox_frames f on f.mailbox_id = m.id
         union all select row_to_json(k)::text, null from mail_marks k`,
      ),
    );
    const all = rows.map((row) => JSON.stringify(row)).join();
    for (const word of ["asa@example", "Han slår", "Rädd"]) {
      expect(all).not.toContain(word);
      expect(all).not.toContain(Buffer.from(word).toString("hex"));
    }
  });

  it("is taken once, however often it is handed over, also at the same time", async () => {
    const raw = mail("bara en gång");
    const before = (await at.inbox()).length;
    expect(await Promise.all([handOver(raw), handOver(raw)])).toEqual([250, 250]);
    expect(await handOver(raw)).toBe(250);
    expect((await at.inbox()).length).toBe(before + 1);
  });

  it("for nobody here is refused, and one that is too large is told so", async () => {
    expect(await handOver(mail("fel"), { to: "annan@mira.example" })).toBe(550);
    expect(await handOver(mail("a".repeat(26 * 1024 * 1024)))).toBe(552);
  });

  it("waits at its own server while letters are closed", async () => {
    await at.house.database.tenant(at.house.jour, (tx) =>
      tx.rows("update team_keys set until = now() - interval '1 hour'"),
    );
    expect(await handOver(mail("stängt just nu"))).toBe(451);
    await at.house.database.tenant(at.house.jour, (tx) =>
      tx.rows("update team_keys set until = now() + interval '5 days'"),
    );
    expect(await handOver(mail("stängt just nu"))).toBe(250);
    expect(await withWords("stängt just nu")).toBeDefined();
  });

  it("with a file larger than a letter takes keeps all of it", async () => {
    const file = Buffer.alloc(18 * 1024 * 1024, "Lykta")
      .toString("base64")
      .replaceAll(/.{76}/g, "$&\r\n");
    const parts = [
      ...[
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b"',
        "",
        "--b",
        "",
        "stor fil",
      ],
      ...[
        "--b",
        'Content-Type: video/mp4; name="film.mp4"',
        "Content-Transfer-Encoding: base64",
        "",
      ],
      ...[file, "--b--", ""],
    ];
    expect(await handOver(["From: asa@example.org", ...parts].join("\r\n"))).toBe(250);
    const found = await withWords("stor fil");
    expect(found?.entry.letters).toBe(2);
    expect(found?.shown).toHaveLength(1);
    expect(found?.shown[0]?.files).toMatchObject([{ name: "film.mp4", size: 18 * 1024 * 1024 }]);
    expect(found?.shown[0]?.files[0]?.pieces).toHaveLength(9);
    const kept = await at.house.database.tenant(at.house.jour, (tx) =>
      tx.row("select count(*)::int as count from attachment_chunks where mailbox_id = $1", [
        Buffer.from(found?.entry.id ?? "", "base64url"),
      ]),
    );
    expect(kept).toEqual({ count: 9 * 32 });
  }, 60_000);
});

describe("an answer", () => {
  it("goes out as ordinary mail: neutral, without her words, with the way to letters; then nothing of it is left", async () => {
    await handOver(mail("Kan ni hjälpa mig?"));
    const found = await withWords("Kan ni hjälpa mig?");
    const id = found?.entry.id ?? "";
    expect(answerTo(await at.read(id))).toEqual({ to: "asa@example.org", changed: false });
    expect(await at.answer(id, "Ja, det kan vi.", "asa@example.org")).toMatchObject({
      status: 200,
    });
    expect(await at.view(id)).toMatchObject({ sending: { fault: null, dead: false } });
    await at.mail.tend();
    const sent = (at.relay.taken.splice(0)[0] ?? "").replaceAll("=\r\n", "");
    expect(sent).toContain(`From: ${ADDRESS}`);
    expect(sent).toContain("Subject: Svar");
    expect(sent).toContain("Ja, det kan vi.");
    expect(sent).toContain("https://mira.localhost/contact/?way=3Dletter");
    for (const word of [
      "hjälpa mig",
      "hj=C3=A4lpa",
      "Rädd",
      "In-Reply-To",
      "X-Mailer",
      "nodemailer",
    ])
      expect(sent).not.toContain(word);
    expect(await at.view(id)).toMatchObject({ sending: null });
    expect(await outbox()).toEqual([]);
    expect(await at.keys.list()).toHaveLength(1);
    expect(at.house.counted).toEqual([]);
    // She writes again: it stands with what was said before.
    const number = /^Message-ID: (<.*>)/im.exec(sent)?.[1] ?? "";
    await handOver(mail("Tack!", [`In-Reply-To: ${number}`]));
    expect((await withWords("Tack!"))?.entry).toMatchObject({ id, letters: 3 });
  });

  it("waits while the way out is closed, and goes when it is open again", async () => {
    const id = await answered("asa@example.org", 451);
    expect(await at.view(id)).toMatchObject({ sending: { fault: "busy", dead: false } });
    at.relay.says = 250;
    at.clock.ahead += 2 * 60_000;
    await at.mail.tend();
    expect(await at.view(id)).toMatchObject({ sending: null });
    expect(at.relay.taken.splice(0)).toHaveLength(1);
  });

  it("to an address that does not exist is given up at once, and she waits again", async () => {
    const id = await answered("ingen@example.org", 550);
    expect(await dead()).toMatchObject([{ id, waitingSince: expect.any(String) }]);
    expect(await outbox()).toMatchObject([{ sealed: null, fault: "refused" }]);
    expect(await at.keys.list()).toHaveLength(1);
    at.relay.says = 250;
    await at.answer(id, "En gång till", "asa@example.org");
    await at.mail.tend();
    expect(await dead()).toEqual([]);
    expect(at.relay.taken.splice(0)).toHaveLength(1);
  });

  it("that cannot be sent for four days is given up, with a notice", async () => {
    const id = await answered("asa@example.org", 451);
    at.clock.ahead += 4 * 86_400_000;
    await at.mail.tend();
    expect((await dead()).map((one) => one.id)).toEqual([id]);
    at.relay.says = 250;
    at.clock.ahead = 0;
  });

  it("is refused to where no mail goes, to the jour itself, and to who wrote by letter", async () => {
    await handOver(mail("vart då"));
    const id = (await withWords("vart då"))?.entry.id ?? "";
    for (const to of ["a@b.se, c@d.se", "a@b.se\r\nBcc: c@d.se", "inte en adress", ADDRESS])
      expect((await at.answer(id, "hej", to)).body).toMatchObject({ error: "address-refused" });
    const box = await at.house.newBox();
    await box.write("seeker", "Hej");
    await at.house.send(box);
    const letter = Buffer.from(await box.write("team", "svar")).toString("base64url");
    const mailbox = Buffer.from(box.id).toString("base64url");
    const body = { mailbox, letter, mail: { to: "asa@example.org", text: "svar" } };
    const asked = await at.house.ask("/desk/api/letters/answer", body, at.house.anna);
    expect(asked.body).toMatchObject({ error: "letter-refused" });
    expect(at.relay.taken).toEqual([]);
  });

  it("and nothing of any mail was in a log", () => {
    expect(logged.join("\n")).toContain("mail-not-sent");
    for (const word of ["asa@", "ingen@", "mira.example", "Svar", "hjälpa"])
      expect(logged.join("\n")).not.toContain(word);
  });
});

async function answered(to: string, says: number): Promise<string> {
  const words = `svara ${to} ${says} ${at.clock.ahead} ${Math.random()}`;
  await handOver(mail(words));
  const id = (await withWords(words))?.entry.id ?? "";
  at.relay.says = says;
  expect(await at.answer(id, "Svar", to)).toMatchObject({ status: 200 });
  await at.mail.tend();
  return id;
}

const outbox = () =>
  at.house.database.tenant(at.house.jour, (tx) => tx.rows("select sealed, fault from mail_outbox"));
