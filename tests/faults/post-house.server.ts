import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { JourId } from "../../src/platform/database/index.server.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import { INTAKE, LETTERS, toBase64url } from "../../src/protocol/index.ts";
import {
  type Box,
  mailboxOf,
  type TeamKeyAtHand,
  teamKeyOf,
} from "../../src/protocol/testing/post.ts";
import { bytes, createWorld, DAY, type World } from "../../src/protocol/testing/world.ts";
import { type Answer, uuidText } from "../factories/letters.server.ts";
import { askAt } from "../factories/asking.server.ts";
import { freePort } from "../factories/programs.server.ts";
import { openRelay, type Relay } from "../factories/relay.server.ts";
import type { Breakage } from "./broken.server.ts";
import { House, until } from "./house.server.ts";
import type { GivenPost } from "./post-wire.server.ts";
import { type Ground, groundOf } from "./truth.server.ts";

const PATIENCE_MS = 90_000;
/** A mail that was taken up is nobody's for five minutes: so much the clock is set on to have it tried again. */
const STEP_MS = 6 * 60_000;

export interface PostOptions {
  /** The port of another mail server that takes what goes out. */
  readonly relayAt?: number;
  readonly breakage?: Breakage;
}

/** A house of letters that can be struck, and those who write to it and answer. */
export class PostHouse {
  readonly house: House;
  readonly world: World;
  readonly team: TeamKeyAtHand;
  readonly intake: TeamKeyAtHand;
  readonly anna: string;
  readonly relay: Relay;
  readonly lmtp: number;
  readonly #home: string;
  #ahead = 0;
  #stopKeeping = async (): Promise<void> => undefined;

  private constructor(
    made: Pick<PostHouse, "world" | "team" | "intake" | "relay" | "lmtp">,
    breakage: Breakage | undefined,
  ) {
    this.world = made.world;
    this.team = made.team;
    this.intake = made.intake;
    this.relay = made.relay;
    this.lmtp = made.lmtp;
    this.anna = randomUUID();
    this.#home = mkdtempSync(join(tmpdir(), `lykta-test-${process.pid}-`));
    const file = join(this.#home, "given.json");
    writeFileSync(file, JSON.stringify(this.#given()));
    this.house = new House({
      ...{ program: "post.program", data: this.#home },
      ...(breakage ? { breakage } : {}),
      environment: { FAULTS_POST: file, LYKTA_LETTER_KEYS_MIRROR: join(this.#home, "mirror") },
    });
  }

  static async open({ relayAt, breakage }: PostOptions = {}): Promise<PostHouse> {
    const world = await createWorld({ jour: uuidBytes(randomUUID()), now: Date.now() });
    const lasting = { until: world.now + 7 * DAY };
    const intake = { team: INTAKE, seed: bytes(0x52), ...lasting };
    const own = await openRelay();
    const made = {
      ...{ world, team: await teamKeyOf(world, lasting), intake: await teamKeyOf(world, intake) },
      relay: relayAt === undefined ? own : { ...own, port: relayAt },
      lmtp: await freePort(),
    };
    const at = new PostHouse(made, breakage);
    at.#stopKeeping = at.house.keepUp();
    if (!(await until(() => at.house.isReady, PATIENCE_MS))) throw new Error(at.house.output());
    return at;
  }

  get ground(): Ground {
    return groundOf(this.house);
  }

  #given(): GivenPost {
    const { world, team, intake, relay, lmtp, anna } = this;
    const keyOf = (name: string, { key, statement }: TeamKeyAtHand) => ({
      ...{ team: name, id: toBase64url(key.id), statement: toBase64url(statement) },
      until: world.now + 7 * DAY,
    });
    const sealKey = toBase64url(new Uint8Array(1216));
    return {
      jour: uuidText(world.jour) as JourId,
      face: uuidText(world.face),
      women: [{ id: anna, name: "Anna", teams: [LETTERS, INTAKE], sealKey }],
      teamKeys: [keyOf(LETTERS, team), keyOf(INTAKE, intake)],
      ...{ relay: relay.port, lmtp },
    };
  }

  newBox = (team = this.team): Promise<Box> => mailboxOf(this.world, team);

  /** Undefined when nothing came back. */
  async askOnce(path: string, body: object, member?: string): Promise<Answer | undefined> {
    const headers = member === undefined ? {} : { "X-Member": member };
    try {
      const { status, text } = await askAt(this.house.port, "POST", path, { headers, body });
      return { status, body: (JSON.parse(text) ?? {}) as Answer["body"] };
    } catch {
      return undefined;
    }
  }

  /** As a page that does not give up: the very same is sent until it is answered with yes or no. */
  ask = async (path: string, body: object, member?: string): Promise<Answer> => {
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      const answer = await this.askOnce(path, body, member);
      if (answer && answer.status < 500) return answer;
      await sleep(50);
    }
    throw new Error(`${path} was never answered:\n${this.house.output()}`);
  };

  async control(path: string): Promise<void> {
    await this.ask(`${path}/${this.#ahead}`, {});
  }

  /** What is leased to a process that died is free again. */
  later(): void {
    this.#ahead += STEP_MS;
  }

  /** Files of keys of mailboxes, of both stores. */
  keyFiles(): string[] {
    const directories = [join(this.#home, "letter-keys"), join(this.#home, "mirror")];
    return directories.flatMap((directory) => readdirSync(directory));
  }

  /** As a kill between key and row leaves it. */
  lonelyKey(): string {
    const name = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("hex");
    const key = crypto.getRandomValues(new Uint8Array(32));
    writeFileSync(join(this.#home, "letter-keys", name), key, { mode: 0o600 });
    return name;
  }

  async close(): Promise<void> {
    await this.#stopKeeping();
    await this.house.close();
    await this.relay.close();
    rmSync(this.#home, { recursive: true, force: true });
  }
}
