import { describe, expect, it } from "vitest";
import { createSuite } from "../suite/create.ts";
import type { Suite } from "../suite/types.ts";
import { bytes } from "../testing/world.ts";
import { chunksOf, openAttachment, sealChunk } from "./attachment.ts";
import { LETTER_SIZE } from "./objects.ts";

const suite = await createSuite();
const mailbox = bytes(0x41, 16);
const described = (size: number) => ({
  id: bytes(0x42, 16),
  key: bytes(0x43),
  name: "bild.jpg",
  type: "image/jpeg",
  size,
});
const fileOf = (size: number) => Uint8Array.from({ length: size }, (_, at) => (at * 7) & 255);

function sealed(file: Uint8Array): Promise<Uint8Array[]> {
  const { id, key } = described(file.length);
  const indices = Array.from({ length: chunksOf(file.length) }, (_, index) => index);
  return Promise.all(indices.map((index) => sealChunk(suite, key, { mailbox, id }, file, index)));
}

async function verdict(size: number, chunks: Uint8Array[], box = mailbox): Promise<string> {
  const outcome = await openAttachment(suite, described(size), box, chunks);
  return outcome.ok ? "whole" : outcome.code;
}

describe("an attachment", () => {
  it("comes back whole, and of its size only the chunks can be seen", async () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      const file = fileOf(size);
      const chunks = await sealed(file);
      expect(await openAttachment(suite, described(size), mailbox, chunks)).toEqual({
        ok: true,
        value: file,
      });
      expect(new Set(chunks.map(({ length }) => length))).toEqual(new Set([65_536 + 16]));
    }
  });

  it("that was cut, mixed up, altered or put into another mailbox is not shown at all", async () => {
    const chunks = await sealed(fileOf(150_000));
    const [a, b, c] = chunks as [Uint8Array, Uint8Array, Uint8Array];
    expect(await verdict(150_000, [b, a, c])).toBe("attachment-altered");
    expect(await verdict(131_072, [a, b])).toBe("attachment-altered");
    expect(await verdict(150_000, [a, b, c.with(9, (c[9] ?? 0) ^ 1)])).toBe("attachment-altered");
    expect(await verdict(140_000, chunks)).toBe("attachment-altered");
    expect(await verdict(150_000, chunks, bytes(0x44, 16))).toBe("attachment-altered");
    expect(await verdict(150_000, chunks)).toBe("whole");
  });

  it("whose author did not fill its chunks is not shown, though all of it opens", async () => {
    const short: Suite = {
      ...suite,
      aesSeal: (key, nonce, aad, clear) => suite.aesSeal(key, nonce, aad, clear.subarray(0, 10)),
    };
    const { id, key } = described(10);
    const chunk = await sealChunk(short, key, { mailbox, id }, fileOf(10), 0);
    expect(await verdict(10, [chunk])).toBe("attachment-altered");
  });

  it("larger than two megabytes is refused", async () => {
    const file = new Uint8Array(LETTER_SIZE.attachment + 1);
    const { id, key } = described(file.length);
    await expect(sealChunk(suite, key, { mailbox, id }, file, 0)).rejects.toThrow(
      "attachment-too-large",
    );
    expect(await verdict(file.length, [])).toBe("attachment-too-large");
  });
});
