import { tryServer } from "../../platform/mail/index.server.ts";
import type { MailFile } from "./accounts.server.ts";
import { tryFetching } from "./fetching.server.ts";
import { troubleInWords } from "./messages.ts";

/** For the command line: asks every server of the operator's file, and tells in a line each how it went. */
export async function* tryAccounts({ accounts }: MailFile): AsyncGenerator<string> {
  for (const { host, address, imap, sender } of accounts) {
    yield `${host} (${address})`;
    if (imap) {
      const got = await tryFetching(imap);
      yield `  fetches from ${imap.host}:${imap.port}: ${got.ok ? "well" : troubleInWords(got.code, "en")}`;
    }
    const sent = await tryServer(sender);
    const { server } = sender;
    yield `  sends through ${server.host}:${server.port}: ${sent.ok ? "well" : troubleInWords(sent.code, "en")}`;
  }
}
