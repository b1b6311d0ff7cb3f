import { z } from "zod";

/** An id as it is sent: in small letters only, for it is compared as a text (RFC 9562, section 4, lets capitals in). */
export const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
