import { fail, type Result } from "../platform/result.ts";
import { attempt, deriveRecovery, toBase64url, type WrapKind } from "../protocol/index.ts";
import { type Opened, peoplePaths as paths } from "./contract.ts";
import { usePasskey } from "./passkey.browser.ts";
import { passphraseKeys } from "./passphrase.browser.ts";
import { keepPins } from "./pins.browser.ts";
import type { OpenCode, Staff } from "./staff.browser.ts";

type Opening = Promise<Result<undefined, OpenCode>>;

export async function signInByPasskey(staff: Staff): Opening {
  const options = await staff.api.post(paths.passkeyOptions, {});
  if (!options.ok) return options;
  const used = await usePasskey(options.value);
  if (!used.ok) return used;
  const { assertion, secret } = used.value;
  const opened = await staff.api.post<Opened>(paths.passkey, { assertion });
  return opened.ok ? openWith(staff, opened.value, { kind: "passkey", secret }) : opened;
}

export async function signInByPassphrase(staff: Staff, name: string, passphrase: string): Opening {
  const { host } = staff.entrance;
  const keys = await passphraseKeys(staff.suite, { host, name, passphrase });
  if (!keys.ok) return keys;
  const { lookup, auth, wrap } = keys.value;
  const shown = { lookup: toBase64url(lookup), auth: toBase64url(auth) };
  const opened = await staff.api.post<Opened>(paths.passphrase, shown);
  return opened.ok ? openWith(staff, opened.value, { kind: "passphrase", secret: wrap }) : opened;
}

export async function signInByRecovery(staff: Staff, code: string): Opening {
  const keys = await attempt(() => deriveRecovery(staff.suite, code));
  if (!keys.ok) return keys;
  const { lookup, wrap } = keys.value;
  const opened = await staff.api.post<Opened>(paths.recovery, { lookup: toBase64url(lookup) });
  return opened.ok ? openWith(staff, opened.value, { kind: "recovery", secret: wrap }) : opened;
}

/** Sits down, unless the jour that the server shows is not the one that her wrap remembers. */
async function openWith(
  staff: Staff,
  opened: Opened,
  under: { readonly kind: WrapKind; readonly secret: Uint8Array },
): Opening {
  const wasLocked = staff.me.value !== null;
  const open = await staff.open(opened, under);
  const kept = open.ok && staff.me.value ? await keepPins(staff, opened, under) : open;
  under.secret.fill(0);
  if (kept.ok) return open;
  if (!open.ok) return open;
  if (wasLocked) staff.lock("asked");
  else {
    await staff.api.post(paths.signOut, {});
    staff.leave();
  }
  return fail(kept.code);
}
