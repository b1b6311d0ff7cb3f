import type { Result } from "../platform/result.ts";
import { attempt, deriveRecovery, toBase64url } from "../protocol/index.ts";
import { type Opened, peoplePaths as paths } from "./contract.ts";
import { usePasskey } from "./passkey.browser.ts";
import { passphraseKeys } from "./passphrase.browser.ts";
import type { OpenCode, Staff } from "./staff.browser.ts";

type Opening = Promise<Result<undefined, OpenCode>>;

export async function signInByPasskey(staff: Staff): Opening {
  const options = await staff.api.post(paths.passkeyOptions, {});
  if (!options.ok) return options;
  const used = await usePasskey(options.value);
  if (!used.ok) return used;
  const { assertion, secret } = used.value;
  const opened = await staff.api.post<Opened>(paths.passkey, { assertion });
  return opened.ok ? staff.open(opened.value, { kind: "passkey", secret }) : opened;
}

export async function signInByPassphrase(staff: Staff, name: string, passphrase: string): Opening {
  const { host } = staff.entrance;
  const keys = await passphraseKeys(staff.suite, { host, name, passphrase });
  if (!keys.ok) return keys;
  const { lookup, auth, wrap } = keys.value;
  const shown = { lookup: toBase64url(lookup), auth: toBase64url(auth) };
  const opened = await staff.api.post<Opened>(paths.passphrase, shown);
  return opened.ok ? staff.open(opened.value, { kind: "passphrase", secret: wrap }) : opened;
}

export async function signInByRecovery(staff: Staff, code: string): Opening {
  const keys = await attempt(() => deriveRecovery(staff.suite, code));
  if (!keys.ok) return keys;
  const { lookup, wrap } = keys.value;
  const opened = await staff.api.post<Opened>(paths.recovery, { lookup: toBase64url(lookup) });
  return opened.ok ? staff.open(opened.value, { kind: "recovery", secret: wrap }) : opened;
}
