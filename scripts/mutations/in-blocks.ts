import type { Chapter } from "./by-hand.ts";

export const inBlocks: Chapter = {
  "src/protocol/signed.ts": [
    {
      what: "a signed object's signature is not looked at",
      find: "      await verify(suite, label, signer, bytes.subarray(0, -SIGNATURE), signature);\n",
      put: "",
    },
    {
      what: "signatures do not say what they are for",
      find: "await suite.ed25519.verify(signer, labelled(label, covered), signature)",
      put: "await suite.ed25519.verify(signer, covered, signature)",
    },
  ],
  "src/protocol/bytes.ts": [
    {
      what: "what is longer equals what it begins with",
      find: "  if (a.length !== b.length) return false;\n",
      put: "",
    },
    {
      what: "anything equals anything",
      find: "return difference === 0;",
      put: "return difference >= 0;",
    },
    {
      what: "one value has several spellings in base64url",
      find: "return toBase64url(bytes) === text ? bytes : undefined;",
      put: "return bytes;",
    },
    {
      what: "crooked UTF-8 is read",
      find: "{ fatal: true, ignoreBOM: true }",
      put: "{ fatal: false, ignoreBOM: true }",
    },
    {
      what: "a mark at the beginning of a text is lost",
      find: "{ fatal: true, ignoreBOM: true }",
      put: "{ fatal: true, ignoreBOM: false }",
    },
  ],
  "src/protocol/labels.ts": [
    {
      what: "a label may run over into its data",
      find: "concat(utf8(label), new Uint8Array(1), ...data)",
      put: "concat(utf8(label), ...data)",
    },
  ],
  "src/protocol/suite/create.ts": [
    {
      what: "a platform's public keys are believed",
      find: "equal(await publicKey(SEED), ED_KEY) && verify",
      put: "verify",
    },
    {
      what: "a platform's signatures are believed",
      find: "equal(await publicKey(SEED), ED_KEY) && verify(ED_KEY, SEED, await sign(SEED, SEED)),",
      put: "equal(await publicKey(SEED), ED_KEY) && sign !== verify,",
    },
    {
      what: "a platform's X25519 keys are believed",
      find: "equal(await publicKey(SEED), X_KEY) && equal(await shared(SEED, BASE), X_KEY)",
      put: "equal(await shared(SEED, BASE), X_KEY)",
    },
    {
      what: "a platform's X25519 secrets are believed",
      find: "equal(await publicKey(SEED), X_KEY) && equal(await shared(SEED, BASE), X_KEY)",
      put: "equal(await publicKey(SEED), X_KEY)",
    },
    {
      what: "a key of small order signs",
      find: "works(async () => isHonest(key) && scheme.verify(key, message, signature))",
      put: "works(async () => scheme.verify(key, message, signature))",
    },
    {
      what: "a key that is none throws",
      find: "works(async () => isHonest(key) && scheme.verify(key, message, signature))",
      put: "isHonest(key) ? scheme.verify(key, message, signature) : Promise.resolve(false)",
    },
  ],
  "src/protocol/suite/points.ts": [
    {
      what: "an unreduced key is a second spelling",
      find: "y < P && !SMALL.includes(y)",
      put: "!SMALL.includes(y)",
    },
    {
      what: "a key of small order is a key",
      find: "y < P && !SMALL.includes(y)",
      put: "y < P",
    },
  ],
  "src/protocol/suite/curves.ts": [
    {
      what: "signatures of ZIP 215 are taken",
      find: "{ zip215: false }",
      put: "{ zip215: true }",
    },
  ],
  "src/protocol/suite/xwing.ts": [
    {
      what: "a key that is none throws where one seals",
      find: "const [ml, x, enc] = await guarded(async () =>",
      put: "const [ml, x, enc] = await (async (work: () => Promise<[{ cipherText: Uint8Array; sharedSecret: Uint8Array }, Uint8Array, Uint8Array]>) => work())(async () =>",
    },
    {
      what: "a key that is none throws where one opens",
      find: "await guarded(() => x25519.shared(x, theirs))",
      put: "await x25519.shared(x, theirs)",
    },
  ],
  "src/protocol/staff/enrolment.ts": [
    {
      what: "an enrolment's signature is not looked at",
      find: "await enrolment.open(suite, signer, bytes)",
      put: "enrolment.peek(bytes)",
    },
  ],
  "src/protocol/staff/identity.ts": [
    {
      what: "an answer's signature is not looked at",
      find: "await challenge.open(suite, identity, answer)",
      put: "challenge.peek(answer)",
    },
  ],
  "src/protocol/staff/wrap.ts": [
    {
      what: "a wrap opens in anybody's row",
      find: "labelled(label[kind], member)",
      put: "labelled(label[kind])",
    },
  ],
};
