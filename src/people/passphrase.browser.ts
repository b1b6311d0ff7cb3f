import { fail, ok, type Result } from "../platform/result.ts";
import { ARGON2, splitPassphrase, type Suite } from "../protocol/index.ts";
import { ourWorker } from "../ui/our-worker.browser.ts";
// oxlint-disable-next-line import/default -- the build makes it: the address of the built worker
import workerUrl from "./stretch.worker.browser.ts?worker&url";
import type { StretchRequest } from "./stretch.worker.browser.ts";

export interface PassphraseKeys {
  /** Finds the row; the server keeps its hash. */
  readonly lookup: Uint8Array;
  /** Shown to the server. */
  readonly auth: Uint8Array;
  /** Opens the wrap; stays here. */
  readonly wrap: Uint8Array;
}

/** Small letters and single blanks: what she remembers, not how she typed it. */
const plainName = (name: string): string =>
  name.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ");

/** The host is part of the salt, so that the same passphrase at two jours gives two keys. */
export async function passphraseKeys(
  suite: Suite,
  typed: { readonly host: string; readonly name: string; readonly passphrase: string },
): Promise<Result<PassphraseKeys, "stretch-failed">> {
  const identified = JSON.stringify([typed.host, plainName(typed.name)]);
  const digest = await suite.sha256(new TextEncoder().encode(identified));
  const stretched = await stretch({
    passphrase: typed.passphrase,
    salt: digest.slice(0, ARGON2.salt),
  });
  if (!stretched) return fail("stretch-failed");
  const { auth, wrap } = await splitPassphrase(suite, stretched);
  return ok({ lookup: digest, auth, wrap });
}

function stretch(request: StretchRequest): Promise<Uint8Array | null> {
  const worker = ourWorker(workerUrl);
  return new Promise<Uint8Array | null>((resolve) => {
    worker.addEventListener("error", () => resolve(null));
    worker.addEventListener("message", ({ data }: MessageEvent<Uint8Array | null>) => {
      resolve(data);
    });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

const CONSONANTS = "bdfghjklmnprstvz";
const VOWELS = "aeio";

/** Five made-up words that can be said aloud: 6 random bits a syllable, 90 in all. */
export function newPassphrase(suite: Suite): string {
  const syllables = Array.from(suite.random(15), (byte) => {
    const consonant = CONSONANTS[byte & 15] ?? "";
    return consonant + (VOWELS[(byte >> 4) & 3] ?? "");
  });
  const words = [0, 3, 6, 9, 12].map((at) => syllables.slice(at, at + 3).join(""));
  return words.join(" ");
}

/** Shorter ones are refused. Longer ones can be guessed too, when they are quotations: the page says so. */
export const SHORTEST_PASSPHRASE = 16;
