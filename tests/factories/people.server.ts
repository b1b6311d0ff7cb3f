import { randomBytes, randomUUID } from "node:crypto";
import type { JourId } from "../../src/platform/database/index.server.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import {
  draftPublication,
  newMember,
  type Signer,
  type Wish,
} from "../../src/people/publication.ts";
import {
  answerChallenge,
  createIdentity,
  decodeInvitation,
  encodeInvitation,
  fromBase64url,
  type Identity,
  type Invitation,
  invitationKeys,
  makeEnrolment,
  publicIdentity,
  toBase64url,
} from "../../src/protocol/index.ts";
import { authenticator, type Authenticator } from "./authenticator.server.ts";
import { type Answer, api, type Desk, type HouseOfPeople, suite } from "./people-house.server.ts";

export {
  type Answer,
  api,
  Desk,
  type HouseOfPeople,
  houseOfPeople,
  suite,
} from "./people-house.server.ts";

/** A woman with her identity and her device, as her browser would hold them. */
export interface Woman {
  readonly desk: Desk;
  readonly identity: Identity;
  readonly member: string;
  readonly device: Authenticator;
  readonly recovery: string;
  readonly invitation: Invitation;
  readonly token: string;
}

export interface EnrolAs {
  readonly name?: string;
  readonly passphrase?: { readonly lookup: string; readonly auth: string };
}

export const secret = (): string => randomBytes(32).toString("base64url");
export const sealed = "c2VhbGVk";

/** Opens the invitation, makes keys and enrols; gives the answer too, for those who are refused. */
export async function enrol(
  desk: Desk,
  fragment: string,
  { name = "Anna", passphrase }: EnrolAs = {},
): Promise<{
  woman: Woman;
  answer: Answer<{ challenge: string; pending: string; error: string }>;
}> {
  const invitation = decodeInvitation(fragment);
  const keys = await invitationKeys(suite, invitation.secret);
  const token = toBase64url(keys.token);
  const invited = await desk.post<{ member: string; passkey: unknown }>(`${api}/invited`, {
    token,
  });
  const member = invited.body.member ?? randomUUID();
  const identity = createIdentity(suite);
  const device = authenticator({ origin: `http://${desk.host}`, rpId: desk.host });
  const recovery = secret();
  const enrolment = await makeEnrolment(suite, invitation, uuidBytes(member), identity);
  const passkey = invited.body.passkey
    ? [
        {
          kind: "passkey",
          label: "Telefonen",
          sealed,
          registration: device.register(invited.body.passkey),
        },
      ]
    : [{ kind: "passphrase", lookup: secret(), auth: secret(), sealed }];
  const ways = [
    ...passkey,
    { kind: "recovery", lookup: recovery, sealed },
    ...(passphrase ? [{ kind: "passphrase", ...passphrase, sealed }] : []),
  ];
  const body = { token, name, enrolment: toBase64url(enrolment), ways };
  const answer = await desk.post<{ challenge: string; pending: string; error: string }>(
    `${api}/enrol`,
    body,
  );
  return { woman: { desk, identity, member, device, recovery, invitation, token }, answer };
}

/** Signs the challenge of a sign-in; the cookie lands in her desk. */
export async function finish(
  woman: Woman,
  challenge: string,
  jour: JourId,
): Promise<Answer<{ me?: { role: string }; awaiting?: string; error?: string }>> {
  const answer = await answerChallenge(suite, woman.identity.sign, {
    jour: uuidBytes(jour),
    member: uuidBytes(woman.member),
    challenge: bytes(challenge),
  });
  const body = { member: woman.member, challenge, answer: toBase64url(answer) };
  return woman.desk.post(`${api}/sign-in/finish`, body);
}

/** Comes in with her passkey. */
export async function signIn(woman: Woman, house: HouseOfPeople): Promise<Answer> {
  const options = await woman.desk.post(`${api}/sign-in/passkey/options`, {});
  const assertion = woman.device.assert(options.body);
  const opened = await woman.desk.post<{ challenge: string }>(`${api}/sign-in/passkey`, {
    assertion,
  });
  return finish(woman, opened.body.challenge, house.jour);
}

export const bytes = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array(0);

export async function currentTrust(desk: Desk): Promise<Wish["current"]> {
  const { body } = await desk.get<{ log: string[]; directory: string | null }>(
    "/contact/api/trust",
  );
  return {
    log: body.log.map(bytes),
    directory: body.directory === null ? null : bytes(body.directory),
  };
}

export interface Signing extends Partial<Wish> {
  readonly signer: Signer;
}

/** What a browser would send, signed as told. */
export async function publication(
  desk: Desk,
  house: HouseOfPeople,
  signing: Signing,
): Promise<{ after: number; entries: string[]; directory: string }> {
  const draft = await draftPublication(suite, {
    jour: uuidBytes(house.jour),
    now: house.clock.now,
    current: await currentTrust(desk),
    members: (before) => before,
    ...signing,
  });
  const { after, entries, directory } = draft;
  return { after, entries: entries.map(toBase64url), directory: toBase64url(directory) };
}

export async function lineOf(woman: Woman, role: "volunteer" | "coordinator", now: number) {
  const keys = await publicIdentity(suite, woman.identity);
  return newMember({ id: uuidBytes(woman.member), role, ...keys }, now);
}

/** A founded jour with her first coordinator at her desk. */
export async function foundedBy(house: HouseOfPeople, name = "Majken"): Promise<Woman> {
  const fragment = await house.people.found(house.jour);
  if (!fragment.ok) throw new Error(fragment.code);
  const { woman, answer } = await enrol(house.desk(), fragment.value, { name });
  const line = await lineOf(woman, "coordinator", house.clock.now);
  const signer = { delegate: woman.identity.sign, root: woman.identity.sign };
  const signed = await publication(woman.desk, house, { signer, members: () => [line] });
  await woman.desk.post(`${api}/countersign`, { token: woman.token, ...signed });
  await finish(woman, answer.body.challenge, house.jour);
  return woman;
}

/** An invitation as the coordinator's page makes it. */
export async function invitedBy(
  coordinator: Woman,
  house: HouseOfPeople,
  role: "volunteer" | "coordinator" = "volunteer",
): Promise<string> {
  const id = randomUUID();
  const seed = suite.random(32);
  const { token } = await invitationKeys(suite, seed);
  await coordinator.desk.post(`${api}/invitations`, { id, token: toBase64url(token), role });
  const [first] = (await currentTrust(coordinator.desk)).log;
  const fingerprint = await suite.sha256(first ?? new Uint8Array(0));
  return encodeInvitation({
    jour: uuidBytes(house.jour),
    id: uuidBytes(id),
    secret: seed,
    fingerprint,
  });
}

export const signerOf = (woman: Woman, withRoot = true): Signer => ({
  delegate: woman.identity.sign,
  ...(withRoot ? { root: woman.identity.sign } : {}),
});

/** Enrolled, countersigned and signed in. */
export async function joined(
  coordinator: Woman,
  house: HouseOfPeople,
  role: "volunteer" | "coordinator" = "volunteer",
  as: EnrolAs = {},
): Promise<Woman> {
  const fragment = await invitedBy(coordinator, house, role);
  const { woman, answer } = await enrol(house.desk(), fragment, as);
  const line = await lineOf(woman, role, house.clock.now);
  const signed = await publication(coordinator.desk, house, {
    signer: signerOf(coordinator),
    members: (before) => [...before, line],
  });
  await coordinator.desk.ask("PUT", `${api}/trust`, signed);
  await finish(woman, answer.body.challenge, house.jour);
  return woman;
}
