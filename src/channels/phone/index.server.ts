import type { JourId } from "../../platform/database/index.server.ts";
import type { Door } from "../../platform/http/index.server.ts";
import { Calls } from "./calls.server.ts";
import type { PhoneDeps } from "./deps.server.ts";
import { lineDoors, phoneDoors } from "./desk-routes.server.ts";
import { DutyPhones } from "./duty.server.ts";
import { elks } from "./elks.ts";
import { Lines } from "./lines.server.ts";
import { operatorDoors, soundDoors } from "./routes.server.ts";
import { Rounds } from "./rounds.server.ts";
import { createSeal } from "./seal.server.ts";
import { LineSettings } from "./settings.server.ts";
import { sweepPhones } from "./store.server.ts";
import { Tally } from "./tally.server.ts";
import { openVoice } from "./voice.server.ts";

export interface Phone {
  readonly doors: Door[];
  /** How many can be rung for a face now; undefined where its telephone is not connected. */
  free(jour: JourId, face: string): Promise<number | undefined>;
  /** Deletes what has expired. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
  /** What was counted and could still be taken back counts now. */
  close(): Promise<void>;
}

export function openPhone(deps: PhoneDeps): Phone {
  const parts = { ...deps, seal: createSeal(deps.secret) };
  const lines = new Lines(deps.database, deps.now);
  const tally = new Tally(parts);
  const phones = new DutyPhones(parts, tally);
  const settings = new LineSettings(parts, lines);
  return {
    doors: [
      ...operatorDoors(new Calls(parts, lines, new Rounds(deps.neighbours), elks)),
      ...soundDoors(openVoice(), settings),
      ...phoneDoors(phones),
      ...lineDoors(settings),
    ],
    free: (jour, face) => phones.free(jour, face),
    sweep: (jour) => deps.database.tenant(jour, (tx) => sweepPhones(tx, new Date(deps.now()))),
    close: () => tally.close(),
  };
}
