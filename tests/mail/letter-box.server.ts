import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { PASSWORD, type PostOffice } from "./post-office.server.ts";

/** Somebody's inbox at the mail server. */
export async function box<T>(
  post: PostOffice,
  user: string,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = new ImapFlow({
    ...{ host: "127.0.0.1", port: post.imap, secure: false, doSTARTTLS: false, logger: false },
    auth: { user, pass: PASSWORD },
  });
  await client.connect();
  await client.mailboxOpen("INBOX");
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}

/** Every mail that lies there, as it came. */
export const left = (post: PostOffice, user: string): Promise<string[]> =>
  box(post, user, async (client) => {
    const found: string[] = [];
    if (!client.mailbox || client.mailbox.exists === 0) return found;
    for await (const { source } of client.fetch("1:*", { source: true }))
      found.push(String(source));
    return found;
  });

/** Waits for something that other programs bring about. */
export async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 150; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(200);
  }
  throw new Error("it did not come about");
}

export const arrived = (post: PostOffice, user: string, words: string): Promise<string> =>
  until(async () => (await left(post, user)).find((raw) => raw.includes(words)));
