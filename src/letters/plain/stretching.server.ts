import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { CODE_ARGON2 } from "../../protocol/letters/code.ts";
import type { Stretch } from "../../protocol/letters/index.ts";

/** In one lane at once, the one that is worked at included: about a second of waiting. */
const MOST_IN_LANE = 16;
/** A worker that is not needed goes, and with it the memory in which words were stretched. */
const IDLE_MS = 5000;

/** As text, so that source, tests and the built server run the very same. Words are overwritten there too. */
const PROGRAM = `
const { parentPort, workerData } = require("node:worker_threads");
const { argon2id } = require(workerData.library);
parentPort.on("message", async ({ password, salt }) => {
  const stretched = await argon2id({ ...workerData.how, password, salt }).catch(() => null);
  password.fill(0);
  parentPort.postMessage(stretched);
  if (stretched) stretched.fill(0);
});
`;

const workerData = {
  library: createRequire(import.meta.url).resolve("hash-wasm"),
  how: {
    memorySize: CODE_ARGON2.memory,
    iterations: CODE_ARGON2.passes,
    parallelism: CODE_ARGON2.lanes,
    hashLength: CODE_ARGON2.length,
    outputType: "binary",
  },
};

export interface PlaceInLane {
  readonly stretch: Stretch;
  /** Overwrites what was stretched. */
  leave(): void;
}

/** Argon2 beside the main thread, one after the other: who comes when a lane is full is told so at once. */
export class Lane {
  #inside = 0;
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  enter(): PlaceInLane | undefined {
    if (this.#inside >= MOST_IN_LANE) return undefined;
    this.#inside++;
    const made: Uint8Array[] = [];
    return {
      stretch: async (password, salt) => {
        const turn = this.#last.then(() => this.#work(password, salt));
        this.#last = turn.catch(() => undefined);
        const stretched = await turn;
        made.push(stretched);
        return stretched;
      },
      leave: () => {
        this.#inside--;
        for (const bytes of made) bytes.fill(0);
      },
    };
  }

  async #work(password: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= new Worker(PROGRAM, { eval: true, workerData }));
    try {
      return await answerOf(worker, { password, salt });
    } catch (error) {
      this.#dismiss();
      throw error;
    } finally {
      password.fill(0);
      this.#idle = setTimeout(() => this.#dismiss(), IDLE_MS).unref();
    }
  }

  #dismiss(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
  }
}

function answerOf(worker: Worker, asked: object): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const heard = (stretched: Uint8Array | null): void => {
      worker.off("error", failed);
      if (stretched) resolve(stretched);
      else reject(new Error("the words could not be stretched"));
    };
    const failed = (error: Error): void => {
      worker.off("message", heard);
      reject(error);
    };
    worker.once("message", heard).once("error", failed);
    worker.ref();
    worker.postMessage(asked);
  }).finally(() => worker.unref()) as Promise<Uint8Array>;
}
