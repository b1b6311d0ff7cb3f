// What an engineer would write without any of the house's cares: the same rows of the same database by one
// query each, the same bytes by one insert each. No sealing, no key, no check, no tenant.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { joinEmbedded } from "../../src/platform/database/embedded.server.ts";
import { databaseDirectory } from "../../src/platform/database/index.server.ts";

const [data = ""] = process.argv.slice(2);
const connection = joinEmbedded(databaseDirectory(data))?.connection("lykta");
// As many as the house has.
const pool = new pg.Pool({ ...connection, max: 10 });
await pool.query("create table if not exists bare_letters (n bigserial, token text, letter bytea)");
// Thousands of rows were just written at once: a database that has run for a day knows them.
await pool.query("analyze");

interface Asked {
  readonly mailbox?: string;
  readonly token?: string;
  readonly letter?: string;
}

const ways: Readonly<Record<string, (asked: Asked) => Promise<unknown>>> = {
  async inbox() {
    const { rows } = await pool.query(
      `select encode(id, 'base64') as id, face_id, kind, letters, waiting_since, active_on::text,
              expires_on::text from mailboxes where team = 'letters'
        order by waiting_since is null, waiting_since, active_on desc, id limit 10000`,
    );
    return { entries: rows };
  },
  async read({ mailbox = "" }) {
    const found = await pool.query<{ sealed: Buffer }>(
      "select n, sealed from mailbox_frames where mailbox_id = $1 order by n",
      [Buffer.from(mailbox, "base64url")],
    );
    return { letters: found.rows.map(({ sealed }) => sealed.toString("base64url")) };
  },
  async write({ token = "", letter = "" }) {
    const bytes = Buffer.from(letter, "base64url");
    await pool.query("insert into bare_letters (token, letter) values ($1, $2)", [token, bytes]);
    return {};
  },
};

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const way = ways[(request.url ?? "").split("/").at(-1) ?? ""];
    const asked = JSON.parse(Buffer.concat(parts).toString()) as Asked;
    void way?.(asked).then(
      (answer) =>
        response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(0, "127.0.0.1", () => console.log(`ready ${(server.address() as AddressInfo).port}`));
process.on("SIGTERM", () => process.exit(0));
