import { z } from "zod";
import { isElsewhere } from "./elsewhere.ts";

const bounded = z.string().trim().max(300);

/** An address of another site, kept as all programs spell it: a telephone writes "Https://". */
export const siteAddress = bounded
  .refine(isElsewhere, "not-an-address")
  .transform((address) => new URL(address).href)
  .pipe(bounded);
