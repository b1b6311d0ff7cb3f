import { existsSync } from "node:fs";
import { ensurePrograms } from "./apt.mjs";
import { fail } from "./ready.mjs";

/** `npm run test:mail`: mail fetched, handed over and sent with real Postfix and Dovecot on the loopback. */
try {
  if (process.getuid?.() !== 0)
    throw new Error(
      "Postfix and Dovecot start only as root: run npm run test:mail as root, in a container.",
    );
  ensurePrograms("for tests with real mail servers", {
    postfix: () => existsSync("/usr/sbin/postfix"),
    "dovecot-imapd": () => existsSync("/usr/lib/dovecot/imap"),
    "dovecot-lmtpd": () => existsSync("/usr/lib/dovecot/lmtp"),
  });
} catch (error) {
  fail(`${error.message}\n0 passed, 1 failed`);
}
process.argv.push("--config", "vitest.mail.config.ts");
await import("./test.mjs");
