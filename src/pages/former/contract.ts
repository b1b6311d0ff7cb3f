import { z } from "zod";
import { uuid } from "../../platform/uuid.ts";

export const formerPaths = {
  list: "/desk/api/pages/former",
  put: "/desk/api/pages/put-former",
  drop: "/desk/api/pages/drop-former",
} as const;

export const MOST_FORMER = 3000;

export const formerContracts = {
  list: z.object({}),
  /** As she wrote it. */
  put: z.object({ address: z.string().max(2000), page: uuid }),
  drop: z.object({ address: z.string().max(300) }),
} as const;

/** An address of an older site, and the page that it leads to. */
export interface Former {
  readonly address: string;
  readonly page: string;
}
