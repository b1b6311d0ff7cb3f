declare const brand: unique symbol;

/** A value that only the code that names it may make: a MemberId never passes for a JourId. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** A jour is the tenant: every tenant table carries her number. A random UUID in lower case. */
export type JourId = Brand<string, "JourId">;

/** A face of a jour (a women's centre and its youth centre are two faces of one jour). */
export type FaceId = Brand<string, "FaceId">;

/** The 16 bytes of a uuid, as signed objects and frames hold them. */
export function uuidBytes(id: string): Uint8Array<ArrayBuffer> {
  const digits = id.replaceAll("-", "").match(/../g) ?? [];
  return Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16));
}
