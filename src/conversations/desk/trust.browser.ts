import { fromBase64url, type TrustBundle } from "../../protocol/index.ts";
import type { DeskApi } from "../../shifts/index.browser.ts";
import { paths, type Trust } from "../contract.ts";

/** The newest chain and directory that the server gave; the session checks all of it itself. */
export class TrustSource {
  readonly fingerprint: () => Uint8Array | undefined;
  readonly #api: DeskApi;
  #bundle: TrustBundle = { log: [], directory: new Uint8Array(0) };

  /** `fingerprint`: of the root that this desk holds to, once it knows one. */
  constructor(api: DeskApi, fingerprint: () => Uint8Array | undefined) {
    this.#api = api;
    this.fingerprint = fingerprint;
  }

  readonly latest = (): TrustBundle => this.#bundle;

  /** Keeps the older one where the newer cannot be had. */
  async refresh(): Promise<void> {
    const answer = await this.#api.get<Trust>(paths.trust);
    if (!answer.ok || answer.value.directory === null) return;
    const log = answer.value.log.map(fromBase64url);
    const directory = fromBase64url(answer.value.directory);
    if (directory && log.every((entry) => entry !== undefined)) this.#bundle = { log, directory };
  }

  /** What a statement of duty names as the history that its author knew. */
  async logEnd(): Promise<Uint8Array | null> {
    await this.refresh();
    return this.#bundle.log.at(-1) ?? null;
  }
}
