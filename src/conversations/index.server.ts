import type { Config } from "../platform/config.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import type { Live } from "../platform/live/index.server.ts";
import type { Shifts } from "../shifts/index.server.ts";
import type { Counters } from "../statistics/index.server.ts";
import type { Proof } from "./contract.ts";
import { Endings } from "./endings.server.ts";
import { Gate } from "./gate.server.ts";
import { Guests } from "./guests.server.ts";
import { Moving } from "./moving.server.ts";
import type { Standing } from "./policy.ts";
import { Rooms } from "./rooms.server.ts";
import { contactDoors, deskDoors } from "./routes.server.ts";
import { Seekers } from "./seekers.server.ts";
import { Standings } from "./standings.server.ts";
import { Volunteers } from "./volunteers.server.ts";

export interface ConversationOptions {
  readonly database: Database;
  readonly config: Pick<Config, "secret" | "graceMinutes">;
  readonly live: Live;
  readonly shifts: Shifts;
  readonly counters: Counters;
  /** Whether a session of the desk still stands; asked every minute for those who are connected. */
  readonly isSignedIn?: (jour: JourId, session: string) => Promise<boolean>;
  readonly now?: () => number;
  readonly elapsed?: () => number;
  readonly sweepMs?: number;
}

export interface Conversations {
  readonly doors: Door[];
  /** Uses a proof of work up: the same gate stands before letters. */
  readonly passProof: (proof: Proof) => ReturnType<Gate["pass"]>;
  /** Who waits at a face: how many, and since when the first; nothing of who they are. */
  queue(jour: JourId, face: string): { readonly waiting: number; readonly since: number | null };
  /** Asks the one who has waited longest at a face whether another may take her; she decides. */
  askToMove: Moving["ask"];
  /** A member has left the jour: her connections close. */
  dismiss(jour: JourId, member: string): void;
  /** A session has ended: the desk that was opened with it closes. */
  signedOut(jour: JourId, session: string): void;
  close(): void;
}

const SESSIONS_MS = 60_000;
const SWEEP_MS = 10 * 60_000;
/** Longer than any beginning or end of a conversation takes. */
const LOGS_PAUSE_MS = 60_000;

/** Finds the conversations that are alive and stands behind the live connection. */
export async function openConversations(options: ConversationOptions): Promise<Conversations> {
  const { database, config, live, shifts, counters, now = Date.now } = options;
  const clocks = { now, elapsed: options.elapsed ?? (() => performance.now()) };
  const shared = { database, live, shifts, counters, ...clocks };
  const gate = new Gate({ ...live, ...shared, secret: config.secret });
  const changes = {
    changed: (jour: JourId): void => rooms.changed(jour),
    // After the event itself has been delivered to her.
    left: (standing: { id: string; state: { jour: string } }, duty: string): void =>
      void setImmediate(() => guests.closeChannels(standing.id, standing.state.jour, duty)),
  };
  const standings = new Standings(live.presence, changes, clocks);
  const rooms = new Rooms({ ...shared, standings });
  const endings = new Endings({
    ...{ ...shared, standings, graceMs: config.graceMinutes * 60_000 },
    ...(options.sweepMs === undefined ? {} : { sweepMs: options.sweepMs }),
  });
  const { isSignedIn = async () => true } = options;
  const guests = new Guests({ ...shared, standings, rooms, isSignedIn });
  const { graceMinutes } = config;
  const seekers = new Seekers({ ...shared, gate, standings, rooms, endings, graceMinutes });
  const moving = new Moving({ ...shared, standings });
  const volunteers = new Volunteers({ ...shared, standings, gate, endings });

  live.log.observe(standings);
  shifts.refuseStopWhile((duty) => standings.load(duty) > 0);
  await live.log.recover();
  live.serve(guests);
  shifts.onChange((jour) => guests.closeExpired(jour));
  const sweepLogs = (): Promise<void> => live.log.sweep(LOGS_PAUSE_MS);
  const stop = recurring(isSignedIn, [() => gate.sweep(), sweepLogs], guests);
  void sweepLogs().catch(() => undefined);

  return {
    doors: [...contactDoors(seekers, moving), ...deskDoors(volunteers)],
    askToMove: (jour, from, to) => moving.ask(jour, from, to),
    passProof: (proof) => gate.pass(proof, 0),
    queue: (jour, face) => counted(standings.queue(jour, face)),
    dismiss: (jour, member) => guests.dismiss(jour, member),
    signedOut: (jour, session) => guests.closeDesks(jour, (desk) => desk.session === session),
    close() {
      stop();
      endings.close();
      rooms.close();
    },
  };
}

function counted(waiting: readonly Standing[]): ReturnType<Conversations["queue"]> {
  const since = waiting.map(({ state }) => state.since);
  return { waiting: waiting.length, since: since.length > 0 ? Math.min(...since) : null };
}

function recurring(
  isSignedIn: NonNullable<ConversationOptions["isSignedIn"]>,
  sweeps: readonly (() => Promise<void>)[],
  guests: Guests,
): () => void {
  const sweeping = setInterval(() => {
    for (const sweep of sweeps) void sweep().catch(() => undefined);
  }, SWEEP_MS);
  const sessions = setInterval(() => {
    for (const { jour, session } of guests.sessions()) {
      void isSignedIn(jour, session)
        .then((stands) => stands || guests.closeDesks(jour, (desk) => desk.session === session))
        .catch(() => undefined);
    }
  }, SESSIONS_MS);
  sweeping.unref();
  sessions.unref();
  return () => {
    clearInterval(sweeping);
    clearInterval(sessions);
  };
}
