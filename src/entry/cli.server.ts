import { parseArgs } from "node:util";
import { readMailFile, tryAccounts } from "../channels/mail/index.server.ts";
import { originIn, readConfig } from "../platform/config.server.ts";
import { approve, Fault, federate, network, required } from "./cli.network.server.ts";
import { type Database, openDatabase } from "../platform/database/index.server.ts";
import { ok } from "../platform/result.ts";
import { createPeople, listJours, type People } from "../people/index.server.ts";
import { moveSiteIn } from "./import.server.ts";
import { makeJour } from "./new-jour.server.ts";

const help = `Lykta, from the command line

  npm run lykta -- found --host stod.example --name "Kvinnojouren Stod"
      Makes a jour and prints the invitation of its first coordinator. Her browser makes the
      jour's keys: open the link where she will work. It is good for 72 hours, once. Asked
      again before she has used it, the same jour gets a new invitation.

  npm run lykta -- found --host stod.example --anew "Kvinnojouren Stod"
      Only where the root is lost: fewer custodians are left than must sign. Takes out every
      member and the whole chain, and prints a founder's invitation. Everybody has to be let in
      again, the fingerprint is another one, and letters that have come can be read by nobody.

  npm run lykta -- found --host lykta.example --federation "Riksförbundet Stod"
      Gives the federation a desk and pages of its own, at the host of the directory, and prints
      the invitation of its first coordinator. There is one federation in a house.

  npm run lykta -- members [--host stod.example]
      Who may answer, at all jours of this house or at one.

  npm run lykta -- network [--approval on|off]
      The jours of the network, and which of them the federation has approved. With --approval on
      its page lists only those; the others keep their own pages.

  npm run lykta -- approve --host stod.example
  npm run lykta -- disapprove --host stod.example
      Lists a jour on the federation's page, or takes her off it, where approval is wanted.

  npm run lykta -- import --host stod.example FOLDER
      Moves an old site in: reads the HTML files of a folder into drafts that nobody sees until an
      editor publishes them, and tells row by row what did not come along. Undone in one step in
      the desk, under Sidor.

  npm run lykta -- mail
      Tries the mail servers of the file that LYKTA_MAIL names, and tells what is wrong with each.

  npm run lykta -- help
      This text.

It uses the same settings as the server (LYKTA_DATA, DATABASE_URL, …) and may run beside it.`;

interface Tools {
  readonly database: Database;
  readonly people: People;
  readonly origin: (host: string) => string;
  readonly mailFile: string | undefined;
}

interface Options {
  readonly host?: string | undefined;
  readonly name?: string | undefined;
  readonly slug?: string | undefined;
  readonly anew?: string | undefined;
  readonly federation?: string | undefined;
  readonly approval?: string | undefined;
}

async function mail({ mailFile }: Tools): Promise<void> {
  if (mailFile === undefined) throw new Fault("LYKTA_MAIL names no file: there is no mail.");
  const file = readMailFile(mailFile);
  if (!file.ok) throw new Fault((file.details as string[]).join("\n"));
  for await (const line of tryAccounts(file.value)) console.log(line);
}

type Command = (tools: Tools, options: Options, rest: readonly string[]) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
  found,
  members,
  network: ({ database }, { approval }) => network(database, approval),
  approve: ({ database }, { host }) => approve(database, host, true),
  disapprove: ({ database }, { host }) => approve(database, host, false),
  mail,
  import: importSite,
};

async function importSite({ database }: Tools, options: Options, rest: readonly string[]) {
  const host = required(options.host, "--host", "the address of the jour's site").toLowerCase();
  const [folder = ""] = rest;
  if (folder === "" || rest.length > 1) throw new Fault("Name one folder that holds the old site.");
  const told = await moveSiteIn(database, host, folder);
  if (typeof told === "string") throw new Fault(told);
  console.log(told.join("\n"));
}

async function found({ database, people, origin }: Tools, options: Options): Promise<void> {
  const host = required(options.host, "--host", "the address of the jour's site").toLowerCase();
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host))
    throw new Fault("--host must be a host name such as stod.example, without https:// and port.");
  const known = (await listJours(database)).find((jour) => jour.host === host);
  if (options.anew !== undefined && options.anew !== known?.name)
    throw new Fault("--anew must be the name of the jour at that host, letter by letter.");
  const named = options.federation;
  const id =
    known?.id ??
    (await (named === undefined ? make(database, host, options) : federate(database, host, named)));
  const isAnew = options.anew !== undefined;
  const invitation = isAnew ? ok(await people.foundAnew(id)) : await people.found(id);
  if (!invitation.ok)
    throw new Fault(
      `The jour at ${host} is founded already: its coordinators invite from the desk.`,
    );
  console.log(
    known ? `A new invitation to ${known.name}.` : `Made ${named ?? options.name} at ${host}.`,
  );
  console.log("Open this link in the browser of the first coordinator, within 72 hours, once:\n");
  console.log(`  ${origin(host)}/desk/#i=${invitation.value}\n`);
}

async function make(database: Database, host: string, options: Options) {
  const name = required(options.name, "--name", "the name of the jour");
  const made = await makeJour(database, { host, name, slug: options.slug });
  if (made.ok) return made.value;
  throw new Fault(
    made.code === "slug-taken"
      ? `The short name ${options.slug ?? host} belongs to another jour here. Choose one with --slug.`
      : `The host ${host} belongs to another jour here.`,
  );
}

async function members({ database, people }: Tools, options: Options): Promise<void> {
  const jours = (await listJours(database)).filter(
    ({ host }) => options.host === undefined || host === options.host,
  );
  if (jours.length === 0) throw new Fault("No such jour in this house.");
  for (const jour of jours) {
    console.log(`${jour.name} (${jour.host ?? "no host"})`);
    const all = await people.members(jour.id);
    for (const { name, role } of all) console.log(`  ${role.padEnd(12)} ${name}`);
    if (all.length === 0) console.log("  nobody yet");
  }
}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [name = "help", ...rest] = positionals;
  if (name === "help" || values.help) return console.log(help);
  const command = commands[name];
  if (!command || (rest.length > 0 && name !== "import"))
    throw new Fault(`There is no command "${[name, ...rest].join(" ")}".\n\n${help}`);
  const config = readConfig(process.env);
  if (!config.ok) throw new Fault(`Settings:\n  ${(config.details as string[]).join("\n  ")}`);
  const { databaseUrl, dataDirectory, mailFile } = config.value;
  const database = await openDatabase({
    ...(databaseUrl === undefined ? {} : { url: databaseUrl }),
    dataDirectory,
  });
  try {
    const people = await createPeople({ database, config: config.value });
    const tools = { database, people, origin: originIn(config.value), mailFile };
    await command(tools, values, rest);
  } finally {
    await database.stop();
  }
}

function readArguments() {
  const text = { type: "string" } as const;
  const options = {
    ...{ host: text, name: text, slug: text, approval: text, anew: text, federation: text },
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : "?"}\n\n${help}`);
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Fault ? error.message : error);
  process.exitCode = 1;
});
