import { z } from "zod";
import { uuid } from "../platform/uuid.ts";

export const picturePaths = {
  list: "/desk/api/pictures/list",
  add: "/desk/api/pictures/add",
  describe: "/desk/api/pictures/describe",
  remove: "/desk/api/pictures/remove",
} as const;

/** As it comes from a telephone or a camera. */
export const MAX_PICTURE_BYTES = 12 * 1024 * 1024;

/** Of a PDF: a leaflet, a bundle of exercises, slides with pictures. */
export const MAX_DOCUMENT_BYTES = 6 * 1024 * 1024;

/** A picture as the desk lists it. */
export interface PictureView {
  readonly id: string;
  /** What stands for it in a text. */
  readonly address: string;
  readonly alt: string;
  readonly addedOn: string;
}

const alt = z.string().trim().min(1).max(300);

export const nothing = z.object({});
export const addContract = z.object({
  /** The file, in base64. */
  file: z
    .string()
    .min(1)
    .max(Math.ceil(MAX_PICTURE_BYTES / 3) * 4),
  alt,
});
export const describeContract = z.object({ id: uuid, alt });
export const removeContract = z.object({ id: uuid });
