import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startEmbedded } from "../src/platform/database/embedded.server.ts";
import { prepare } from "../src/platform/database/prepare.server.ts";
import {
  type Column,
  type ColumnClass,
  classes,
  promiseOf,
  readCatalogue,
  type Table,
} from "./catalogue.ts";

const file = fileURLToPath(new URL("../docs/what-the-server-sees.md", import.meta.url));

const head = `# What the server sees

<!-- Written by scripts/what-the-server-sees.ts from the comments of the columns. Change those (in a new
     migration), then run: npx tsx scripts/what-the-server-sees.ts -->

This page is for you who write, and for whoever wants to check us. The second half is read off the database
itself: a column that does not say what it is, how long it is kept and who sees it fails a test.

## If you write to a jour

- **What you write** is locked in your browser and opened in hers who answers you. The server carries it and
  cannot read it.
- **You are not registered.** No name, no address, no account, no cookie. Your network address and the kind of
  your browser are neither stored nor written in any log of Lykta.
- **While you talk**, the server keeps the locked lines so that a lost network loses nothing. In the database they
  are a random number, a counter and bytes, locked once more with a key that lies elsewhere. Inside that second
  lock stands what the server has to know to bring your lines to the right place: which jour, which door, which
  language, since when, and which shift answers.
- **When the conversation ends** – by you, by her, or because you have been away for longer than the time of grace – the
  key is destroyed and the lines are deleted. No backup holds that key.
- **What remains** is a count: so many conversations this month through this door, so many of them that waited
  less than five minutes. No time of day, no number that leads to you.

## What cannot be hidden

| what | from whom | why |
| --- | --- | --- |
| the name of the host that you visit | your network, the maker of your browser's name look-up, your browser's own history | a browser must ask its way before it can encrypt anything |
| that your device speaks with this server, when, and roughly how much | your network, and whoever runs the server's network or machine | the Internet works by addresses; texts are padded to a few sizes (512 B to 16 KB), the times are not changed |
| when a line comes, in which size, and that somebody is typing | the server while it runs | it has to bring it to the other side at once; it stores no times |
| which jour and door you chose, and how long you wait | the server while it runs, and the women on duty | it has to know whom to call |
| who of the jour is on duty, and when she was last signed in | the server and the jour, until the shift or the session ends | otherwise no channel could show that it is open |
| when something was written to the disk | whoever takes the disk | the database keeps times of its commits for a while, without saying of what |
| how many conversations live right now | whoever takes the disk while they live | one small key file each |
| what you send as ordinary mail: your address, the subject, the text | your mail provider, those who carry it, and the server at the moment when it comes in | mail is not locked on its way. The server locks it to the team at once, keeps nothing else of it, and removes it from where it was fetched |
| an answer that goes as ordinary mail: address and text | the server until it is sent, then those who carry it and your inbox | the woman who answers hands it over when she sends it; the key of what waits is destroyed when it is sent or given up |
| what you write without JavaScript: a letter, an application, a form | the server for the moment in which it takes it in, and again while it shows you the answer | nothing can be locked in a browser that runs no script. The page says so before you write |
| what you say as a member of the association, and what a school says that books a lecture: name, address, fees, times | the server while it works with it, and whoever takes both the database and the secret of the house | it sends the call and the confirmations itself. It lies locked under that secret, apart from all who seek support |
| what a changed page would send | whoever has taken the server over | your browser runs the page that it is given; see the [threat model](threat-model.md) |

What lies in a proxy or a firewall in front of Lykta is up to those who run it. Lykta needs no address from them.

## Every column of the database
`;

const titles: Readonly<Record<ColumnClass, string>> = {
  ciphertext: "Locked: the server holds it and cannot read it",
  key: "Keys: public ones, and hashes by which something is recognised; none of them opens what is locked",
  coarse: "Coarse: counts, and months instead of days",
  staff: "About the women who work for the jour",
  public: "Public: anybody may know it",
  technical: "Technical: needed for the work, tells nothing of anybody",
};

/** The whole document, from what the database says about itself. */
export function render(tables: readonly Table[]): string {
  const columns = tables.flatMap((table) => table.columns);
  const sections = classes.map((one) => section(one, columns)).filter((text) => text !== "");
  return `${head}\n${[tableList(tables), ...sections].join("\n")}`;
}

function tableList(tables: readonly Table[]): string {
  const rules = {
    tenant: "each jour sees her own rows; the database itself sees to it",
    shared: "one for the whole house",
    log: "names no jour",
    owner: "the program itself has no access",
  };
  const rows = tables.map(
    (one) => `| ${one.name} | ${one.comment ?? ""} | ${one.kind ? rules[one.kind] : ""} |`,
  );
  return ["| table | what it holds | rule |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function section(wanted: ColumnClass, columns: readonly Column[]): string {
  const rows = columns.flatMap((column) => {
    const promise = promiseOf(column);
    if (promise?.class !== wanted) return [];
    return [
      `| ${column.table}.${column.name} | ${promise.what} | ${promise.kept} | ${promise.seenBy} |`,
    ];
  });
  if (rows.length === 0) return "";
  const table = ["| column | what it is | kept | seen by |", "| --- | --- | --- | --- |", ...rows];
  return [`### ${titles[wanted]}`, "", ...table, ""].join("\n");
}

async function readFreshCatalogue(): Promise<Table[]> {
  const directory = mkdtempSync(join(tmpdir(), "lykta-sees-"));
  const embedded = await startEmbedded({
    directory: join(directory, "postgres"),
    onProgress: () => undefined,
    durable: false,
  });
  const connection = embedded.connection("postgres");
  try {
    await prepare(connection, true, () => undefined);
    const client = new pg.Client(connection);
    await client.connect();
    return await readCatalogue(client).finally(() => client.end());
  } finally {
    await embedded.stop();
    rmSync(directory, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = render(await readFreshCatalogue());
  if (!process.argv.includes("--check")) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.error(
      "docs/what-the-server-sees.md is out of date. Run: npx tsx scripts/what-the-server-sees.ts",
    );
    process.exitCode = 1;
  }
}
