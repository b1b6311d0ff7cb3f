import { beforeAll, describe, expect, it } from "vitest";
import { stretchPassphrase } from "../passphrase.browser.ts";
import { toBase64url } from "../bytes.ts";
import { createSuite } from "../suite/create.ts";
import type { Suite } from "../suite/types.ts";
import { bytes } from "../testing/world.ts";
import { comparisonDigits, makeEnrolment, verifyEnrolment } from "./enrolment.ts";
import { answerChallenge, createIdentity, publicIdentity, verifyChallenge } from "./identity.ts";
import {
  decodeInvitation,
  encodeInvitation,
  invitationFrame,
  invitationKeys,
} from "./invitation.ts";
import { splitPassphrase } from "./passphrase.ts";
import { deriveRecovery, newRecoveryCode, readRecoveryCode } from "./recovery.ts";
import { unwrapDutySeed, unwrapIdentity, wrapDutySeed, wrapIdentity } from "./wrap.ts";
import type { WrapKind } from "./wrap.ts";

let suite: Suite;
beforeAll(async () => {
  suite = await createSuite();
});

const member = bytes(0x44, 16);
const invitation = {
  jour: bytes(0xa1, 16),
  id: bytes(0xd1, 16),
  secret: bytes(0xd2),
  fingerprint: bytes(0xd3),
};

describe("wraps", () => {
  it("open with the same secret, in the same row, for the same purpose only", async () => {
    const identity = createIdentity(suite);
    const kinds: WrapKind[] = ["passkey", "recovery", "passphrase"];
    for (const kind of kinds) {
      const under = { kind, secret: bytes(7), member };
      const wrapped = await wrapIdentity(suite, under, identity);
      expect(await unwrapIdentity(suite, under, wrapped)).toEqual(identity);
      await expect(unwrapIdentity(suite, { ...under, secret: bytes(8) }, wrapped)).rejects.toThrow(
        "cannot-open",
      );
      await expect(
        unwrapIdentity(suite, { ...under, member: bytes(1, 16) }, wrapped),
      ).rejects.toThrow("cannot-open");
      await expect(unwrapIdentity(suite, { ...under, kind: "duty" }, wrapped)).rejects.toThrow(
        "wrong-type",
      );
      const relabelled = wrapped.slice();
      relabelled[2] = 4;
      await expect(unwrapIdentity(suite, { ...under, kind: "duty" }, relabelled)).rejects.toThrow(
        "cannot-open",
      );
      await expect(
        wrapIdentity(suite, { ...under, secret: bytes(7, 16) }, identity),
      ).rejects.toThrow("bad-key");
    }
  });

  it("are never the same twice", async () => {
    const under = { kind: "passkey", secret: bytes(7), member } as const;
    const identity = createIdentity(suite);
    expect(await wrapIdentity(suite, under, identity)).not.toEqual(
      await wrapIdentity(suite, under, identity),
    );
  });

  it("keep the seed of a shift under the identity", async () => {
    const identity = createIdentity(suite);
    const wrapped = await wrapDutySeed(suite, identity, member, bytes(9));
    expect(await unwrapDutySeed(suite, identity, member, wrapped)).toEqual(bytes(9));
    await expect(unwrapDutySeed(suite, createIdentity(suite), member, wrapped)).rejects.toThrow(
      "cannot-open",
    );
  });
});

describe("a recovery code", () => {
  it("is read as people write it", async () => {
    const code = newRecoveryCode(suite);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
    const sloppy = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `;
    expect(readRecoveryCode(sloppy)).toBe(code);
    expect(await deriveRecovery(suite, sloppy)).toEqual(await deriveRecovery(suite, code));
    const { lookup, wrap } = await deriveRecovery(suite, code);
    expect(lookup).not.toEqual(wrap);
  });

  it("with any one wrong letter, or too short, is named wrong", () => {
    const code = newRecoveryCode(suite).replaceAll("-", "");
    const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (let at = 0; at < code.length; at++) {
      const other = letters[(letters.indexOf(code[at] ?? "") + 1 + (at % 31)) % 32];
      expect(() => readRecoveryCode(code.slice(0, at) + other + code.slice(at + 1))).toThrow(
        "wrong-recovery-code",
      );
    }
    expect(() => readRecoveryCode(code.slice(1))).toThrow("wrong-recovery-code");
    expect(() => readRecoveryCode(`${code.slice(1)}U`)).toThrow("wrong-recovery-code");
  });
});

describe("a passphrase", () => {
  it("is stretched, then split into what is shown and what opens", async () => {
    const stretched = await stretchPassphrase("sju små ljus i fönstret", bytes(1, 16));
    expect(stretched).toHaveLength(64);
    expect(
      await stretchPassphrase("sju små ljus i fönstret".normalize("NFD"), bytes(1, 16)),
    ).toEqual(stretched);
    const { auth, wrap } = await splitPassphrase(suite, stretched);
    expect(auth).not.toEqual(wrap);
    await expect(splitPassphrase(suite, bytes(1))).rejects.toThrow("bad-key");
  });
});

describe("an invitation", () => {
  it("travels in the fragment, with a delegate's seed where it founds a jour", () => {
    expect(decodeInvitation(`#${encodeInvitation(invitation)}`)).toEqual(invitation);
    const founding = { ...invitation, delegateSeed: bytes(0xd4) };
    expect(decodeInvitation(encodeInvitation(founding))).toEqual(founding);
  });

  it("holds a whole seed or none", () => {
    expect(() => encodeInvitation({ ...invitation, delegateSeed: bytes(1, 31) })).toThrow(
      "bad-key",
    );
    const short = toBase64url(
      invitationFrame.encode({ ...invitation, delegateSeed: bytes(1, 31) }),
    );
    expect(() => decodeInvitation(short)).toThrow("invitation-unreadable");
  });

  it("that was cut or changed is unreadable", () => {
    const text = encodeInvitation(invitation);
    for (const broken of [text.slice(1), text.slice(0, -2), `${text}AA`, `${text}!`, ""]) {
      expect(() => decodeInvitation(broken)).toThrow("invitation-unreadable");
    }
  });

  it("leads to an enrolment that proves the keys and the secret", async () => {
    const identity = createIdentity(suite);
    const enrolment = await makeEnrolment(suite, invitation, member, identity);
    const { jour, secret } = invitation;
    const seen = await verifyEnrolment(suite, enrolment, { jour, secret });
    expect(seen).toEqual({
      ok: true,
      value: { ...(await publicIdentity(suite, identity)), member, invitation: invitation.id },
    });
    expect(await verifyEnrolment(suite, enrolment, { jour })).toEqual(seen);
    expect(await verifyEnrolment(suite, enrolment, { jour: bytes(1, 16) })).toEqual({
      ok: false,
      code: "foreign-jour",
    });
    expect(await verifyEnrolment(suite, enrolment, { jour, secret: bytes(1) })).toEqual({
      ok: false,
      code: "invitation-proof-wrong",
    });
    const changed = enrolment.slice();
    changed[120] = (changed[120] ?? 0) ^ 1;
    expect(await verifyEnrolment(suite, changed, { jour, secret })).toEqual({
      ok: false,
      code: "bad-signature",
    });
    const { token, proof } = await invitationKeys(suite, secret);
    expect(token).not.toEqual(proof);
  });

  it("is compared aloud: other keys, other digits", async () => {
    const [one, two] = [createIdentity(suite), createIdentity(suite)];
    const digits = async (identity: typeof one, delegate = bytes(1)) =>
      comparisonDigits(
        suite,
        { ...(await publicIdentity(suite, identity)), invitation: invitation.id },
        delegate,
      );
    const said = await digits(one);
    expect(said).toHaveLength(6);
    for (const group of said) expect(group).toMatch(/^\d{5}$/);
    expect(await digits(one)).toEqual(said);
    expect(await digits(two)).not.toEqual(said);
    expect(await digits(one, bytes(2))).not.toEqual(said);
  });
});

describe("signing in", () => {
  it("answers this challenge of this jour, and no other", async () => {
    const identity = createIdentity(suite);
    const { identity: key } = await publicIdentity(suite, identity);
    const asked = { jour: invitation.jour, member, challenge: bytes(0xe1) };
    const answer = await answerChallenge(suite, identity.sign, asked);
    expect(await verifyChallenge(suite, answer, key, asked)).toEqual({ ok: true, value: true });
    expect(
      await verifyChallenge(suite, answer, key, { ...asked, challenge: bytes(0xe2) }),
    ).toMatchObject({ code: "replayed" });
    expect(
      await verifyChallenge(suite, answer, key, { ...asked, jour: bytes(1, 16) }),
    ).toMatchObject({ code: "foreign-jour" });
    expect(
      await verifyChallenge(suite, answer, key, { ...asked, member: bytes(1, 16) }),
    ).toMatchObject({ code: "bad-signature" });
    expect(await verifyChallenge(suite, answer, bytes(1), asked)).toMatchObject({
      code: "bad-signature",
    });
    expect(await verifyChallenge(suite, answer.slice(1), key, asked)).toMatchObject({ ok: false });
  });
});
