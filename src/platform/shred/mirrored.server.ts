import { faultPoint } from "../fault-points.server.ts";
import type { ShredKey, ShredStore } from "./store.server.ts";

/**
 * Two stores on two disks as one: a key is there when both have it, and gone when both have lost it, so
 * that one lost disk loses no letter. Neither is ever snapshotted.
 */
export function mirroredShredStore(main: ShredStore, mirror: ShredStore): ShredStore {
  const inTurn = turns();
  const read = async (id: Uint8Array): Promise<ShredKey | undefined> => {
    const [key, copy] = await Promise.all([main.read(id), mirror.read(id)]);
    // A disk was replaced, or a kill fell between the two: what one has, both have.
    if (key && !copy) await mirror.keep(id, key).catch(() => undefined);
    if (copy && !key) await main.keep(id, copy).catch(() => undefined);
    return key ?? copy;
  };
  return {
    read: (id) => inTurn(id, () => read(id)),
    create: (id) =>
      inTurn(id, async () => {
        const key = await main.create(id);
        await faultPoint("mirror:keyed");
        await mirror.keep(id, key);
        return key;
      }),
    keep: (id, key) =>
      inTurn(id, async () => void (await Promise.all([main.keep(id, key), mirror.keep(id, key)]))),
    async list() {
      const names = new Map<string, Uint8Array>();
      for (const id of [...(await main.list()), ...(await mirror.list())]) names.set(id.join(), id);
      return [...names.values()];
    },
    // Told as done when both have lost it; until then a kill may leave it whole.
    destroy: (id) =>
      inTurn(id, async () => {
        await mirror.destroy(id);
        await faultPoint("mirror:shredded");
        await main.destroy(id);
      }),
  };
}

/**
 * One act at a time upon one key: a copy that somebody is just writing, to mend or to make it, would
 * otherwise come after its destruction, and stay until the next start.
 */
function turns(): <T>(id: Uint8Array, act: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (id, act) => {
    const name = id.join();
    const turn = (last.get(name) ?? Promise.resolve()).then(act);
    const ended = turn.catch(() => undefined);
    last.set(name, ended);
    try {
      return await turn;
    } finally {
      if (last.get(name) === ended) last.delete(name);
    }
  };
}
