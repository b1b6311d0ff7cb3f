import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Challenges, Purpose } from "./challenge.server.ts";
import type { WayRow } from "./ways-store.server.ts";

/** Where a passkey lives: its RP ID is the jour's own host, and only the desk's origin may use it. */
export interface PasskeySite {
  readonly jour: string;
  readonly jourName: string;
  readonly rpId: string;
  readonly origin: string;
}

/** As `schemas.server.ts` lets it in: without extension results. */
export interface PostedCredential<Response> {
  readonly id: string;
  readonly rawId: string;
  readonly type: "public-key";
  readonly response: Response;
}
export type PostedRegistration = PostedCredential<{
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports?: string[] | undefined;
}>;
export type PostedAssertion = PostedCredential<{
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle?: string | undefined;
}>;

/** Ed25519, ES256, RS256: what passkeys speak. */
const ALGORITHMS = [-8, -7, -257];

export function registrationOptions(
  challenges: Challenges,
  site: PasskeySite,
  member: string,
  known: readonly WayRow[],
): Promise<unknown> {
  return generateRegistrationOptions({
    rpName: site.jourName,
    rpID: site.rpId,
    // The browser puts her name in: the passkey chooser of her device shows it.
    userName: site.jourName,
    userID: new Uint8Array(Buffer.from(member.replaceAll("-", ""), "hex")),
    challenge: plain(challenges.make(site.jour, "register-passkey", member)),
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known
      .filter((way) => way.kind === "passkey")
      .map((way) => ({ id: way.lookup.toString("base64url"), transports: way.transports ?? [] })),
  });
}

export function signInOptions(challenges: Challenges, site: PasskeySite): Promise<unknown> {
  return generateAuthenticationOptions({
    rpID: site.rpId,
    challenge: plain(challenges.make(site.jour, "sign-in-passkey")),
    userVerification: "required",
  });
}

export interface NewPasskey {
  readonly lookup: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly challenge: Uint8Array;
}

export async function checkRegistration(
  challenges: Challenges,
  site: PasskeySite,
  member: string,
  posted: PostedRegistration,
): Promise<Result<NewPasskey, "passkey-refused">> {
  const challenge = challengeOf(posted.response.clientDataJSON);
  if (!isOurs(challenges, challenge, site, "register-passkey", member))
    return fail("passkey-refused");
  const { transports, ...response } = posted.response;
  const verified = await verifyRegistrationResponse({
    response: { ...posted, response, clientExtensionResults: {} },
    expectedChallenge: challenge.toString("base64url"),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined);
  if (!verified?.verified) return fail("passkey-refused");
  const { credential } = verified.registrationInfo;
  return ok({
    lookup: Buffer.from(credential.id, "base64url"),
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: transports ?? [],
    challenge,
  });
}

export async function checkAssertion(
  challenges: Challenges,
  site: PasskeySite,
  way: WayRow,
  posted: PostedAssertion,
): Promise<Result<{ counter: number; challenge: Uint8Array }, "passkey-refused">> {
  const challenge = challengeOf(posted.response.clientDataJSON);
  if (!isOurs(challenges, challenge, site, "sign-in-passkey")) return fail("passkey-refused");
  if (!way.public_key) return fail("passkey-refused");
  const { userHandle, ...response } = posted.response;
  const verified = await verifyAuthenticationResponse({
    response: { ...posted, response, clientExtensionResults: {} },
    expectedChallenge: challenge.toString("base64url"),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    credential: {
      id: way.lookup.toString("base64url"),
      publicKey: plain(way.public_key),
      counter: way.counter ?? 0,
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  const handle = Buffer.from(userHandle ?? "", "base64url").toString("hex");
  const isHers = userHandle === undefined || handle === way.member_id.replaceAll("-", "");
  if (!verified?.verified || !isHers) return fail("passkey-refused");
  return ok({ counter: verified.authenticationInfo.newCounter, challenge });
}

function isOurs(
  challenges: Challenges,
  challenge: Buffer,
  site: PasskeySite,
  purpose: Purpose,
  subject?: string,
): boolean {
  return challenges.isOurs(new Uint8Array(challenge), site.jour, purpose, subject);
}

/** The challenge that the browser says it answered; empty when it says nothing readable. */
function challengeOf(clientDataJSON: string): Buffer {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    const challenge = (data as { challenge?: unknown }).challenge;
    return Buffer.from(typeof challenge === "string" ? challenge : "", "base64url");
  } catch {
    return Buffer.alloc(0);
  }
}

/** The library's types want bytes over a plain ArrayBuffer. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
