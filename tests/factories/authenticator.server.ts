import {
  createHash,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** A passkey device in memory: ES256, as a browser would hand its answers over. */
export interface Authenticator {
  register(options: unknown, place?: Place): object;
  assert(options: unknown, place?: Place): object;
}

export interface Place {
  readonly origin?: string;
  readonly rpId?: string;
  /** False: nobody was asked for finger, face or code. */
  readonly userVerified?: boolean;
  /** The signature counter; grows by itself otherwise. */
  readonly counter?: number;
}

interface Options {
  readonly challenge: string;
  readonly user?: { readonly id: string };
}

const base64url = (data: Uint8Array): string => Buffer.from(data).toString("base64url");
const sha256 = (data: Uint8Array | string): Buffer => createHash("sha256").update(data).digest();

export function authenticator(home: { origin: string; rpId: string }): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credential = randomBytes(16);
  let counter = 0;
  let userHandle = "";
  const data = (place: Place, attested?: Uint8Array): Buffer => {
    const flags = 0x01 | (place.userVerified === false ? 0 : 0x04) | (attested ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(place.counter ?? ++counter);
    const rpIdHash = sha256(place.rpId ?? home.rpId);
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count, attested ?? Buffer.alloc(0)]);
  };
  const client = (type: string, options: Options, place: Place): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: options.challenge,
        origin: place.origin ?? home.origin,
        crossOrigin: false,
      }),
    );
  const id = base64url(credential);
  return {
    register(given, place = {}) {
      const options = given as Options;
      userHandle = options.user?.id ?? "";
      const length = Buffer.from([0, credential.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, credential, coseKey(publicKey)]);
      const clientDataJSON = base64url(client("webauthn.create", options, place));
      const attestationObject = base64url(attestation(data(place, attested)));
      const response = { clientDataJSON, attestationObject, transports: ["internal"] };
      return { id, rawId: id, type: "public-key", response };
    },
    assert(given, place = {}) {
      const clientData = client("webauthn.get", given as Options, place);
      const authenticatorData = data(place);
      const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
      const response = {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authenticatorData),
        signature: createSign("sha256").update(signed).sign(privateKey, "base64url"),
        userHandle,
      };
      return { id, rawId: id, type: "public-key", response };
    },
  };
}

// CBOR by hand (RFC 8949): maps, short texts and byte strings are all that WebAuthn needs here.

const text = (value: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);

function bytes(value: Uint8Array): Buffer {
  const head =
    value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 255];
  return Buffer.concat([Buffer.from(head), value]);
}

const attestation = (authData: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0xa3]),
    ...[text("fmt"), text("none"), text("attStmt"), Buffer.from([0xa0])],
    ...[text("authData"), bytes(authData)],
  ]);

/** COSE_Key of RFC 9053: EC2, ES256, P-256. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
  const part = (label: number, value: string): Buffer =>
    Buffer.concat([Buffer.from([label]), bytes(Buffer.from(value, "base64url"))]);
  return Buffer.concat([head, part(0x21, x), part(0x22, y)]);
}
