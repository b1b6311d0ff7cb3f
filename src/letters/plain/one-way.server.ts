import { hkdfSync } from "node:crypto";
import type { JourId } from "../../platform/database/index.server.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import {
  currentTeamKey,
  describeMailbox,
  type VerifiedTeamKey,
  writeLetter,
} from "../../protocol/letters/index.ts";
import type { TeamName } from "../contract.ts";
import type { LetterDeps } from "../deps.server.ts";
import { openMailbox } from "../first-letter.server.ts";
import type { Seekers } from "../seekers.server.ts";
import { WaitingLine } from "./waiting-line.server.ts";

type Refused = "busy" | "letters-closed" | "letter-refused" | "try-again";

/** A letter without script to which nobody comes back: no words are drawn, and the keys are forgotten at once. */
export type PlainSender = (
  at: { readonly jour: JourId; readonly face: string; readonly crowd: string },
  gone: AbortSignal,
  /** `once`: 32 random bytes of the page that was filled in; the same page sent again arrives once. */
  given: { readonly team: TeamName; readonly once: Uint8Array; readonly text: string },
) => Promise<Result<undefined, Refused>>;

/** In a line of their own: a flood of forms keeps out nobody who writes a letter. */
export function oneWay(deps: LetterDeps, seekers: Seekers): PlainSender {
  const line = new WaitingLine(deps.now);
  return async ({ jour, face, crowd }, gone, { team, once, text }) => {
    if (!(await line.enter(jour, crowd, gone))) return fail("busy");
    const key = await currentKey(deps, seekers, { jour, face, team });
    if (!key.ok) return key;
    const { token, mailbox, letter } = await sealed(deps, { jour, face, once, text }, key.value);
    const proof = null;
    const first = { kind: "plain", face, token, mailbox, letter, proof } as const;
    const opened = await openMailbox(deps, jour, first);
    // Another sealing of the same page is there already: it has arrived.
    if (opened.ok || opened.code === "changed-meanwhile") return ok();
    const isTold = opened.code === "letters-closed" || opened.code === "letter-refused";
    return fail(isTold ? opened.code : "try-again");
  };
}

async function currentKey(
  { suite, trust, now }: LetterDeps,
  seekers: Seekers,
  { jour, face, team }: { jour: JourId; face: string; team: TeamName },
): Promise<Result<VerifiedTeamKey, "letters-closed">> {
  const [{ teamKey }, trusted] = await Promise.all([seekers.start(jour, face, team), trust(jour)]);
  if (teamKey === null || !trusted) return fail("letters-closed");
  const statement = new Uint8Array(Buffer.from(teamKey, "base64url"));
  const checks = { jour: uuidBytes(jour), team, now: now() };
  const key = await currentTeamKey(suite, statement, trusted, checks);
  return key.ok ? key : fail("letters-closed");
}

const keyOf = (once: Uint8Array, what: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", once, "", `lykta letter of a plain form, ${what}`, 32));

async function sealed(
  { suite, now }: LetterDeps,
  given: { jour: JourId; face: string; once: Uint8Array; text: string },
  key: VerifiedTeamKey,
): Promise<{ token: Uint8Array; mailbox: Uint8Array; letter: Uint8Array }> {
  const [token, sign, seal] = ["token", "sign", "seal"].map((what) => keyOf(given.once, what));
  if (!token || !sign || !seal) throw new Error("three keys");
  const { id, mailbox, bytes } = await describeMailbox(suite, uuidBytes(given.jour), {
    sign,
    seal,
  });
  const letter = await writeLetter(suite, sign, {
    header: {
      ...{ mailbox: id, face: uuidBytes(given.face), author: "seeker", number: 1 },
      ...{ previous: new Uint8Array(32), teamKey: key.id, attachments: [] },
    },
    content: { at: now(), alias: "", code: "not-kept", text: given.text, attachments: [] },
    team: key.seal,
    seeker: mailbox.seal,
  });
  for (const secret of [sign, seal]) secret.fill(0);
  return { token, mailbox: bytes, letter };
}
