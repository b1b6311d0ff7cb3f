import { signal } from "@preact/signals";
import { openStage } from "../../src/conversations/rehearsal/stage.browser.ts";
import { openTalk, type Talk, type TalkOptions } from "../../src/conversations/talk.browser.ts";
import { createSession, type Self } from "../../src/protocol/index.ts";

/** A jour of one founder with two trained women, and conversations over a log in memory. */
export async function talkWorld() {
  const stage = await openStage(["Sara", "Kim"]);
  const { log } = stage;

  async function join(self: Self, more: Partial<TalkOptions> = {}): Promise<Talk> {
    return openTalk({
      link: log.link(),
      connected: signal(true),
      conversation: stage.conversation,
      role: self.role,
      session: await createSession(stage.session(self)),
      ...more,
    });
  }

  /** The same shift key may sit in a new tab: that is what a reload is. */
  const dutyOf = async (alias: string): Promise<Self> => {
    const { statement, seed } = await stage.dutyOf(alias);
    return { role: "volunteer", duty: statement, dutySeed: seed };
  };

  return { log, join, dutyOf };
}
