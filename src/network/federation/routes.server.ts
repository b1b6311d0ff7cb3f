import type { z } from "zod";
import type { Database, SharedTx } from "../../platform/database/index.server.ts";
import {
  type Code,
  type Context,
  defineDoor,
  type Door,
  type HostView,
} from "../../platform/http/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import {
  approvalWanted,
  networkMembers,
  setApproved,
  wantApproval,
} from "../members-store.server.ts";
import {
  approveContract,
  enterContract,
  federationPaths as paths,
  type FederationView,
  type GuestDraft,
  membersContract,
  ruleContract,
  takeOffContract,
} from "./contract.ts";
import * as store from "./store.server.ts";

export interface FederationParts {
  readonly database: Database;
  /** What the directory shows has changed. */
  readonly changed: () => void;
  readonly now: () => number;
}

export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** A door of the federation's desk: at a jour's, whoever asks, it is not there. */
export function federationDoor<S extends z.ZodType>(
  path: string,
  body: S,
  handle: (
    body: z.infer<S>,
    federation: NonNullable<HostView["jour"]>,
  ) => Promise<Result<unknown, Code>>,
  maxBody?: number,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", federationToo: true, access: "network.keep", path, body },
    ...(maxBody !== undefined && { maxBody }),
    handle: async ({ host, body: given }: Context<z.infer<S>>) =>
      host.jour?.federation ? handle(given, host.jour) : fail("not-found"),
  });
}

/** A file of three hundred jours with all their hours. */
const MAX_ENTERED = 2 * 1024 * 1024;

/** Who is in the directory: the desk's hand for what the command line does too. */
export function federationDoors({ database, changed, now }: FederationParts): Door[] {
  const view = async (): Promise<FederationView> => {
    const found = await database.shared(async (tx) => ({
      approval: await approvalWanted(tx),
      members: await networkMembers(tx),
      guests: await store.allGuests(tx),
    }));
    const members = found.members.flatMap(({ name, host, approvedOn }) =>
      host === null ? [] : [{ name, host, approvedOn }],
    );
    return { ...found, members };
  };
  const changedView = async () => {
    changed();
    return ok(await view());
  };
  return [
    federationDoor(paths.members, membersContract, async () => ok(await view())),
    federationDoor(paths.rule, ruleContract, async ({ approval }) => {
      await database.shared((tx) => wantApproval(tx, approval));
      return changedView();
    }),
    federationDoor(paths.approve, approveContract, async ({ host, approved }) => {
      const on = approved ? dayOf(now()) : null;
      const known = await database.shared((tx) => setApproved(tx, host, on));
      return known ? changedView() : fail("not-found");
    }),
    federationDoor(
      paths.enter,
      enterContract,
      async ({ guests }) => {
        await database.shared((tx) => enter(tx, guests, dayOf(now())));
        return changedView();
      },
      MAX_ENTERED,
    ),
    federationDoor(paths.takeOff, takeOffContract, async ({ id }) =>
      (await database.shared((tx) => store.takeOffGuest(tx, id)))
        ? changedView()
        : fail("not-found"),
    ),
  ];
}

/** Faces of this house tell of themselves: no file speaks for them. */
async function enter(tx: SharedTx, guests: readonly GuestDraft[], on: string): Promise<void> {
  const ids = guests.map(({ id }) => id);
  const own = await store.facesOfHouse(tx, ids);
  for (const guest of guests) if (!own.has(guest.id)) await store.enterGuest(tx, guest, "hsds", on);
}
