// From a chat to letters: fetched only when she turns to them.

import type { LetterRoom, LetterRoomOptions } from "../../letters/index.browser.ts";
import { ok } from "../../platform/result.ts";
import { createSuite } from "../../protocol/index.ts";
import type { FaceView } from "../../site/index.ts";
import type { Line } from "../talk-lines.ts";
import { ask } from "./api.browser.ts";
import { beginTask } from "./early.browser.ts";
import { uuidBytes } from "./knocking.browser.ts";
import { TrustSource } from "./trust.browser.ts";

/** `text`: what stands in the field already. */
export async function fetchLetterRoom(
  { jour, face, language }: FaceView,
  text: string,
  pass: string | undefined,
  team: LetterTeam,
): Promise<LetterRoom> {
  const { onlyLetters, openLetterRoom } = await import("../../letters/index.browser.ts");
  const [trust, suite] = [new TrustSource(), await createSuite()];
  return openLetterRoom({
    ...{ suite, jour: uuidBytes(jour.id), face: uuidBytes(face.id) },
    ...{ language, text, team },
    purposeOf: async (of) =>
      of === "letters"
        ? onlyLetters
        : (await import("./purposes.browser.ts")).fetchPurpose(of, { ask, suite }),
    ask,
    async fetchTrust() {
      const renewed = await trust.renew();
      return renewed.ok ? ok(trust.latest()) : renewed;
    },
    prove(onProgress) {
      const task = beginTask(pass);
      task.follow(onProgress);
      return task.proof;
    },
  });
}

export type LetterTeam = LetterRoomOptions["team"];

/** All that she has written, sent or not, as one letter. */
export function wordsOf(lines: readonly Line[], draft: string): string {
  const said = lines.flatMap((line) => (line.kind === "said" && line.mine ? [line.text] : []));
  return [...said, draft].filter((part) => part.trim() !== "").join("\n\n");
}
