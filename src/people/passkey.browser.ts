import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from "@simplewebauthn/browser";
import { fail, ok, type Result } from "../platform/result.ts";
import { toBase64url } from "../protocol/index.ts";

export type PasskeyCode = "passkey-cancelled" | "passkey-known" | "no-prf" | "passkey-failed";

/** Asked of every passkey of this RP ID; its answer never leaves the browser. */
const question = new TextEncoder().encode("lykta/1 identity wrap");
const prf = { prf: { eval: { first: question } } };

export const passkeysExist = (): boolean => browserSupportsWebAuthn();

export interface MadePasskey {
  readonly registration: object;
  /** 32 secret bytes that only this passkey can make again. */
  readonly secret: Uint8Array;
}

/** Makes a passkey that can open an identity. Not every device that makes passkeys knows PRF: `no-prf`. */
export async function makePasskey(
  options: unknown,
  name: string,
): Promise<Result<MadePasskey, PasskeyCode>> {
  const given = options as PublicKeyCredentialCreationOptionsJSON;
  const user = { ...given.user, name, displayName: name };
  try {
    const made = await startRegistration({
      optionsJSON: { ...given, user, extensions: { ...prf } },
    });
    const secret = secretOf(made) ?? (await askAgain(given, made));
    return secret ? ok({ registration: postable(made), secret }) : fail("no-prf");
  } catch (error) {
    return fail(codeOf(error));
  }
}

/** Many devices answer PRF only when a passkey is used, not when it is made. */
async function askAgain(
  options: PublicKeyCredentialCreationOptionsJSON,
  made: RegistrationResponseJSON,
): Promise<Uint8Array | undefined> {
  const used = await startAuthentication({
    optionsJSON: {
      // Nobody checks this answer: it never leaves the browser.
      challenge: toBase64url(crypto.getRandomValues(new Uint8Array(32))),
      ...(options.rp.id === undefined ? {} : { rpId: options.rp.id }),
      allowCredentials: [
        {
          id: made.id,
          type: "public-key",
          ...(made.response.transports ? { transports: made.response.transports } : {}),
        },
      ],
      userVerification: "required",
      extensions: { ...prf },
    },
  });
  return secretOf(used);
}

export async function usePasskey(
  options: unknown,
): Promise<Result<{ assertion: object; secret: Uint8Array }, PasskeyCode>> {
  const given = options as PublicKeyCredentialRequestOptionsJSON;
  try {
    const used = await startAuthentication({ optionsJSON: { ...given, extensions: { ...prf } } });
    const secret = secretOf(used);
    return secret ? ok({ assertion: postable(used), secret }) : fail("no-prf");
  } catch (error) {
    return fail(codeOf(error));
  }
}

function secretOf(
  answer: RegistrationResponseJSON | AuthenticationResponseJSON,
): Uint8Array | undefined {
  const first = answer.clientExtensionResults.prf?.results?.first;
  if (!first) return undefined;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first).slice();
}

/** Names the fields that may leave the browser. The extension results hold the secret and are not among them. */
export function postable(answer: RegistrationResponseJSON | AuthenticationResponseJSON): object {
  const { id, rawId, type, response } = answer;
  if ("attestationObject" in response) {
    const { clientDataJSON, attestationObject, transports } = response;
    return {
      id,
      rawId,
      type,
      response: { clientDataJSON, attestationObject, ...(transports ? { transports } : {}) },
    };
  }
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  const handle = userHandle === undefined ? {} : { userHandle };
  return { id, rawId, type, response: { clientDataJSON, authenticatorData, signature, ...handle } };
}

function codeOf(error: unknown): PasskeyCode {
  if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
    return "passkey-known";
  const name = error instanceof Error ? error.name : "";
  return name === "NotAllowedError" || name === "AbortError"
    ? "passkey-cancelled"
    : "passkey-failed";
}
