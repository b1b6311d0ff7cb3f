import { randomUUID } from "node:crypto";
import type { JourId } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import {
  CONVERSATIONS,
  createIdentity,
  type Invitation,
  makeEnrolment,
  publicIdentity,
} from "../protocol/index.ts";
import { hashOf } from "./challenge.server.ts";
import { type Deps, monthOf } from "./deps.server.ts";
import { type DemoKeys, speaksAlone } from "./founding.server.ts";
import { insertPending } from "./members-store.server.ts";
import { draftPublication, newMember } from "./publication.ts";
import { publish, storedTrust } from "./trust.server.ts";

/**
 * Colleagues for a demo, by name. Their keys are thrown away here: nobody can sign in as one of them,
 * and nothing can be opened that is sealed to them.
 */
export async function inventColleagues(
  deps: Deps,
  jour: JourId,
  keys: DemoKeys,
  names: readonly string[],
): Promise<string[]> {
  const made: string[] = [];
  for (const name of names) made.push(await invent(deps, jour, keys, name));
  return made;
}

async function invent(deps: Deps, jour: JourId, keys: DemoKeys, name: string): Promise<string> {
  const { suite, database, now } = deps;
  const id: string = randomUUID();
  const [member, place] = [uuidBytes(id), uuidBytes(jour)];
  const identity = createIdentity(suite);
  const { identity: identityKey, seal: sealKey } = await publicIdentity(suite, identity);
  const invitation: Invitation = {
    ...{ jour: place, id: uuidBytes(randomUUID()), secret: suite.random(32) },
    fingerprint: new Uint8Array(32),
  };
  const enrolment = await makeEnrolment(suite, invitation, member, identity);
  const row = { id, name, role: "volunteer", enrolment, identityKey, sealKey } as const;
  const times = { month: monthOf(now()), pendingUntil: new Date(now() + 3_600_000) };
  await database.tenant(jour, (tx) => insertPending(tx, { ...row, ...times }));
  const trust = await storedTrust(deps, jour);
  const current = {
    log: trust.log.map((entry) => new Uint8Array(entry)),
    directory: trust.directory ? new Uint8Array(trust.directory.document) : null,
  };
  const isAlone = await speaksAlone(deps, jour, trust.log, keys);
  const line = { id: member, role: "volunteer", identity: identityKey } as const;
  const draft = await draftPublication(suite, {
    ...{ jour: place, now: now(), current },
    signer: isAlone ? keys : { delegate: keys.delegate },
    members: (before) => [
      ...before,
      newMember({ ...line, sealKeyHash: hashOf(Buffer.from(sealKey)) }, now(), [CONVERSATIONS]),
    ],
  });
  const done = await publish(deps, jour, draft, { kind: "invited", member: id });
  if (!done.ok) throw new Error(`the demo has no colleagues: ${done.code}`);
  return id;
}
