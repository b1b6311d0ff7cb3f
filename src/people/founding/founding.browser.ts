import { uuidBytes } from "../../platform/ids.ts";
import { ok, type Result } from "../../platform/result.ts";
import { encodeInvitation, invitationKeys, toBase64url } from "../../protocol/index.ts";
import type { MadeInvitation } from "../members.browser.ts";
import type { Staff } from "../staff.browser.ts";
import {
  foundingPaths as paths,
  type FoundingView,
  type MadeLink,
  type NewFounding,
  type NewLink,
} from "./contract.ts";

/** All zeros: there is no root yet, and whoever opens the link makes it. */
const NO_ROOT = new Uint8Array(32);

export const foundings = ({ api }: Staff): Promise<Result<FoundingView[]>> =>
  api.get<FoundingView[]>(paths.all);

/** The secret stands in the link alone: neither the server nor anybody else at the office is told. */
async function linkTo(
  { suite }: Staff,
  host: string,
  ask: (link: NewLink) => Promise<Result<MadeLink>>,
): Promise<Result<MadeInvitation>> {
  const id = crypto.randomUUID();
  const secret = suite.random(32);
  const { token } = await invitationKeys(suite, secret);
  const made = await ask({ id, token: toBase64url(token) });
  if (!made.ok) return made;
  const { jour, expiresAt } = made.value;
  const whom = { jour: uuidBytes(jour), id: uuidBytes(id), secret, fingerprint: NO_ROOT };
  const { protocol, port } = location;
  const origin = `${protocol}//${host}${port === "" ? "" : `:${port}`}`;
  const url = `${origin}/desk/#i=${encodeInvitation(whom)}`;
  return ok({ url, role: "coordinator", expiresAt });
}

export const inviteJour = (
  staff: Staff,
  name: string,
  host: string,
): Promise<Result<MadeInvitation>> =>
  linkTo(staff, host, (link) => {
    const body: NewFounding = { name, host, ...link };
    return staff.api.post<MadeLink>(paths.all, body);
  });

export const inviteAgain = (
  staff: Staff,
  { jour, host }: Pick<FoundingView, "jour" | "host">,
): Promise<Result<MadeInvitation>> =>
  linkTo(staff, host, (link) => staff.api.post<MadeLink>(`${paths.one}/${jour}/link`, link));

export const withdrawLink = ({ api }: Staff, jour: string): Promise<Result<unknown>> =>
  api.del(`${paths.one}/${jour}/link`);

export const removeUnfounded = ({ api }: Staff, jour: string): Promise<Result<unknown>> =>
  api.del(`${paths.one}/${jour}`);
