import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type LetterHouse, letterHouse } from "../../tests/factories/letters.server.ts";
import {
  mirroredShredStore,
  openShredStore,
  type ShredStore,
} from "../platform/shred/index.server.ts";
import { destroyMailbox, recoverMailboxes } from "./sweeping.server.ts";

// Keys of letters on two disks, and several processes that share both.

let house: LetterHouse;
let mirrorDirectory: string;
beforeAll(async () => {
  house = await letterHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  mirrorDirectory = mkdtempSync(join(tmpdir(), "lykta-mirror-"));
});
afterEach(() => rmSync(mirrorDirectory, { recursive: true }));

/** As one more process opens them; `change` makes one of its two disks slow. */
async function process(
  change: (main: ShredStore, mirror: ShredStore) => Partial<Record<"main" | "mirror", ShredStore>>,
) {
  const main = await openShredStore(house.keysDirectory);
  const mirror = await openShredStore(mirrorDirectory);
  const { main: one = main, mirror: other = mirror } = change(main, mirror);
  return { database: house.database, keys: mirroredShredStore(one, other) };
}

const plain = () => process(() => ({}));

/** What waits until it is let go. */
function gate() {
  let open = (): void => undefined;
  let reached = (): void => undefined;
  const opened = new Promise<void>((done) => (open = done));
  const stood = new Promise<void>((done) => (reached = done));
  const pass = async (): Promise<void> => {
    reached();
    await opened;
  };
  return { open: () => open(), stood, pass };
}

/** A letter whose key only the first disk holds: the second was replaced. */
async function written(): Promise<Uint8Array> {
  const box = await house.newBox();
  await box.write("seeker", "Hej");
  expect(await house.send(box)).toMatchObject({ status: 200 });
  return box.id;
}

const copiesOf = (id: Uint8Array): number =>
  [house.keysDirectory, mirrorDirectory]
    .flatMap((directory) => readdirSync(directory))
    .filter((name) => name.startsWith(Buffer.from(id).toString("hex"))).length;

const rowsOf = (id: Uint8Array): Promise<object[]> =>
  house.database.tenant(house.jour, (tx) => tx.rows("select 1 from mailboxes where id = $1", [id]));

it("a replaced disk has every key again after the next start", async () => {
  const ids = [await written(), await written()];
  expect(ids.map(copiesOf)).toEqual([1, 1]);
  await recoverMailboxes(await plain(), [house.jour], 10);
  expect(ids.map(copiesOf)).toEqual([2, 2]);
});

it("a key that one process destroys while another just mends it is gone afterwards", async () => {
  const id = await written();
  const slow = gate();
  const starting = await process((_, mirror) => ({
    mirror: { ...mirror, keep: async (...key) => (await slow.pass(), mirror.keep(...key)) },
  }));
  const recovered = recoverMailboxes(starting, [house.jour], 10);
  await slow.stood;
  const destroyed = destroyMailbox(await plain(), house.jour, id);
  await sleep(100);
  slow.open();
  await Promise.all([recovered, destroyed]);
  expect([copiesOf(id), await rowsOf(id)]).toEqual([0, []]);
});

it("nor is it mended where its destruction has begun", async () => {
  const id = await written();
  const slow = gate();
  const destroying = await process((main) => ({
    main: { ...main, destroy: async (key) => (await slow.pass(), main.destroy(key)) },
  }));
  const destroyed = destroyMailbox(destroying, house.jour, id);
  await slow.stood;
  const recovered = recoverMailboxes(await plain(), [house.jour], 10);
  await sleep(100);
  slow.open();
  await Promise.all([destroyed, recovered]);
  expect([copiesOf(id), await rowsOf(id)]).toEqual([0, []]);
});
