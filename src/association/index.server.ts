import type { JourId } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import { houseRoot, houseSeal } from "../platform/house-seal.server.ts";
import type { DemoAssociation } from "./demo-content.ts";
import { keepDemoMembers } from "./demo.server.ts";
import type { AssociationDeps } from "./deps.server.ts";
import { forgetReminders, handOverReminders } from "./fees/reminding.server.ts";
import { feeDoors } from "./fees/routes.server.ts";
import { publicDoors, type PublicParts } from "./public/routes.server.ts";
import { intakeDoors } from "./intake/routes.server.ts";
import { handOver } from "./calling.server.ts";
import { meetingDoors } from "./meeting-routes.server.ts";
import { forgetOld } from "./meetings.server.ts";
import { forgetOver } from "./register.server.ts";
import { registerDoors } from "./routes.server.ts";
import { settingsOf } from "./store.server.ts";

export interface Association {
  readonly doors: Door[];
  /** Becoming a member, and a member's own page. */
  pages(parts: PublicParts): Door[];
  /** Whether the site has the page for becoming a member. */
  isOpen(jour: JourId): Promise<boolean>;
  /** Deletes whose day has passed, and sends on what of a call or a reminder was left. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
  /** For the demo: a jour that has members. */
  keepDemo(jour: JourId, demo: DemoAssociation): Promise<void>;
}

export function openAssociation({
  secret,
  ...given
}: Omit<AssociationDeps, "seal"> & { readonly secret: string | undefined }): Association {
  const deps: AssociationDeps = { ...given, seal: houseSeal(houseRoot(secret), "association") };
  const { database } = deps;
  return {
    doors: [...registerDoors(deps), ...meetingDoors(deps), ...intakeDoors(deps), ...feeDoors(deps)],
    pages: (parts) => publicDoors(deps, parts),
    isOpen: async (jour) => (await database.tenant(jour, settingsOf)).isOpen,
    keepDemo: (jour, demo) => keepDemoMembers(deps, jour, demo),
    async sweep(jour) {
      await database.tenant(jour, async (tx) => {
        await forgetOver(deps, tx);
        await forgetOld(deps, tx);
        await forgetReminders(deps, tx);
      });
      await handOver(deps, jour);
      await handOverReminders(deps, jour);
    },
  };
}
