import { z } from "zod";
import { uuid } from "../../platform/uuid.ts";

export const overflowPaths = {
  list: "/desk/api/overflow/list",
  say: "/desk/api/overflow/say",
} as const;

export const listContract = z.object({});
export const sayContract = z.object({ jour: uuid, yes: z.boolean() });

/** Another jour of the house, and what the two say of leading seekers to each other. */
export interface OverflowJour {
  readonly id: string;
  readonly name: string;
  readonly faces: readonly OverflowFace[];
  readonly mine: boolean;
  readonly theirs: boolean;
}

export interface OverflowFace {
  readonly name: string;
  readonly place: string;
  /** Whether people from other municipalities are received. */
  readonly elsewhere: boolean;
}

export interface OverflowList {
  readonly jours: readonly OverflowJour[];
}
