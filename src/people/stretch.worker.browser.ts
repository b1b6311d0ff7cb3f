// Stretching a passphrase takes a second and 128 MiB: beside the page, and only here may WebAssembly run.

import { stretchPassphrase } from "../protocol/index.browser.ts";

export interface StretchRequest {
  readonly passphrase: string;
  readonly salt: Uint8Array;
}

addEventListener("message", ({ data }: MessageEvent<StretchRequest>) => {
  stretchPassphrase(data.passphrase, data.salt)
    .then((stretched) => postMessage(stretched))
    .catch(() => postMessage(null));
});
