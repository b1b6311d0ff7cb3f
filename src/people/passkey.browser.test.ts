import { describe, expect, test } from "vitest";
import { postable } from "./passkey.browser.ts";

const secret = "c2VjcmV0LW9mLXRoZS1wYXNza2V5";
const extensions = { prf: { enabled: true, results: { first: new ArrayBuffer(32) } }, secret };

describe("what is posted of a passkey's answer", () => {
  test("when it is made, holds no extension results", () => {
    const posted = postable({
      id: "id",
      rawId: "id",
      type: "public-key",
      response: { clientDataJSON: "c", attestationObject: "a", transports: ["internal"] },
      clientExtensionResults: extensions,
    });
    expect(posted).toEqual({
      id: "id",
      rawId: "id",
      type: "public-key",
      response: { clientDataJSON: "c", attestationObject: "a", transports: ["internal"] },
    });
  });

  test("when it is used, neither", () => {
    const posted = postable({
      id: "id",
      rawId: "id",
      type: "public-key",
      response: { clientDataJSON: "c", authenticatorData: "a", signature: "s", userHandle: "u" },
      clientExtensionResults: extensions,
      authenticatorAttachment: "platform",
    });
    expect(JSON.stringify(posted)).not.toContain(secret);
    expect(Object.keys(posted).sort()).toEqual(["id", "rawId", "response", "type"]);
  });
});
