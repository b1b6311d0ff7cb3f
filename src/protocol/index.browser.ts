export { stretchPassphrase } from "./passphrase.browser.ts";
