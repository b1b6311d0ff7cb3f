import { hex } from "../../bytes.ts";
import { sealChunk, chunksOf } from "../../letters/attachment.ts";
import type {
  Attachment,
  Author,
  LetterContent,
  LetterHeader,
  TeamKeyStatement,
} from "../../letters/objects.ts";
import { teamKey } from "../../letters/objects.ts";
import type { ReadMailbox } from "../../letters/read.ts";
import {
  makeTeamKey,
  openShare,
  sealShare,
  teamSeeds,
  verifyTeamKey,
} from "../../letters/team-key.ts";
import type { VerifiedTeamKey } from "../../letters/team-key.ts";
import { describeMailbox, writeLetter, writeMark, writeSheet } from "../../letters/write.ts";
import type { Suite } from "../../suite/types.ts";
import type { VerifiedTrust } from "../../trust/types.ts";
import { verifyTrust } from "../../trust/verify.ts";
import { suiteFor } from "../fuzz/watched-suite.ts";
import { nameDelegate } from "../post.ts";
import { bytes, createWorld, DAY } from "../world.ts";
import type { World } from "../world.ts";
import type { Fuzzed, Made, Mailbox, Member } from "./types.ts";

export const TEAM = "letters";

/** A jour whose team keeps letters, as all who are honest in it do. */
export class Office {
  readonly suite: Suite;
  readonly world: World;
  readonly boxes: Mailbox[] = [];
  readonly members: Member[] = [];
  readonly keys: Made[] = [];
  /** Delegates that were revoked; one of them helps the server. */
  readonly former: Uint8Array[] = [];
  readonly sealedTo = new Set<string>();
  #named = 0;
  #days = 0;
  #texts = 0;

  private constructor(suite: Suite, world: World, sealedTo: Set<string>) {
    this.suite = suite;
    this.world = world;
    this.sealedTo = sealedTo;
  }

  static async open(
    { seed, real, plant = (suite) => suite }: Fuzzed,
    jour: number,
  ): Promise<Office> {
    const plain = plant(suiteFor(seed, real));
    const sealedTo = new Set<string>();
    const encapsulate: Suite["xwing"]["encapsulate"] = (key) => {
      sealedTo.add(hex(key));
      return plain.xwing.encapsulate(key);
    };
    const suite = { ...plain, xwing: { ...plain.xwing, encapsulate } };
    const world = await createWorld({ suite: plain, jour, salt: jour === 0xa1 ? 0 : 0x20 });
    const office = new Office(suite, world, sealedTo);
    for (let at = 0; at < 3; at++) office.join();
    await office.rotate();
    for (let at = 0; at < 2; at++) await office.openBox();
    return office;
  }

  async trust(): Promise<VerifiedTrust> {
    const { trust, jour, now } = this.world;
    const verified = await verifyTrust(this.suite, trust, { jour, now });
    if (!verified.ok) throw new Error(`the office itself: ${verified.code}`);
    return verified.value;
  }

  get checks() {
    return { jour: this.world.jour, team: TEAM, now: this.world.now };
  }

  async openBox(): Promise<void> {
    const [sign, seal] = [this.suite.random(32), this.suite.random(32)];
    const { id, bytes: object } = await describeMailbox(this.suite, this.world.jour, {
      sign,
      seal,
    });
    this.boxes.push({
      ...{ sign, seal, id, bytes: object, known: 0, files: [], sheetBytes: [], markBytes: [] },
      ...{ written: new Map(), sheets: new Map(), marks: new Map() },
    });
  }

  join(): void {
    const { suite } = this;
    this.members.push({
      id: suite.random(16),
      seal: suite.random(32),
      seeds: new Map(),
      there: true,
    });
  }

  /** A new key, shared with all who are there. */
  async rotate(): Promise<void> {
    const { suite, world } = this;
    const seed = suite.random(32);
    const number = this.keys.length + 1;
    const about = {
      jour: world.jour,
      team: TEAM,
      number,
      at: world.now,
      until: world.now + 9 * DAY,
    };
    const statement = await makeTeamKey(suite, world.delegate, seed, about);
    const verified = await verifyTeamKey(suite, statement, await this.trust(), this.checks);
    if (!verified.ok) throw new Error(`the office itself: ${verified.code}`);
    const { id } = verified.value;
    const seeds = await teamSeeds(suite, seed);
    this.keys.push({ id: hex(id), seed, seeds, statements: [statement] });
    for (const member of this.members)
      if (member.there) await this.#share(member, verified.value, seed);
  }

  async #share(member: Member, key: VerifiedTeamKey, seed: Uint8Array): Promise<void> {
    const seal = await this.suite.xwing.publicKey(member.seal);
    const to = { member: member.id, seal, sealKeyHash: await this.suite.sha256(seal) };
    const share = await sealShare(this.suite, seed, key.id, to);
    const opened = await openShare(
      this.suite,
      share,
      { member: member.id, seal: member.seal },
      key,
    );
    if (!opened.ok) throw new Error(`the office itself: ${opened.code}`);
    member.seeds.set(hex(key.id), opened.value);
  }

  /** The delegate goes, another serves; without `vouch` her keys stay withdrawn. */
  async revoke(): Promise<void> {
    const { world, suite } = this;
    await world.revoke(await suite.ed25519.publicKey(world.delegate));
    this.former.push(world.delegate);
    const next = bytes(0, 32).fill(0xd0 + this.#named++, 0, 4);
    await nameDelegate(world, next, { at: world.now, until: world.now + 80 * DAY });
    world.delegate = next;
    await world.publish();
  }

  async vouch(): Promise<void> {
    const { suite, world } = this;
    const delegate = await suite.ed25519.publicKey(world.delegate);
    for (const { statements } of this.keys) {
      const last: TeamKeyStatement = teamKey.peek(statements.at(-1) ?? bytes(0));
      statements.push(await teamKey.make(suite, world.delegate, { ...last, delegate }));
    }
  }

  async days(count: number): Promise<void> {
    if (this.#days + count > 60) return;
    this.#days += count;
    this.world.now += count * DAY;
    await this.world.publish();
  }

  /** One letter more upon what its author was shown. */
  async write(
    box: Mailbox,
    author: Author,
    key: VerifiedTeamKey,
    last: ReadMailbox["last"],
    file: number,
  ): Promise<void> {
    const { suite, world } = this;
    const attachments = file > 0 ? [await this.#attach(box, file)] : [];
    const header: LetterHeader = {
      ...{ mailbox: box.id, face: world.face, author, number: last.number + 1 },
      ...{ previous: last.hash, teamKey: key.id },
      attachments: attachments.map(({ id, size }) => ({ id, chunks: chunksOf(size) })),
    };
    const content: LetterContent = {
      ...{ at: world.now, alias: author === "team" ? "Anna" : "", code: "kept" },
      ...{ text: `brev ${this.#texts++}`, attachments },
    };
    const signer = author === "team" ? this.key(key.id)?.seeds.sign : box.sign;
    const seeker = await suite.xwing.publicKey(box.seal);
    const letter = await writeLetter(suite, signer ?? bytes(0), {
      header,
      content,
      team: key.seal,
      seeker,
    });
    box.written.set(hex(await suite.sha256(letter)), {
      ...{ bytes: letter, number: header.number, parent: hex(last.hash), author },
      ...{ teamKey: hex(key.id), content },
    });
  }

  async #attach(box: Mailbox, size: number): Promise<Attachment> {
    const { suite } = this;
    const about = {
      id: suite.random(16),
      key: suite.random(32),
      name: "a.pdf",
      type: "application/pdf",
      size,
    };
    const file = Uint8Array.from({ length: size }, (_, at) => (at * 7 + box.files.length) & 255);
    const chunks: Uint8Array[] = [];
    for (let at = 0; at < chunksOf(size); at++)
      chunks.push(await sealChunk(suite, about.key, { mailbox: box.id, id: about.id }, file, at));
    box.files.push({ about, file, chunks });
    return about;
  }

  async sheet(box: Mailbox, key: VerifiedTeamKey, after: number): Promise<void> {
    const kind = after % 2 === 0 ? "note" : "draft";
    const text = `lapp ${this.#texts++}`;
    const header = { mailbox: box.id, kind, after, teamKey: key.id } as const;
    const content = { at: this.world.now, alias: "Bea", text };
    const sign = this.key(key.id)?.seeds.sign ?? bytes(0);
    const sheet = await writeSheet(this.suite, sign, key.seal, header, content);
    box.sheetBytes.push(sheet);
    box.sheets.set(text, { kind, after, text, teamKey: hex(key.id) });
  }

  async mark(
    box: Mailbox,
    author: Author,
    key: VerifiedTeamKey,
    letter: Uint8Array,
    number: number,
  ): Promise<void> {
    const sign = author === "team" ? this.key(key.id)?.seeds.sign : box.sign;
    const value = { mailbox: box.id, author, number, letter, teamKey: key.id };
    const mark = await writeMark(this.suite, sign ?? bytes(0), value);
    box.markBytes.push(mark);
    box.marks.set(`${author} ${number} ${hex(letter)}`, { author, number, letter: hex(letter) });
  }

  key(id: Uint8Array): Made | undefined {
    return this.keys.find((one) => one.id === hex(id));
  }
}
