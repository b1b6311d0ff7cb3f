import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import type { Database, FaceId, JourId } from "../../platform/database/index.server.ts";
import { type HostBook, hostBook } from "../../platform/http/index.server.ts";
import { isAddress, type MailServer, type Sender } from "../../platform/mail/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";

/** The mail of one jour, as the operator's file tells it. */
export interface Account {
  /** Of the jour's site: which face the mail comes to. */
  readonly host: string;
  readonly address: string;
  readonly imap: (MailServer & { readonly folder: string }) | undefined;
  readonly sender: Sender;
  readonly subject: string;
}

export interface MailFile {
  readonly lmtp: { readonly host: string; readonly port: number } | undefined;
  readonly fetchSeconds: number;
  readonly accounts: readonly Account[];
}

const server = z
  .strictObject({
    host: z.string().min(1).max(253),
    port: z.number().int().min(1).max(65_535),
    security: z.enum(["tls", "starttls", "none"]),
    user: z.string().min(1).max(254).optional(),
    password: z.string().min(1).max(1000).optional(),
    passwordFile: z.string().min(1).optional(),
  })
  .refine(({ security, host }) => security !== "none" || isHere(host), {
    path: ["security"],
    message: "may be none only for an address of this machine",
  })
  .refine((one) => one.user === undefined || (one.password ?? one.passwordFile) !== undefined, {
    path: ["password"],
    message: "is missing",
  });

const isHere = (host: string): boolean => /^(127(\.\d{1,3}){3}|::1|localhost)$/.test(host);

const jourMail = z.strictObject({
  address: z.string().refine(isAddress, { message: "must be a mail address" }),
  name: z.string().max(80).default(""),
  subject: z.string().min(1).max(80).default("Svar"),
  imap: server.optional(),
  /** Of the account that is fetched from. */
  folder: z.string().min(1).max(200).default("INBOX"),
  smtp: server,
});
const file = z.strictObject({
  lmtp: z
    .strictObject({
      host: z.string().refine(isHere, { message: "must be an address of this machine" }),
      port: z.number().int().min(1).max(65_535),
    })
    .optional(),
  fetchSeconds: z.number().min(1).max(3600).default(60),
  jours: z.record(z.string().min(1).max(253), jourMail),
});

/** All that is wrong at once, as sentences that name the place and never a value. */
export function readMailFile(path: string): Result<MailFile, "bad-mail-file"> {
  let text: unknown;
  try {
    if ((statSync(path).mode & 0o077) !== 0)
      return fail("bad-mail-file", ["LYKTA_MAIL must be readable by its owner alone (mode 600)"]);
    text = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return fail("bad-mail-file", ["LYKTA_MAIL cannot be read, or is not JSON"]);
  }
  const parsed = file.safeParse(text);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (one) => `LYKTA_MAIL: ${one.path.join(".")}: ${one.message}`,
    );
    return fail("bad-mail-file", faults);
  }
  const { lmtp, fetchSeconds, jours } = parsed.data;
  try {
    const accounts = Object.entries(jours).map(([host, jour]): Account => {
      const { address, name, subject, imap, folder, smtp } = jour;
      return {
        ...{ host: host.toLowerCase(), address: address.toLowerCase(), subject },
        imap: imap && { ...serverOf(imap), folder },
        sender: { server: serverOf(smtp), address, name },
      };
    });
    return ok({ lmtp, fetchSeconds, accounts });
  } catch {
    return fail("bad-mail-file", ["LYKTA_MAIL: a passwordFile cannot be read"]);
  }
}

function serverOf({
  passwordFile,
  host,
  port,
  security,
  user,
  password,
}: z.infer<typeof server>): MailServer {
  const secret = passwordFile === undefined ? password : readFileSync(passwordFile, "utf8").trim();
  return { host, port, security, user, password: secret };
}

/** An account with the jour that it belongs to. */
export interface JourMail extends Account {
  readonly jour: JourId;
  readonly face: FaceId;
}

/** The accounts of the jours that are here. A jour may be founded after the file was read. */
export class Accounts {
  readonly #file: MailFile | undefined;
  readonly #hosts: HostBook;
  constructor(given: MailFile | undefined, database: Database) {
    this.#file = given;
    this.#hosts = hostBook(database);
  }

  async all(): Promise<JourMail[]> {
    const found = await Promise.all(
      (this.#file?.accounts ?? []).map(async (account): Promise<JourMail[]> => {
        const at = await this.#hosts(account.host);
        if (!at?.jour || at.faceId === null) return [];
        return [{ ...account, jour: at.jour.id, face: at.faceId as FaceId }];
      }),
    );
    return found.flat();
  }

  /** Of each of its faces that has mail. */
  async of(jour: JourId): Promise<JourMail[]> {
    return (await this.all()).filter((one) => one.jour === jour);
  }

  async at(address: string): Promise<JourMail | undefined> {
    return (await this.all()).find((one) => one.address === address.toLowerCase());
  }
}
