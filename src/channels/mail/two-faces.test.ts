import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ADDRESS, handedOverOn } from "../../../tests/factories/mail-file.ts";
import { type MailHouse, mailHouse } from "../../../tests/factories/mail.server.ts";
import { freePort } from "../../../tests/factories/programs.server.ts";

const YOUNG = "ung@mira.example";
const HOST = "ung.localhost";
const FACE = "6b1f6a52-5c0e-4a53-9d5e-0a6d1c0f7a11";

let at: MailHouse;
let port: number;
beforeAll(async () => {
  port = await freePort();
  at = await mailHouse((relay) => {
    const file = handedOverOn(port)(relay);
    const [first] = file.accounts;
    if (!first) throw new Error("there is no account");
    const sender = { ...first.sender, address: YOUNG };
    const second = { ...first, host: HOST, address: YOUNG, sender };
    return { ...file, accounts: [...file.accounts, second] };
  });
  await at.house.database.shared((tx) =>
    tx.rows("insert into hosts (host, jour_id, face_id, is_primary) values ($1, $2, $3, false)", [
      ...[HOST, at.house.jour, FACE],
    ]),
  );
});
afterAll(() => at.close());

it("who wrote to the young people's address is answered from there, and from nowhere else", async () => {
  for (const to of [YOUNG, ADDRESS]) {
    const lmtp = createTransport({ host: "127.0.0.1", port, lmtp: true, ignoreTLS: true });
    const envelope = { from: "kim@example.org", to: [to] };
    await lmtp.sendMail({ raw: `From: kim@example.org\r\n\r\ntill ${to}`, envelope });
    lmtp.close();
  }
  const entries = await at.inbox();
  const young = entries.find(({ face }) => face === FACE);
  const other = entries.find(({ face }) => face !== FACE);
  for (const entry of [young, other])
    await at.answer(entry?.id ?? "", "Hej Kim", "kim@example.org", entry?.face);
  await at.mail.tend();
  const senders = at.relay.taken.map((mail) => /^From: (.*)\r$/m.exec(mail)?.[1]);
  expect(senders.toSorted()).toEqual([ADDRESS, YOUNG]);
  const [toYoung] = at.relay.taken.filter((mail) => mail.includes(`From: ${YOUNG}`));
  expect(toYoung?.replaceAll("=\r\n", "")).toContain(`https://${HOST}/contact/`);
  expect(at.relay.taken.filter((mail) => mail.includes(ADDRESS) && mail.includes(YOUNG))).toEqual(
    [],
  );
});
