// Stretching the words takes up to a second or two and 19 MiB: beside the page, where WebAssembly may run.

import { stretchCode } from "../../protocol/stretch-code.browser.ts";

export interface StretchRequest {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
}

addEventListener("message", ({ data }: MessageEvent<StretchRequest>) => {
  stretchCode(data.password, data.salt)
    .then((stretched) => postMessage(stretched))
    .catch(() => postMessage(null));
});
