import type { JourId } from "../platform/database/index.server.ts";
import type { HostView } from "../platform/http/index.server.ts";

/** To whom what is written at a host is sealed. */
export interface Place {
  readonly jour: JourId;
  readonly face: string;
}

/** A federation has no face: what is written to it stands under its own number, as its pages do. */
export function placeAt({ jour, faceId }: Pick<HostView, "jour" | "faceId">): Place | undefined {
  const face = faceId ?? (jour?.federation ? jour.id : null);
  return jour && face !== null ? { jour: jour.id, face } : undefined;
}
