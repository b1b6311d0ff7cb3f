import { Shifts, type ShiftParts } from "./service.server.ts";
import { Watch } from "./watch.server.ts";
import type { Neighbours } from "../platform/live/index.server.ts";

export { shiftDoors } from "./routes.server.ts";
export type { Shifts } from "./service.server.ts";

export interface ShiftOptions extends Omit<ShiftParts, "watch"> {
  readonly neighbours: Neighbours;
}

export function openShifts({ neighbours, ...parts }: ShiftOptions): {
  readonly shifts: Shifts;
  close(): void;
} {
  const watch = new Watch(parts.database, neighbours, parts.now);
  return { shifts: new Shifts({ ...parts, watch }), close: () => watch.close() };
}
