import { effect, type Signal, signal } from "@preact/signals";
import { onTestFinished } from "vitest";
import type { ServerEvent } from "../../src/conversations/contract.ts";
import { openTalk, type Talk } from "../../src/conversations/talk.browser.ts";
import { DeskTalk } from "../../src/conversations/desk/desk-talk.browser.ts";
import { type Link, openLink } from "../../src/platform/live/link.browser.ts";
import {
  createSession,
  type Reason,
  type Session,
  toBase64url,
  type TrustBundle,
} from "../../src/protocol/index.ts";
import {
  bytes,
  createWorld,
  type Duty,
  type Name,
  type World,
} from "../../src/protocol/testing/world.ts";
import { HostileServer, type Side } from "./hostile-server.ts";
import { soon } from "./soon.ts";

/** Somebody honest behind the code that her browser runs, and what she is told. */
export interface Seat {
  readonly talk: Talk;
  readonly side: Side;
  readonly tab: Uint8Array;
  /** Every code that her screen was given, in order. */
  readonly problems: string[];
  readonly closed: string[];
  /** What the server tells this one about who belongs to the jour. */
  readonly seen: { trust: TrustBundle };
  texts(): string[];
  /** The lines with what the other side has of them. */
  states(): string[];
  members(): string[];
}

export interface SitOptions {
  readonly hello?: Reason;
  readonly world?: World;
  readonly onServerEvent?: (event: ServerEvent) => void;
}

/** A jour, a hostile server, and people who do not know it. */
export class HostileHouse {
  readonly world: World;
  readonly server = new HostileServer();
  readonly conversation: Uint8Array;

  constructor(world: World, conversation: Uint8Array) {
    this.world = world;
    this.conversation = conversation;
  }

  static async open(fill = 0xc1, world?: World): Promise<HostileHouse> {
    return new HostileHouse(world ?? (await createWorld()), bytes(fill, 16));
  }

  seeker(options: SitOptions = {}): Promise<Seat> {
    return this.#sit(undefined, options);
  }

  async volunteer(who: Name | Duty, options: SitOptions = {}): Promise<Seat> {
    return this.#sit(typeof who === "string" ? await this.world.duty(who) : who, options);
  }

  /** The desk's own composition around a talk. */
  async desk(who: Name, reason: Reason): Promise<{ talk: DeskTalk; side: Side }> {
    const side = this.server.side();
    const session = await this.#session(await this.world.duty(who), { trust: this.world.trust });
    const { link, connected } = this.#link(side);
    const talk = new DeskTalk({
      ...{ link, connected, session, reason, number: 1 },
      facts: {
        conversation: toBase64url(this.conversation),
        face: "face",
        door: "woman",
        language: "sv",
        since: 0,
      },
      refreshTrust: async () => undefined,
    });
    onTestFinished(() => {
      talk.forget();
      link.close();
    });
    return { talk, side };
  }

  #session(duty: Duty | undefined, seen: { trust: TrustBundle }): Promise<Session> {
    const { suite, jour, face } = this.world;
    return createSession({
      ...{ suite, jour, face, conversation: this.conversation },
      self: duty
        ? { role: "volunteer", duty: duty.bytes, dutySeed: duty.seed }
        : { role: "seeker" },
      trust: () => seen.trust,
      now: () => this.world.now,
    });
  }

  #link(side: Side): { link: Link; connected: Signal<boolean> } {
    const connected = signal(true);
    const link = openLink({
      token: async () => "token",
      onState: (state) => void (connected.value = state === "open"),
      environment: side.environment,
    });
    return { link, connected };
  }

  async #sit(duty: Duty | undefined, options: SitOptions): Promise<Seat> {
    const side = this.server.side();
    const seen = { trust: (options.world ?? this.world).trust };
    const session = await this.#session(duty, seen);
    const { link, connected } = this.#link(side);
    const closed: string[] = [];
    const { hello, onServerEvent } = options;
    const talk = openTalk({
      ...{ link, connected, session, conversation: toBase64url(this.conversation) },
      role: duty ? "volunteer" : "seeker",
      onClosed: (code) => closed.push(code),
      ...(hello && { hello }),
      ...(onServerEvent && { onServerEvent }),
    });
    const problems: string[] = [];
    const stop = effect(() => {
      const code = talk.problem.value;
      if (code) problems.push(code);
      talk.problem.value = null;
    });
    onTestFinished(() => {
      stop();
      talk.erase();
      link.close();
    });
    return seatOf({ talk, side, tab: session.tab, closed, problems, seen });
  }

  /** The seeker lets in whoever asks next, and both are together. */
  async letIn(seeker: Seat, guest: Seat): Promise<void> {
    const asked = () =>
      seeker.talk.joining.value.find(({ tab }) => tab.join() === guest.tab.join());
    await soon(() => {
      if (!asked()) throw new Error("nobody asks to come in");
    });
    const joining = asked();
    if (joining) await seeker.talk.admit(joining.tab);
    await soon(() => {
      const inside = guest.talk.members.value.length > 0 && !asked();
      if (!inside) throw new Error("she is not in");
    });
  }

  async together(): Promise<{ seeker: Seat; anna: Seat }> {
    const seeker = await this.seeker();
    const anna = await this.volunteer("anna", { hello: "take" });
    await this.letIn(seeker, anna);
    return { seeker, anna };
  }

  async three(): Promise<{ seeker: Seat; anna: Seat; bea: Seat }> {
    const { seeker, anna } = await this.together();
    const bea = await this.volunteer("bea", { hello: "join" });
    await this.letIn(seeker, bea);
    await soon(() => {
      if (anna.talk.members.value.length < 3) throw new Error("not all are together");
    });
    return { seeker, anna, bea };
  }
}

function seatOf(of: Pick<Seat, "talk" | "side" | "tab" | "closed" | "problems" | "seen">): Seat {
  const { talk } = of;
  const lines = () => talk.lines.value.flatMap((line) => (line.kind === "said" ? [line] : []));
  return {
    ...of,
    texts: () => lines().map(({ text }) => text),
    states: () => lines().map(({ text, state }) => `${text}: ${state}`),
    members: () => talk.members.value.map(({ alias, role }) => alias || role),
  };
}

/** Says it and waits until all of these have it. */
export async function saidTo(from: Seat, text: string, ...to: Seat[]): Promise<void> {
  const { ok } = await from.talk.write(text);
  if (!ok) throw new Error(`could not say: ${text}`);
  await soon(() => {
    for (const seat of to)
      if (!seat.texts().includes(text)) throw new Error(`was not heard: ${text}`);
  });
}
