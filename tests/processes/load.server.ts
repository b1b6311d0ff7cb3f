import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "../../src/conversations/contract.ts";
import type { Database } from "../../src/platform/database/index.server.ts";
import type { Link } from "../../src/platform/live/link.browser.ts";
import type { ShredKey } from "../../src/platform/shred/index.server.ts";
import { openSeeker } from "../factories/conversation-sides.server.ts";
import { soon } from "../factories/soon.ts";
import { breachesOf, type Frame } from "../faults/check.ts";
import { opened } from "../faults/truth.server.ts";
import type { Ground, OnDuty } from "./ground.server.ts";
import { percentile, Speaker } from "./speaker.server.ts";

/** Conversations of one volunteer at most: what a duty may have. */
const PER_VOLUNTEER = 8;
const SETTLE_MS = 60_000;

export interface Conversation {
  readonly id: string;
  readonly sides: readonly [Speaker, Speaker];
}

export interface LoadReport {
  readonly conversations: number;
  readonly said: number;
  /** Milliseconds until what was said was acknowledged. */
  readonly p50: number;
  readonly p99: number;
  readonly longestWait: number;
  /** The longest time in which one side heard nothing while both sides of her conversation spoke. */
  readonly longestSilence: number;
}

/** Many conversations, both sides of each speaking all the time, by the page's own link. */
export class Load {
  readonly conversations: readonly Conversation[];
  readonly #links: readonly { close(): void }[];
  readonly #everyMs: number;
  #timers: NodeJS.Timeout[] = [];

  private constructor(
    conversations: readonly Conversation[],
    links: readonly { close(): void }[],
    everyMs: number,
  ) {
    this.conversations = conversations;
    this.#links = links;
    this.#everyMs = everyMs;
  }

  /** `polls`: the share of seekers whose network knows no sockets. */
  static async open(ground: Ground, count: number, everyMs: number, polls = 0.1): Promise<Load> {
    const volunteers: OnDuty[] = [];
    const links: Link[] = [];
    const conversations: Conversation[] = [];
    for (let n = 0; n < count; n++) {
      if (n % PER_VOLUNTEER === 0) volunteers.push(await ground.volunteer(PER_VOLUNTEER));
      const woman = volunteers.at(-1) as OnDuty;
      const seeker = await openSeeker(ground.house, undefined, n < count * polls);
      const { conversation, link } = seeker;
      seeker.close();
      await soon(async () => {
        const taken = await woman.act(paths.take, { conversation });
        if (taken.status !== 200) throw new Error(JSON.stringify(taken.body));
      });
      links.push(link);
      const sides = [
        new Speaker(link, conversation, `${n} seeker`),
        new Speaker(woman.link, conversation, `${n} volunteer`),
      ] as const;
      conversations.push({ id: conversation, sides });
    }
    return new Load(conversations, [...links, ...volunteers.map(({ link }) => link)], everyMs);
  }

  start(): void {
    for (const side of this.#sides()) {
      side.listen();
      // Spread over the time, so that there is no beat.
      const begin = setTimeout(() => {
        side.say();
        this.#timers.push(setInterval(() => side.say(), this.#everyMs));
      }, Math.random() * this.#everyMs);
      this.#timers.push(begin);
    }
  }

  /** Nobody speaks any more; waits until all that was said is there and everybody has heard it. */
  async stop(): Promise<void> {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    const deadline = performance.now() + SETTLE_MS;
    while (!this.#isQuiet() && performance.now() < deadline) await sleep(20);
  }

  /** What is wrong, held against what lies in the database: nothing, if all is well. */
  async breaches(database: Pick<Database, "raw">, keys: string): Promise<string[]> {
    const found: string[] = [];
    for (const [n, { id, sides }] of this.conversations.entries()) {
      const truth = await framesOf(database, keys, id);
      const account = {
        ...{ name: `conversation ${n}`, end: "living" as const },
        said: sides.flatMap(({ said }) => said),
        heard: sides.map(({ tab, heard }) => ({
          ...{ tab, frames: heard.filter(isSpoken), expected: 0 },
        })),
        patient: new Set(sides.map(({ tab }) => tab)),
      };
      found.push(...breachesOf({ ...account, heard: [] }, truth));
      for (const side of sides) {
        if (JSON.stringify(side.heard.filter(isSpoken)) !== JSON.stringify(truth?.filter(isSpoken)))
          found.push(`conversation ${n}: ${side.tab} heard something else than is there`);
        found.push(...side.failures, ...side.codes);
      }
    }
    return found;
  }

  report(): LoadReport {
    const sides = this.#sides();
    const waits = sides.flatMap((side) => side.waits);
    return {
      conversations: this.conversations.length,
      said: waits.length,
      p50: Math.round(percentile(waits, 0.5)),
      p99: Math.round(percentile(waits, 0.99)),
      longestWait: Math.round(Math.max(...waits)),
      longestSilence: Math.round(Math.max(...sides.map((side) => side.longestSilence))),
    };
  }

  close(): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    for (const link of this.#links) link.close();
  }

  #sides(): Speaker[] {
    return this.conversations.flatMap(({ sides }) => [...sides]);
  }

  #isQuiet(): boolean {
    return this.conversations.every(({ sides: [one, two] }) => {
      const all = one.said.length + two.said.length;
      const isHeard = (side: Speaker): boolean => side.heard.filter(isSpoken).length >= all;
      return one.isAcknowledged && two.isAcknowledged && isHeard(one) && isHeard(two);
    });
  }
}

/** The server's own events are shown without what is secret in them: only words are compared. */
const isSpoken = ({ kind }: Frame): boolean => kind === 1;

async function framesOf(
  database: Pick<Database, "raw">,
  keys: string,
  id: string,
): Promise<Frame[] | undefined> {
  const bytes = Buffer.from(id, "base64url");
  const file = join(keys, bytes.toString("hex"));
  if (!existsSync(file)) return undefined;
  const key = readFileSync(file) as unknown as ShredKey;
  const { rows } = await database.raw.query<{ n: number; sealed: Buffer }>(
    "select n, sealed from live_frames where log = $1 order by n",
    [bytes],
  );
  return rows.length === 0 ? undefined : rows.map((row) => opened(id, key, row));
}
