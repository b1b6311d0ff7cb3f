import { concat } from "../bytes.ts";
import { sealBox } from "../letters/box.ts";
import { LABEL } from "../letters/labels.ts";
import { letter, letterContent, letterHeader } from "../letters/objects.ts";
import { bytes } from "../testing/world.ts";
import { compose, keyOf } from "./letters-mail.ts";
import type { Box, ToWrite } from "./letters-mail.ts";

const answer = { author: "team", text: "Kom till Storgatan 1" } as const;
const more: ToWrite = { author: "seeker", text: "Hos en vän." };

/** Second letters of a mailbox that are not what they should be, and one that follows such a letter. */
export async function forgeries(whole: Box) {
  const box = { ...whole, letters: whole.letters.slice(0, 1) };
  const altered = await recommitted(box);
  const behind = { ...box, letters: [...box.letters, altered] };
  const attachments = [{ id: bytes(9, 16), chunks: 1 }];
  return {
    stranger: await compose(box, { ...answer, signer: bytes(0x99) }),
    unknown: await compose(box, { ...answer, header: { teamKey: bytes(9) } }),
    unnamed: await compose(box, { ...answer, key: 1 }),
    altered,
    next: await compose(behind, { author: "seeker", text: "Fick ni mitt brev?" }),
    twice: await twoTexts(box),
    listed: await compose(box, { ...more, header: { attachments } }),
    longer: await longer(box),
  };
}

async function recommitted(box: Box): Promise<Uint8Array> {
  const value = letter.peek(await compose(box, more));
  return letter.make(box.world.suite, box.sign, { ...value, commitment: bytes(9) });
}

/** Sealed to each of the two readers with another secret. */
async function twoTexts(box: Box): Promise<Uint8Array> {
  const one = letter.peek(await compose(box, { ...more, text: "För teamet." }));
  const { toSeeker } = letter.peek(await compose(box, { ...more, text: "För henne." }));
  return letter.make(box.world.suite, box.sign, { ...one, toSeeker });
}

/** A byte behind the content, in a box that is as it should be. */
async function longer(box: Box): Promise<Uint8Array> {
  const { suite, now } = box.world;
  const value = letter.peek(await compose(box, more));
  const readers = [keyOf(box).key.seal, await suite.xwing.publicKey(box.seal)];
  const content = letterContent.encode({
    at: now,
    alias: "",
    code: "kept",
    text: more.text,
    attachments: [],
  });
  const clear = concat(content, bytes(0, 1));
  const header = letterHeader.encode(value.header);
  const { keys, ...sealed } = await sealBox(suite, LABEL.letterKey, header, readers, clear);
  const [toTeam = value.toTeam, toSeeker = value.toSeeker] = keys;
  return letter.make(suite, box.sign, { ...value, ...sealed, toTeam, toSeeker });
}
