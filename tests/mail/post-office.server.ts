import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ended, freePort, untilListening } from "../factories/programs.server.ts";

export const JOUR = "jouren@mira.example";
/** Handed over to Lykta by Postfix itself. */
export const DIRECT = "direkt@mira.example";
export const SEEKER = "asa@example.org";
/** Postfix takes mail for it, Dovecot does not know it: such mail comes back. */
export const GONE = "borta@example.org";
export const PASSWORD = "lösen-ord 1";

/** A mail server of the jour, as its provider runs it, and of the whole world beside it. */
export interface PostOffice {
  /** A directory that goes when it closes. */
  readonly home: string;
  /** Without a password: as the world sends. */
  readonly smtp: number;
  /** With a password: as the jour sends. */
  readonly submission: number;
  readonly imap: number;
  /** Where Postfix hands over what is for `DIRECT`. */
  readonly direct: number;
  stopDovecot(): Promise<void>;
  startDovecot(): Promise<void>;
  stopPostfix(): Promise<void>;
  startPostfix(): Promise<void>;
  close(): Promise<void>;
}

interface Ports {
  readonly smtp: number;
  readonly submission: number;
  readonly imap: number;
  readonly lmtp: number;
  readonly auth: number;
  readonly direct: number;
}

const idOf = (...args: string[]): number => Number(execFileSync("id", args, { encoding: "utf8" }));

export async function openPostOffice(): Promise<PostOffice> {
  const home = mkdtempSync(join(tmpdir(), "lykta-post-"));
  chmodSync(home, 0o755);
  const [smtp, submission, imap, lmtp, auth, direct] = [
    ...[await freePort(), await freePort(), await freePort()],
    ...[await freePort(), await freePort(), await freePort()],
  ];
  const ports: Ports = {
    ...{ smtp: smtp ?? 0, submission: submission ?? 0, imap: imap ?? 0 },
    ...{ lmtp: lmtp ?? 0, auth: auth ?? 0, direct: direct ?? 0 },
  };
  const dovecot = dovecotIn(home, ports);
  const postfix = postfixIn(home, ports);
  await dovecot.start();
  await postfix.start();
  return {
    home,
    ...{ smtp: ports.smtp, submission: ports.submission, imap: ports.imap, direct: ports.direct },
    ...{ stopDovecot: dovecot.stop, startDovecot: dovecot.start },
    ...{ stopPostfix: postfix.stop, startPostfix: postfix.start },
    async close() {
      await postfix.stop();
      await dovecot.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

interface Server {
  start(): Promise<void>;
  stop(): Promise<void>;
}

function dovecotIn(home: string, { imap, lmtp, auth }: Ports): Server {
  const directory = join(home, "dovecot");
  const mail = join(directory, "mail");
  const [uid, gid] = [idOf("-u", "mail"), idOf("-g", "mail")];
  mkdirSync(mail, { recursive: true });
  chownSync(mail, uid, gid);
  const users = [JOUR, SEEKER].map(
    (name) => `${name}:{PLAIN}${PASSWORD}:${uid}:${gid}::${mail}/${name}`,
  );
  writeFileSync(join(directory, "users"), `${users.join("\n")}\n`);
  const own = { base: join(directory, "run"), config: join(directory, "dovecot.conf") };
  const listener = (name: string, port: number): string =>
    `inet_listener ${name} {\n address = 127.0.0.1\n port = ${port}\n }`;
  const lines = [
    `base_dir = ${own.base}\nstate_dir = ${directory}/state\nlog_path = ${directory}/log`,
    "protocols = imap lmtp\nssl = no\ndisable_plaintext_auth = no\nauth_mechanisms = plain login",
    `mail_location = maildir:~/Maildir\nfirst_valid_uid = 1\nfirst_valid_gid = 1`,
    `passdb {\n driver = passwd-file\n args = scheme=PLAIN ${directory}/users\n }`,
    `userdb {\n driver = passwd-file\n args = ${directory}/users\n }`,
    `service imap-login {\n ${listener("imap", imap)}\n inet_listener imaps {\n port = 0\n }\n }`,
    `service lmtp {\n ${listener("lmtp", lmtp)}\n }`,
    `service auth {\n ${listener("auth", auth)}\n }`,
    // Who mistypes a password in a test waits no longer than that.
    "auth_failure_delay = 0",
  ];
  writeFileSync(own.config, `${lines.join("\n")}\n`);
  let child: ChildProcess | undefined;
  return {
    async start() {
      child = spawn("/usr/sbin/dovecot", ["-F", "-c", own.config], { stdio: "ignore" });
      await untilListening(imap);
    },
    stop: async () => child && (await ended(child, "SIGTERM")),
  };
}

function postfixIn(home: string, ports: Ports): Server {
  const directory = join(home, "postfix");
  for (const name of ["etc", "queue", "data"])
    mkdirSync(join(directory, name), { recursive: true });
  chownSync(join(directory, "data"), idOf("-u", "postfix"), idOf("-g", "postfix"));
  const etc = join(directory, "etc");
  const known = [JOUR, DIRECT, SEEKER, GONE].map((address) => `${address} ok`).join("\n");
  writeFileSync(join(etc, "known"), `${known}\n`);
  writeFileSync(join(etc, "transport"), `${DIRECT} lmtp:inet:127.0.0.1:${ports.direct}\n`);
  const main = {
    compatibility_level: "3.6",
    ...{ queue_directory: join(directory, "queue"), data_directory: join(directory, "data") },
    ...{ inet_interfaces: "127.0.0.1", inet_protocols: "ipv4", mynetworks: "127.0.0.0/8" },
    ...{ myhostname: "post.example", mydestination: "", maillog_file: "/dev/stdout" },
    virtual_mailbox_domains: "mira.example, example.org",
    virtual_mailbox_maps: `texthash:${etc}/known`,
    virtual_transport: `lmtp:inet:127.0.0.1:${ports.lmtp}`,
    transport_maps: `texthash:${etc}/transport`,
    ...{ smtpd_sasl_type: "dovecot", smtpd_sasl_path: `inet:127.0.0.1:${ports.auth}` },
    ...{ message_size_limit: 60_000_000, mailbox_size_limit: 0, virtual_mailbox_limit: 0 },
    ...{ minimal_backoff_time: "2s", maximal_backoff_time: "2s", queue_run_delay: "2s" },
    ...{ smtpd_client_connection_rate_limit: 0, smtp_address_preference: "ipv4" },
  };
  const settings = Object.entries(main).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(etc, "main.cf"), `${settings.join("\n")}\n`);
  writeFileSync(join(etc, "master.cf"), services(ports));
  let child: ChildProcess | undefined;
  return {
    async start() {
      const run = (...args: string[]): void =>
        void execFileSync("/usr/sbin/postfix", ["-c", etc, ...args], { stdio: "ignore" });
      run("check");
      child = spawn("/usr/sbin/postfix", ["-c", etc, "start-fg"], { stdio: "ignore" });
      await untilListening(ports.smtp);
    },
    async stop() {
      if (!child) return;
      execFileSync("/usr/sbin/postfix", ["-c", etc, "stop"], { stdio: "ignore" });
      await ended(child, "SIGTERM");
      child = undefined;
    },
  };
}

function services({ smtp, submission }: Ports): string {
  const plain = [
    ["cleanup", "unix", "n", "0", "cleanup"],
    ["qmgr", "unix", "n", "1", "qmgr"],
    ["rewrite", "unix", "-", "-", "trivial-rewrite"],
    ["bounce", "unix", "-", "0", "bounce"],
    ["defer", "unix", "-", "0", "bounce"],
    ["trace", "unix", "-", "0", "bounce"],
    ["verify", "unix", "-", "1", "verify"],
    ["proxymap", "unix", "-", "-", "proxymap"],
    ["proxywrite", "unix", "-", "1", "proxymap"],
    ["flush", "unix", "n", "0", "flush"],
    ["anvil", "unix", "-", "1", "anvil"],
    ["error", "unix", "-", "-", "error"],
    ["retry", "unix", "-", "-", "error"],
    ["lmtp", "unix", "-", "-", "lmtp"],
    ["tlsmgr", "unix", "-", "1", "tlsmgr"],
    ["postlog", "unix-dgram", "n", "1", "postlogd"],
  ].map(([name, kind, open, most, program]) => `${name} ${kind} ${open} - n - ${most} ${program}`);
  const [open, locked] = [
    "-o smtpd_recipient_restrictions=permit_mynetworks,reject",
    "-o smtpd_sasl_auth_enable=yes -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject -o smtpd_relay_restrictions=permit_sasl_authenticated,reject",
  ];
  return [
    `127.0.0.1:${smtp} inet n - n - - smtpd ${open}`,
    `127.0.0.1:${submission} inet n - n - - smtpd ${locked}`,
    ...plain,
    "",
  ].join("\n");
}
