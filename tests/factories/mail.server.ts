import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mail, type MailFile, openMail } from "../../src/channels/mail/index.server.ts";
import { inboxPaths } from "../../src/letters/index.ts";
import type { Inbox, InboxEntry, TeamMailboxView } from "../../src/letters/index.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import { openShredStore, type ShredStore } from "../../src/platform/shred/index.server.ts";
import { fromBase64url, toBase64url } from "../../src/protocol/index.ts";
import { readMailbox, type ReadLetter, writeLetter } from "../../src/protocol/letters/index.ts";
import type { FreshDatabase } from "./database.server.ts";
import { type Answer, type LetterHouse, letterHouse } from "./letters.server.ts";
import { openRelay, type Relay } from "./relay.server.ts";

/** A house of letters whose jour has mail. */
export interface MailHouse {
  readonly house: LetterHouse;
  readonly relay: Relay;
  readonly keys: ShredStore;
  readonly mail: Mail;
  readonly clock: { ahead: number };
  inbox(): Promise<readonly InboxEntry[]>;
  view(id: string): Promise<TeamMailboxView>;
  read(id: string): Promise<readonly ReadLetter[]>;
  /** As the desk answers. */
  answer(id: string, text: string, to: string, face?: string): Promise<Answer>;
  close(): Promise<void>;
}

const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array();

export async function mailHouse(make: (relay: number) => MailFile): Promise<MailHouse> {
  const relay = await openRelay();
  const directory = mkdtempSync(join(tmpdir(), "lykta-mail-keys-"));
  const keys = await openShredStore(directory);
  const clock = { ahead: 0 };
  let opened: Mail | undefined;
  const begin = (database: FreshDatabase): Mail =>
    (opened ??= openMail({
      ...{ database, keys, file: make(relay.port) },
      now: () => Date.now() + clock.ahead,
      origin: (host) => `https://${host}`,
    }));
  const house = await letterHouse((database) => begin(database).ordinary);
  const mail = begin(house.database);
  await mail.serve(house.letters);
  return { ...{ house, relay, keys, mail, clock }, ...desk(house), close };

  async function close(): Promise<void> {
    await mail.close();
    await relay.close();
    await house.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** How a member of the team reads and answers, in whatever house. */
export function desk(
  house: Pick<LetterHouse, "ask" | "anna" | "team" | "world">,
): Pick<MailHouse, "inbox" | "view" | "read" | "answer"> {
  const view = async (id: string): Promise<TeamMailboxView> =>
    (await house.ask(inboxPaths.read, { mailbox: id }, house.anna))
      .body as unknown as TeamMailboxView;
  const readAll = async (id: string) => {
    const { mailbox, letters } = await view(id);
    const read = await readMailbox(house.world.suite, {
      ...{ id: bytesOf(id), mailbox: bytesOf(mailbox), letters: letters.map(bytesOf) },
      teamKeys: [house.team.key],
      reader: { side: "team", seal: () => house.team.seal },
    });
    if (!read.ok) throw new Error(read.code);
    return read.value;
  };
  return {
    view,
    inbox: async () =>
      ((await house.ask(inboxPaths.inbox, {}, house.anna)).body as unknown as Inbox).entries,
    read: async (id) => (await readAll(id)).letters,
    async answer(id, text, to, face) {
      const { mailbox, last } = await readAll(id);
      const { key, sign } = house.team;
      const header = {
        ...{
          mailbox: bytesOf(id),
          face: face === undefined ? house.world.face : uuidBytes(face),
          author: "team" as const,
        },
        ...{ number: last.number + 1, previous: last.hash, teamKey: key.id, attachments: [] },
      };
      const content = { at: Date.now(), alias: "", code: "kept" as const, text, attachments: [] };
      const keys = { team: key.seal, seeker: mailbox.seal };
      const letter = await writeLetter(house.world.suite, sign, { header, content, ...keys });
      const body = { mailbox: id, letter: toBase64url(letter), mail: { to, text } };
      return house.ask(inboxPaths.answer, body, house.anna);
    },
  };
}
