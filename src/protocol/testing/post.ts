import { argon2id } from "hash-wasm";
import { CODE_ARGON2, deriveMailbox, newReturnCode } from "../letters/code.ts";
import type { MailboxKeys, Stretch } from "../letters/code.ts";
import type { LetterContent, LetterHeader } from "../letters/objects.ts";
import { makeTeamKey, teamSeeds, verifyTeamKey } from "../letters/team-key.ts";
import type { TeamSeeds, VerifiedTeamKey } from "../letters/team-key.ts";
import { describeMailbox, writeLetter } from "../letters/write.ts";
import { draftDelegate, makeEntry } from "../trust/make.ts";
import { verifyTrust } from "../trust/verify.ts";
import { bytes, DAY, HOUR } from "./world.ts";
import type { World } from "./world.ts";

export const stretch: Stretch = (password, salt) =>
  argon2id({
    password,
    salt,
    memorySize: CODE_ARGON2.memory,
    iterations: CODE_ARGON2.passes,
    parallelism: CODE_ARGON2.lanes,
    hashLength: CODE_ARGON2.length,
    outputType: "binary",
  });

/** Another delegate's name in the log, for that time. */
export async function nameDelegate(
  world: World,
  seed: Uint8Array,
  { at, until }: { at: number; until: number },
): Promise<void> {
  const { suite, jour, custodians, log } = world;
  const key = await suite.ed25519.publicKey(seed);
  const draft = draftDelegate({ jour, previous: await world.head(), at, key, until });
  log.push(await makeEntry(suite, "delegate", draft, custodians.slice(0, 2)));
}

export interface TeamKeyAtHand extends TeamSeeds {
  statement: Uint8Array;
  seed: Uint8Array;
  key: VerifiedTeamKey;
}

/** A key of the letter team as the delegate of this world vouches for it. */
export async function teamKeyOf(
  world: Pick<World, "suite" | "jour" | "now" | "delegate" | "trust">,
  change: Partial<{
    number: number;
    at: number;
    until: number;
    seed: Uint8Array;
    by: Uint8Array;
    team: string;
  }> = {},
): Promise<TeamKeyAtHand> {
  const { suite, jour, now } = world;
  const { seed = bytes(0x51), by = world.delegate, team = "letters", ...times } = change;
  const statement = await makeTeamKey(suite, by, seed, {
    jour,
    team,
    number: 1,
    at: now - HOUR,
    until: now + 7 * DAY,
    ...times,
  });
  const trust = await verifyTrust(suite, world.trust, { jour, now });
  if (!trust.ok) throw new Error(trust.code);
  const key = await verifyTeamKey(suite, statement, trust.value, { jour, team });
  if (!key.ok) throw new Error(key.code);
  return { statement, seed, key: key.value, ...(await teamSeeds(suite, seed)) };
}

export interface Box {
  words: string[];
  keys: MailboxKeys;
  id: Uint8Array;
  bytes: Uint8Array;
  /** What the server holds, in its order. */
  letters: Uint8Array[];
  write(author: "seeker" | "team", text: string, change?: Change): Promise<Uint8Array>;
}
type Change = Partial<LetterHeader> & { signer?: Uint8Array; keep?: boolean; sealTo?: Uint8Array };

/** A mailbox between her and the team. */
export async function mailboxOf(
  world: Pick<World, "suite" | "jour" | "face" | "now">,
  team: TeamKeyAtHand,
): Promise<Box> {
  const { suite, jour, face, now } = world;
  const words = await newReturnCode(suite, "sealed");
  const keys = await deriveMailbox(suite, stretch, jour, "sealed", words);
  const { id, mailbox, bytes: object } = await describeMailbox(suite, jour, keys);
  const letters: Uint8Array[] = [];
  return {
    ...{ words, keys, id, letters, bytes: object },
    async write(author, text, { signer, keep = true, sealTo = team.key.seal, ...change } = {}) {
      const last = letters.at(-1);
      const header: LetterHeader = {
        ...{ mailbox: id, face, author, number: letters.length + 1 },
        previous: last ? await suite.sha256(last) : bytes(0),
        teamKey: team.key.id,
        attachments: [],
        ...change,
      };
      const content: LetterContent = {
        at: now,
        alias: author === "team" ? "Anna" : "",
        text,
        code: "kept",
        attachments: [],
      };
      const seed = signer ?? (author === "team" ? team.sign : keys.sign);
      const written = await writeLetter(suite, seed, {
        header,
        content,
        team: sealTo,
        seeker: mailbox.seal,
      });
      if (keep) letters.push(written);
      return written;
    },
  };
}
