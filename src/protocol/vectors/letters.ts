import type { Stretch } from "../letters/code.ts";
import { teamSeeds } from "../letters/team-key.ts";
import type { Suite } from "../suite/types.ts";
import { bytes, createWorld } from "../testing/world.ts";
import { attachments, marks, sheets } from "./letters-asides.ts";
import { attacks } from "./letters-attacks.ts";
import { codes } from "./letters-codes.ts";
import { shares, teamKeys } from "./letters-keys.ts";
import { keyOf, newBox, send, story, twoKeys } from "./letters-mail.ts";
import { objects } from "./letters-objects.ts";
import type { Described } from "./letters-objects.ts";
import type { Box } from "./letters-mail.ts";

/** Everything about letters. */
export async function letters(fixed: (name: string) => Promise<Suite>, stretch: Stretch) {
  const world = await createWorld({ suite: await fixed("letters") });
  const keys = await twoKeys(world);
  const first = await newBox(world, 0x61, keys);
  await send(first, { author: "seeker", text: "Jag vågar inte gå hem." });
  await send(first, { author: "team", text: "Du är inte ensam. Var är du nu?" });
  await send(first, { author: "seeker", text: "Hos en vän.", key: 1 });
  await send(first, {
    author: "team",
    text: "Stanna där i natt.",
    key: 1,
    content: { alias: "Bea" },
  });
  const { box: second, file } = await withFile(await newBox(world, 0x71, keys.slice(0, 1)));
  const asides = { sheets: await sheets(first), marks: await marks(first) };
  const correspondences = [
    { ...(await story("two weeks, two team keys", first)), ...asides },
    { ...(await story("a picture, and no code kept", second)), sheets: [], marks: [] },
  ];
  const shared = await shares(world);
  const group = {
    ...(await codes(world.suite, stretch, world.jour)),
    teamSeeds: await Promise.all(
      keys.map(async ({ seed }) => ({ seed, ...(await teamSeeds(world.suite, seed)) })),
    ),
    shares: shared,
    correspondences,
    attachments: await attachments(second, file),
    attacks: await attacks(first, second),
    teamKeys: await teamKeys(await createWorld({ suite: await fixed("team keys") })),
  };
  return { objects: await objects(world.suite, await described(first, group)), ...group };
}

async function withFile(box: Box) {
  const file = {
    id: bytes(0x42, 16),
    key: bytes(0x43),
    name: "bild.jpg",
    type: "image/jpeg",
    size: 70_000,
  };
  const header = { attachments: [{ id: file.id, chunks: 2 }] };
  const content = { attachments: [file], code: "not-kept" as const };
  await send(box, { author: "seeker", text: "", header, content });
  return { box, file };
}

interface Made {
  shares: { cases: { share: Uint8Array }[] };
  correspondences: { sheets: { sheet: Uint8Array }[]; marks: { mark: Uint8Array }[] }[];
}

async function described(
  box: Box,
  { shares: shared, correspondences }: Made,
): Promise<Described[]> {
  const { suite } = box.world;
  const { statement, key } = keyOf(box);
  const [one] = correspondences;
  const given = (found: Uint8Array | undefined): Uint8Array => found ?? bytes(0);
  const [delegate, hers] = await Promise.all([bytes(0x21), box.sign].map(suite.ed25519.publicKey));
  const by = (signer: Uint8Array | undefined) => ({ signer: given(signer) });
  return [
    { kind: "team key", given: statement, ...by(delegate) },
    { kind: "share", given: given(shared.cases[0]?.share) },
    { kind: "mailbox", given: box.mailbox },
    { kind: "letter", given: given(box.letters[0]), ...by(hers) },
    { kind: "sheet", given: given(one?.sheets[0]?.sheet), ...by(key.sign) },
    { kind: "mark", given: given(one?.marks[0]?.mark), ...by(key.sign) },
  ];
}
