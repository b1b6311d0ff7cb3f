import { randomBytes, randomUUID } from "node:crypto";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import type { Actor, HostView } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { verifyChallenge } from "../protocol/index.ts";
import { hashOf } from "./challenge.server.ts";
import type { Finished, Me, Way } from "./contract.ts";
import { uuidBytes } from "../platform/ids.ts";
import type { Deps } from "./deps.server.ts";
import { findMember, type MemberRow } from "./members-store.server.ts";
import { findRecovery } from "./recovery/store.server.ts";
import {
  deleteSession,
  extendSession,
  findSession,
  insertSession,
  type SessionRow,
} from "./sessions-store.server.ts";

const LIVES_MS = 12 * 3_600_000;
/** An open desk asks every few minutes, so that an hour of silence means a closed one. */
const IDLE_MS = 3_600_000;
const RENEW_AFTER_MS = 5 * 60_000;

export type SignedInBy = Way | "enrolment";
const ways: readonly SignedInBy[] = ["passkey", "passphrase", "recovery", "enrolment"];

/** The prefix makes the browser itself refuse a cookie without TLS or for another path or domain. */
export const cookieName = (secure: boolean): string => (secure ? "__Host-lykta" : "lykta");

export function cookieHeader(secure: boolean, token: string, maxAgeSeconds: number): string {
  const tls = secure ? "; Secure" : "";
  return `${cookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${tls}`;
}

function tokenHashOf(deps: Deps, request: Request): Buffer | undefined {
  const name = cookieName(deps.secure);
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const token = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined;
  return hashOf(Buffer.from(token, "base64url"));
}

/** Who asks. A session is good on her own jour's hosts and nowhere else. */
export async function actorOf(deps: Deps, request: Request, host: HostView): Promise<Actor> {
  const session = host.jour && (await livingSession(deps, request, host.jour.id));
  if (!session) return { kind: "nobody" };
  const { member_id: memberId, role, teams, id: sessionId } = session;
  return { kind: "member", memberId, role, teams, sessionId };
}

function livingSession(
  deps: Deps,
  request: Request,
  jour: JourId,
): Promise<SessionRow | undefined> {
  const hash = tokenHashOf(deps, request);
  if (!hash) return Promise.resolve(undefined);
  const now = deps.now();
  return deps.database.tenant(jour, async (tx) => {
    const session = await findSession(tx, hash, new Date(now));
    if (session && session.idle_until.getTime() < now + IDLE_MS - RENEW_AFTER_MS)
      await extendSession(tx, session.id, new Date(now + IDLE_MS));
    return session;
  });
}

export function openChallenge(deps: Deps, jour: string, member: string, way: SignedInBy): string {
  const challenge = deps.challenges.make(jour, "identity", `${member} ${way}`);
  return Buffer.from(challenge).toString("base64url");
}

export interface FinishInput {
  readonly jour: JourId;
  readonly member: string;
  readonly challenge: Uint8Array;
  readonly answer: Uint8Array;
  /** The request, whose living session of the same woman is kept: she has only unlocked. */
  readonly request: Request;
}

type FinishCode = "challenge-invalid" | "not-recognised";

interface Sat {
  readonly answer: Finished;
  /** Null when hers stands, or when she does not sit down yet. */
  readonly cookie: string | null;
}

/** The last step of every way in: her identity has signed our challenge. */
export async function finish(deps: Deps, input: FinishInput): Promise<Result<Sat, FinishCode>> {
  const way = ways.find((one) =>
    deps.challenges.isOurs(input.challenge, input.jour, "identity", `${input.member} ${one}`),
  );
  if (!way) return fail("challenge-invalid");
  return deps.database.tenant(input.jour, async (tx) => {
    const member = await findMember(tx, input.member);
    if (!member) return fail("not-recognised");
    const coming = await findRecovery(tx, input.member);
    const isBack = coming !== undefined && (await signedBy(deps, input, coming.identity_key));
    if (!isBack && !(await signedBy(deps, input, member.identity_key)))
      return fail("not-recognised");
    if (isBack || member.status === "pending") {
      // Asked again and again while she waits: with a fresh one each time she need not begin anew.
      const awaiting = openChallenge(deps, input.jour, input.member, way);
      return ok({ answer: { awaiting }, cookie: null });
    }
    if (!(await deps.challenges.spend(tx, input.challenge))) return fail("challenge-invalid");
    const { me, cookie } = await begin(deps, tx, member, way, input.request);
    return ok({ answer: { me }, cookie });
  });
}

async function signedBy(
  { suite }: Deps,
  { answer, jour, member, challenge }: FinishInput,
  identity: Uint8Array,
): Promise<boolean> {
  const about = { jour: uuidBytes(jour), member: uuidBytes(member), challenge };
  return (await verifyChallenge(suite, answer, new Uint8Array(identity), about)).ok;
}

async function begin(
  deps: Deps,
  tx: TenantTx,
  member: MemberRow,
  way: SignedInBy,
  request: Request,
): Promise<{ me: Me; cookie: string | null }> {
  const now = deps.now();
  const idleUntil = new Date(now + IDLE_MS);
  const expiresAt = new Date(now + LIVES_MS);
  const hash = tokenHashOf(deps, request);
  const before = hash && (await findSession(tx, hash, new Date(now)));
  if (before?.member_id === member.id) {
    await extendSession(tx, before.id, idleUntil, expiresAt);
    return { me: { ...meOf(before), expiresAt: expiresAt.getTime() }, cookie: null };
  }
  // On a shared computer the one before her is signed out.
  if (before) {
    await deleteSession(tx, before.member_id, before.id);
    deps.signedOut(tx.jour, before.id);
  }
  const token = randomBytes(32);
  const id = randomUUID();
  const session = { id, member: member.id, way, startedAt: new Date(now), idleUntil, expiresAt };
  await insertSession(tx, { ...session, tokenHash: hashOf(token) });
  const me: Me = {
    member: member.id,
    name: member.name,
    role: member.role,
    teams: member.teams,
    session: id,
    expiresAt: expiresAt.getTime(),
    way,
  };
  return { me, cookie: cookieHeader(deps.secure, token.toString("base64url"), LIVES_MS / 1000) };
}

const meOf = (session: SessionRow): Me => ({
  member: session.member_id,
  name: session.name,
  role: session.role,
  teams: session.teams,
  session: session.id,
  expiresAt: session.expires_at.getTime(),
  way: session.way,
});

export async function whoIs(deps: Deps, request: Request, jour: JourId): Promise<Me | undefined> {
  const session = await livingSession(deps, request, jour);
  return session && meOf(session);
}

export async function signOut(deps: Deps, request: Request, jour: JourId): Promise<string> {
  const hash = tokenHashOf(deps, request);
  if (hash) {
    const session = await deps.database.tenant(jour, async (tx) => {
      const found = await findSession(tx, hash, new Date(deps.now()));
      if (found) await deleteSession(tx, found.member_id, found.id);
      return found;
    });
    if (session) deps.signedOut(jour, session.id);
  }
  return cookieHeader(deps.secure, "", 0);
}
