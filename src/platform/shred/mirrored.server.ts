import { faultPoint } from "../fault-points.server.ts";
import type { ShredStore } from "./store.server.ts";

/**
 * Two stores on two disks as one: a key is whole when both have it, and gone when both have lost it, so that
 * one lost disk loses no letter. Neither is ever snapshotted.
 */
export function mirroredShredStore(main: ShredStore, mirror: ShredStore): ShredStore {
  const stores = [main, mirror] as const;
  return {
    read: async (id) => (await main.read(id)) ?? mirror.read(id),
    async create(id) {
      const key = await main.create(id);
      await faultPoint("mirror:keyed");
      await mirror.keep(id, key);
      return key;
    },
    keep: async (id, key) => void (await Promise.all(stores.map((store) => store.keep(id, key)))),
    async list() {
      const names = new Map<string, Uint8Array>();
      for (const id of [...(await main.list()), ...(await mirror.list())]) names.set(id.join(), id);
      return [...names.values()];
    },
    async look(id) {
      const [one, other] = await Promise.all(stores.map((store) => store.look(id)));
      return one === other ? (one ?? "gone") : "half";
    },
    // A disk was replaced, or a kill fell between the two.
    async mend(id) {
      const [key, copy] = await Promise.all([main.read(id), mirror.read(id)]);
      if (key && !copy) await mirror.keep(id, key);
      if (copy && !key) await main.keep(id, copy);
      key?.fill(0);
      copy?.fill(0);
    },
    // Told as done when both have lost it; until then a kill may leave it whole.
    async destroy(id) {
      await mirror.destroy(id);
      await faultPoint("mirror:shredded");
      await main.destroy(id);
    },
  };
}
