import type { Result } from "../platform/result.ts";
import { uuidBytes } from "../platform/ids.ts";
import { type NewWay, peoplePaths as paths } from "./contract.ts";
import { type Choice, makeWay, recoveryWay } from "./enrol.browser.ts";
import type { Staff } from "./staff.browser.ts";

/** One more way to open her identity, made while she is signed in. */
export async function addWay(staff: Staff, choice: Choice): Promise<Result<unknown>> {
  const options =
    choice.kind === "passkey" ? await staff.api.post(paths.myPasskeyOptions, {}) : undefined;
  if (options && !options.ok) return options;
  const me = staff.me.value;
  const way = await makeWay(staff, {
    choice,
    name: me?.name ?? "",
    member: uuidBytes(me?.member ?? ""),
    identity: staff.identity,
    passkey: options?.value,
  });
  return way.ok ? put(staff, way.value) : way;
}

/** The new code takes the place of the old one when this has gone well. */
export async function changeRecoveryCode(staff: Staff, code: string): Promise<Result<unknown>> {
  const member = uuidBytes(staff.me.value?.member ?? "");
  return put(staff, await recoveryWay(staff, code, member, staff.identity));
}

const put = (staff: Staff, way: NewWay): Promise<Result<unknown>> =>
  staff.api.post(paths.myWays, { way });
