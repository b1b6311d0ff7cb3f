import { signal } from "@preact/signals";
import { expect } from "vitest";
import { paths } from "../../src/conversations/contract.ts";
import { openTalk, type Talk } from "../../src/conversations/talk.browser.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import { createSession, type Self } from "../../src/protocol/index.ts";
import { openSeeker } from "../factories/conversation-sides.server.ts";
import { bytes, suite } from "../factories/people.server.ts";
import { soon } from "../factories/soon.ts";
import type { Ground } from "./ground.server.ts";

/** A conversation with the code that the two browsers run: keys, checks, receipts. */
export interface RealTalk {
  readonly conversation: string;
  readonly seeker: Talk;
  readonly volunteer: Talk;
  close(): void;
}

export interface Ways {
  /** Called before each side connects: to lead it to a process. */
  readonly before?: (role: Self["role"]) => Promise<void>;
  /** The seeker's network knows no sockets. */
  readonly blocked?: boolean;
}

export async function openRealTalk(ground: Ground, ways: Ways = {}): Promise<RealTalk> {
  const { before = async () => undefined, blocked = false } = ways;
  await before("volunteer");
  const sara = await ground.volunteer(3);
  await soon(() => expect(sara.rooms.length).toBeGreaterThan(0));
  await before("seeker");
  const her = await openSeeker(ground.house, undefined, blocked);
  her.close();
  const { conversation } = her;
  await soon(async () =>
    expect(await sara.act(paths.take, { conversation })).toMatchObject({ status: 200 }),
  );
  const bundle = await ground.trust();
  const sessionOf = (self: Self) =>
    createSession({
      ...{ suite, self, conversation: bytes(conversation), trust: () => bundle },
      ...{ jour: uuidBytes(ground.jour), face: uuidBytes(ground.face), now: Date.now },
    });
  const common = { conversation, connected: signal(true) };
  const seeker = openTalk({
    ...{ ...common, link: her.link, role: "seeker" },
    session: await sessionOf({ role: "seeker" }),
  });
  const duty = { duty: sara.statement, dutySeed: sara.seed };
  const volunteer = openTalk({
    ...{ ...common, link: sara.link, role: "volunteer", hello: "take" },
    session: await sessionOf({ role: "volunteer", ...duty }),
  });
  const tab = await soon(() => {
    const [joining] = seeker.joining.value;
    if (!joining) throw new Error("nobody has come yet");
    return joining.tab;
  });
  await seeker.admit(tab);
  await soon(() => expect(seeker.members.value.length).toBeGreaterThan(1));
  await soon(() => expect(volunteer.members.value.length).toBeGreaterThan(1));
  return {
    ...{ conversation, seeker, volunteer },
    close() {
      for (const talk of [seeker, volunteer]) talk.erase();
      her.link.close();
      sara.link.close();
    },
  };
}

/** What stands on a screen, whoever said it, in the order of the log. */
export function wordsOf(talk: Talk): string[] {
  return talk.lines.value.flatMap((line) => (line.kind === "said" ? [line.text] : []));
}
