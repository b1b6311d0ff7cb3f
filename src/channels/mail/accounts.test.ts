import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readMailFile } from "./accounts.server.ts";

const home = mkdtempSync(join(tmpdir(), "lykta-mail-file-"));
afterAll(() => rmSync(home, { recursive: true }));

const path = join(home, "mail.json");
const written = (value: unknown, mode = 0o600): string => {
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  chmodSync(path, mode);
  return path;
};
const server = {
  host: "mail.example",
  port: 993,
  security: "tls",
  user: "jour",
  password: "hemligt-ord",
};
const file = (change: object = {}) => ({
  jours: {
    "Stod.example": { address: "Jour@stod.example", imap: server, smtp: server, ...change },
  },
});

describe("the operator's file", () => {
  it("is read, with passwords from files of their own", () => {
    const secret = join(home, "secret");
    writeFileSync(secret, "ur en fil\n");
    const { password: _, ...rest } = server;
    const read = readMailFile(written(file({ smtp: { ...rest, passwordFile: secret } })));
    expect(read).toMatchObject({
      ok: true,
      value: {
        fetchSeconds: 60,
        accounts: [
          {
            ...{ host: "stod.example", address: "jour@stod.example", subject: "Svar" },
            imap: { folder: "INBOX", password: "hemligt-ord" },
            sender: { server: { password: "ur en fil" }, name: "" },
          },
        ],
      },
    });
  });

  it.each([
    ["is open to others", () => written(file(), 0o644), "mode 600"],
    ["is no JSON", () => written("{"), "is not JSON"],
    ["is not there", () => join(home, "nothing"), "cannot be read"],
    [
      "names a connection in the clear",
      () => written(file({ smtp: { ...server, security: "none" } })),
      "smtp.security",
    ],
    [
      "lacks a password",
      () => written(file({ imap: { ...server, password: undefined } })),
      "imap.password",
    ],
    ["has an address that is none", () => written(file({ address: "a b" })), "address"],
    ["has what nobody knows", () => written(file({ pop3: server })), "pop3"],
    [
      "listens to the world",
      () => written({ ...file(), lmtp: { host: "0.0.0.0", port: 24 } }),
      "this machine",
    ],
  ])("that %s is refused in words, without its secrets", (_, make, word) => {
    const read = readMailFile(make());
    expect(read).toMatchObject({ ok: false, code: "bad-mail-file" });
    const told = JSON.stringify(read);
    expect(told).toContain(word);
    expect(told).not.toContain("hemligt");
  });
});
