import type { Stretch } from "../../protocol/letters/index.ts";
import { ourWorker } from "../../ui/our-worker.browser.ts";
// oxlint-disable-next-line import/default -- the build makes it: the address of the built worker
import workerUrl from "./stretch.worker.browser.ts?worker&url";

export const stretch: Stretch = (password, salt) => {
  const worker = ourWorker(workerUrl);
  return new Promise<Uint8Array>((resolve, reject) => {
    const failed = (): void => reject(new Error("the words could not be stretched"));
    worker.addEventListener("error", failed);
    worker.addEventListener("message", ({ data }: MessageEvent<Uint8Array | null>) => {
      if (data) resolve(data);
      else failed();
    });
    worker.postMessage({ password, salt });
  }).finally(() => worker.terminate());
};
