import { bombs, crookedRequests, hugeHeads } from "./kinds/crooked.ts";
import { floodingDesk, floodingSeeker } from "./kinds/insiders.ts";
import { payingSeekers, requestFlood, worklessSeekers } from "./kinds/requests.ts";
import { deafReaders, slowBodies, slowHeads } from "./kinds/slow.ts";
import { endlessMessages, madeUpTokens, pollFlood, silentSockets } from "./kinds/strangers.ts";
import type { Attack, Deadline, Order, Tally } from "./order.ts";

// The attacker, a program of its own: told by a message what to do, it tells what came of it.

const attacks: Readonly<Record<string, Attack>> = {
  ...{ slowHeads, slowBodies, deafReaders },
  ...{ hugeHeads, crookedRequests, bombs },
  ...{ silentSockets, endlessMessages, madeUpTokens, pollFlood },
  ...{ requestFlood, worklessSeekers, payingSeekers },
  ...{ floodingDesk, floodingSeeker },
};

async function run(order: Order): Promise<void> {
  const attack = attacks[order.kind];
  if (!attack) throw new Error(`no attack is called ${order.kind}`);
  const tally: Tally = { opened: 0, cut: 0, answered: 0, told: {} };
  const state = { isOver: false };
  let end = (): void => undefined;
  const over = new Promise<void>((done) => {
    end = () => {
      state.isOver = true;
      done();
    };
  });
  const until: Deadline = {
    over,
    get isOver() {
      return state.isOver;
    },
  };
  // What it lets go itself at the end is not the house's doing.
  const final = over.then(() => structuredClone(tally));
  const attacking = attack(order, tally, until);
  // To pack fifty megabytes can take a busy machine more than the whole time: it counts from now.
  setTimeout(end, order.seconds * 1000);
  await attacking;
  process.send?.(await final, () => process.exit(0));
}

process.on("message", (order) => void run(order as Order));
// Whoever started it is gone.
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
