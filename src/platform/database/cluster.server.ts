import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  lstatSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { type Runner, giveTo } from "./runner.server.ts";
import { makeDirectory, syncDirectory } from "../files.server.ts";
import type { Binaries } from "./binaries.server.ts";

/** The files of one embedded PostgreSQL. */
export interface Place {
  readonly directory: string;
  readonly cluster: string;
  readonly socket: string;
  readonly log: string;
}

const port = 5432;
/** The address of a socket holds 104 bytes on macOS and 108 on Linux, one of them a zero. */
const longestSocket = 103;

/** Where everything lies. The same directory always gives the same socket, so that a later start finds it. */
export function placeIn(directory: string): Place {
  const near = join(directory, "socket");
  const tooLong = Buffer.byteLength(socketFile(near)) > longestSocket;
  const name = createHash("sha256").update(directory).digest("hex").slice(0, 16);
  return {
    directory,
    cluster: join(directory, "cluster"),
    socket: tooLong ? `/tmp/lykta-${name}` : near,
    log: join(directory, "postgres.log"),
  };
}

export function socketFile(socket: string): string {
  return join(socket, `.s.PGSQL.${port}`);
}

/** Makes a directory for our eyes only, and refuses one that somebody else made in its place. */
export function ownDirectory(path: string, uid: number | undefined): void {
  makeDirectory(path);
  const found = lstatSync(path);
  const foreign = uid !== undefined && found.uid !== uid && process.getuid?.() !== 0;
  if (!found.isDirectory() || foreign || (found.mode & 0o077) !== 0) {
    throw new Error(
      `${path} must be a directory that only the user of Lykta may enter (mode 700).`,
    );
  }
  if (uid !== undefined) giveTo(path, uid);
}

/**
 * Makes the cluster once. It is made beside its place and then renamed: a start that was killed
 * half way leaves nothing that looks like a database.
 */
export function initialise(
  binaries: Binaries,
  runner: Runner,
  place: Place,
  durable: boolean,
): void {
  if (existsSync(join(place.cluster, "PG_VERSION"))) return;
  const making = `${place.cluster}.${randomBytes(6).toString("hex")}`;
  const [file = "", ...args] = [...runner.wrapper, binaries.initdb, "-D", making];
  // The builtin C.UTF-8 sorts alike on every machine: no locale need be installed, none can change.
  args.push(
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--data-checksums",
  );
  args.push(
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(durable ? [] : ["--no-sync"]),
  );
  const made = spawnSync(file, args, { ...runner.user, cwd: "/", encoding: "utf8" });
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL could not make its files in ${place.directory}:\n${made.stderr.trim()}`,
    );
  }
  try {
    renameSync(making, place.cluster);
    syncDirectory(place.directory);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(place.cluster, "PG_VERSION"))) throw error;
  }
}

/** Starts the postmaster in a session of its own: Ctrl-C reaches the application, which drains first. */
export function launch(
  binaries: Binaries,
  runner: Runner,
  place: Place,
  durable: boolean,
): Promise<number> {
  if (existsSync(place.log)) renameSync(place.log, `${place.log}.1`);
  const log = openSync(place.log, "a", 0o600);
  const settings = Object.entries(settingsFor(place, durable)).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  // No core dumps: one would hold the memory of the server.
  const shell = [
    "/bin/sh",
    "-c",
    'ulimit -c 0; exec "$0" "$@"',
    binaries.postgres,
    "-D",
    place.cluster,
    ...settings,
  ];
  const [file = "", ...args] = [...runner.wrapper, ...shell];
  const child = spawn(file, args, {
    ...runner.user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? -1));
  });
}

function settingsFor(place: Place, durable: boolean): Record<string, string | number> {
  return {
    listen_addresses: "",
    port,
    unix_socket_directories: place.socket,
    unix_socket_permissions: "0700",
    max_connections: 60,
    shared_buffers: "64MB",
    fsync: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
    // One server alone, so the log of changes need not carry what a replica would want.
    wal_level: "minimal",
    max_wal_senders: 0,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // A statement or a value of a row never reaches the log: errors go to the application alone.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    log_autovacuum_min_duration: -1,
    idle_in_transaction_session_timeout: "60s",
  };
}

export function logTail(place: Place): string {
  const lines = existsSync(place.log) ? readFileSync(place.log, "utf8").trim().split("\n") : [];
  return lines.slice(-6).join("\n");
}

export function postmasterPid(place: Place): number | undefined {
  const file = join(place.cluster, "postmaster.pid");
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : Number.NaN;
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/**
 * A lock file left by a killed server may name a process that is by now something else (numbers
 * begin anew in a restarted container); PostgreSQL would then refuse to start for ever.
 */
export function removeStaleLock(place: Place): void {
  const pid = postmasterPid(place);
  if (pid === undefined || process.platform !== "linux" || isPostmaster(pid, place)) return;
  rmSync(join(place.cluster, "postmaster.pid"), { force: true });
  rmSync(socketFile(place.socket), { force: true });
  rmSync(`${socketFile(place.socket)}.lock`, { force: true });
}

export function isPostmaster(pid: number, place: Place): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(place.cluster);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code !== "ESRCH" && code !== "ENOENT";
  }
}
