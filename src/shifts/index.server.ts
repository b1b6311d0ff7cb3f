import { Shifts, type ShiftParts } from "./service.server.ts";
import { Doors, noPlan, type PlanOf } from "./doors.server.ts";
import { Watch } from "./watch.server.ts";
import type { Neighbours } from "../platform/live/index.server.ts";

export { shiftDoors } from "./routes.server.ts";
export type { Shifts } from "./service.server.ts";

export { superviseDoors } from "./supervise.server.ts";
export type { Plan, PlanOf } from "./doors.server.ts";

export interface ShiftOptions extends Omit<ShiftParts, "watch" | "doors"> {
  /** What was planned; without it a door follows those who are there. */
  readonly planOf?: PlanOf;
  readonly neighbours: Neighbours;
  readonly elapsed?: () => number;
}

export function openShifts({ neighbours, elapsed, planOf = noPlan, ...parts }: ShiftOptions): {
  readonly shifts: Shifts;
  close(): void;
} {
  const watch = new Watch(parts.database, neighbours, parts.now, elapsed);
  const { database, now } = parts;
  const doors = new Doors({
    ...{ database, planOf, now },
    elapsed: elapsed ?? (() => performance.now()),
  });
  watch.onChange((jour) => doors.changed(jour));
  return {
    shifts: new Shifts({ ...parts, watch, doors }),
    close() {
      watch.close();
      doors.close();
    },
  };
}
