import { createSession } from "../conversation/session.ts";
import type { Reason, Session, SessionEvent, Step } from "../conversation/types.ts";
import { bytes } from "./world.ts";
import type { Duty, Name, World } from "./world.ts";

export interface Party {
  readonly session: Session;
  readonly events: SessionEvent[];
  /** The tab's secrets, as its session drew them: for tests in which a member herself is dishonest. */
  readonly sealSeed: Uint8Array;
  readonly signSeed: Uint8Array;
  /** How many frames of the log it has been given. */
  cursor: number;
  /** What a hostile server gives this one in place of the frame. */
  tamper: (payload: Uint8Array, seq: number) => Uint8Array[];
}

/** The log of one conversation in memory; it echoes every frame to all sides, in order. */
export class Room {
  readonly world: World;
  readonly log: Uint8Array[] = [];
  readonly parties: Party[] = [];
  readonly conversation: Uint8Array;
  constructor(world: World, conversation = bytes(0xc1, 16)) {
    this.world = world;
    this.conversation = conversation;
  }

  async seeker(): Promise<Party> {
    return this.#open({ role: "seeker" }, this.world);
  }

  async volunteer(who: Name | Duty, world = this.world): Promise<Party> {
    const duty = typeof who === "string" ? await world.duty(who) : who;
    return this.#open({ role: "volunteer", duty: duty.bytes, dutySeed: duty.seed }, world);
  }

  async #open(self: Parameters<typeof createSession>[0]["self"], world: World): Promise<Party> {
    const { suite, jour, face } = this.world;
    const drawn: Uint8Array[] = [];
    const random = (length: number): Uint8Array => {
      const value = suite.random(length);
      if (drawn.length < 2) drawn.push(value.slice());
      return value;
    };
    const session = await createSession({
      suite: { ...suite, random },
      self,
      jour,
      face,
      conversation: this.conversation,
      trust: () => world.trust,
      now: () => this.world.now,
    });
    const [sealSeed = bytes(0), second = bytes(0)] = drawn;
    const signSeed = self.role === "seeker" ? second : self.dutySeed;
    const party: Party = {
      session,
      events: [],
      sealSeed,
      signSeed,
      cursor: 0,
      tamper: (payload) => [payload],
    };
    this.parties.push(party);
    return party;
  }

  append(...frames: Uint8Array[]): void {
    this.log.push(...frames);
  }

  /** Does something and puts its frames into the log. */
  async act<S extends Step>(party: Party, work: (session: Session) => Promise<S>): Promise<S> {
    const done = await work(party.session);
    party.events.push(...done.events);
    this.append(...done.send);
    return done;
  }

  /** Gives everybody what the log holds until nothing new comes of it. */
  async settle(...only: Party[]): Promise<void> {
    const parties = only.length > 0 ? only : this.parties;
    while (parties.some(({ cursor }) => cursor < this.log.length)) {
      for (const party of parties) await this.#deliver(party);
    }
  }

  async #deliver(party: Party): Promise<void> {
    const payload = this.log[party.cursor];
    if (!payload) return;
    party.cursor += 1;
    const seq = party.cursor;
    for (const given of party.tamper(payload, seq)) {
      await this.act(party, (session) => session.receive({ seq, payload: given }));
    }
  }

  /** The volunteer says hello and the seeker, shown who it is, lets her in. */
  async letIn(seeker: Party, volunteer: Party, reason: Reason): Promise<void> {
    await this.act(volunteer, (session) => session.hello(reason));
    await this.settle();
    await this.act(seeker, (session) => session.admit(volunteer.session.tab));
    await this.settle();
  }

  async say(party: Party, text: string): Promise<string> {
    const { id } = await this.act(party, (session) => session.write(text));
    await this.settle();
    return id;
  }

  /** A seeker and Anna who talk. */
  static async talking(
    world: World,
    conversation?: Uint8Array,
  ): Promise<{ room: Room; seeker: Party; anna: Party }> {
    const room = new Room(world, conversation);
    const seeker = await room.seeker();
    const anna = await room.volunteer("anna");
    await room.letIn(seeker, anna, "take");
    return { room, seeker, anna };
  }
}

export const of = <T extends SessionEvent["type"]>(
  party: Party,
  type: T,
): Extract<SessionEvent, { type: T }>[] =>
  party.events.filter((event): event is Extract<SessionEvent, { type: T }> => event.type === type);

export const texts = (party: Party): string[] => of(party, "message").map(({ text }) => text);

export const refusals = (party: Party): string[] => of(party, "refused").map(({ code }) => code);

export const aliases = (party: Party): string[] =>
  party.session.members.map(({ role, alias }) => alias || role);
