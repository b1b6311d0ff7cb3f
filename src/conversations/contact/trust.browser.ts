import { fail, ok, type Result } from "../../platform/result.ts";
import { fromBase64url, type TrustBundle } from "../../protocol/index.ts";
import { paths, type Trust } from "../contract.ts";
import { type ApiCode, ask } from "./api.browser.ts";

/** A moment ago is now: she asks to come in, and somebody takes her at once. */
const NOW_MS = 5_000;

/** What volunteers are checked against. */
export class TrustSource {
  #bundle: TrustBundle = { log: [], directory: new Uint8Array() };
  #askedAt = Number.NEGATIVE_INFINITY;
  #answer: Promise<Result<undefined, ApiCode>> = Promise.resolve(ok());

  readonly latest = (): TrustBundle => this.#bundle;

  /** As it is now. */
  renew(): Promise<Result<undefined, ApiCode>> {
    const now = performance.now();
    if (now - this.#askedAt < NOW_MS) return this.#answer;
    this.#askedAt = now;
    this.#answer = this.#fetch();
    return this.#answer;
  }

  async #fetch(): Promise<Result<undefined, ApiCode>> {
    const trust = await ask<Trust>(paths.trust);
    const bundle = trust.ok && bundleOf(trust.value);
    if (bundle) this.#bundle = bundle;
    else this.#askedAt = Number.NEGATIVE_INFINITY;
    return !trust.ok ? trust : bundle ? ok() : fail("our-fault");
  }
}

function bundleOf({ log, directory }: Trust): TrustBundle | undefined {
  const entries = log.map((entry) => fromBase64url(entry));
  const bytes = fromBase64url(directory);
  if (!bytes || entries.includes(undefined)) return undefined;
  return { log: entries.flatMap((entry) => entry ?? []), directory: bytes };
}
