import { Shifts, type ShiftParts } from "./service.server.ts";
import { Watch } from "./watch.server.ts";
import type { Neighbours } from "../platform/live/index.server.ts";

export { shiftDoors } from "./routes.server.ts";
export type { Shifts } from "./service.server.ts";

export interface ShiftOptions extends Omit<ShiftParts, "watch"> {
  readonly neighbours: Neighbours;
  readonly elapsed?: () => number;
}

export function openShifts({ neighbours, elapsed, ...parts }: ShiftOptions): {
  readonly shifts: Shifts;
  close(): void;
} {
  const watch = new Watch(parts.database, neighbours, parts.now, elapsed);
  return { shifts: new Shifts({ ...parts, watch }), close: () => watch.close() };
}
