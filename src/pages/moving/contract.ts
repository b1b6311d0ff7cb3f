import { z } from "zod";
import { uuid } from "../../platform/uuid.ts";
import { MAX_PICTURE_BYTES } from "../../media/index.ts";
import { settingsContract, textContract } from "../contract.ts";
import { LEFT, type Left, MAX_LEFT } from "./left.ts";

export const movingPaths = {
  list: "/desk/api/moving/list",
  begin: "/desk/api/moving/begin",
  picture: "/desk/api/moving/picture",
  finish: "/desk/api/moving/finish",
  keep: "/desk/api/moving/keep",
  undo: "/desk/api/moving/undo",
} as const;

const id = uuid;

export const listContract = z.object({});
export const beginContract = z.object({
  slugs: z.array(settingsContract.shape.slug).max(300),
});
export const pictureContract = z.object({
  import: id,
  /** In base64. */
  file: z
    .string()
    .min(1)
    .max(Math.ceil(MAX_PICTURE_BYTES / 3) * 4),
  /** Empty where the old page said nothing of what it shows. */
  alt: z.string().trim().max(300),
});

const pageContract = settingsContract.omit({ face: true }).extend({
  language: z.enum(["sv", "en"]),
  text: textContract,
  /** The file that it was in the old site, so that its address leads on. */
  file: z.string().max(300),
  /** Pictures that it shows and documents that it led to, so that their addresses lead on too. */
  files: z
    .array(
      z.object({
        file: z.string().max(300),
        /** As `picture` has answered; null of a document, which does not come along. */
        picture: z.string().max(120).nullable(),
      }),
    )
    .max(200)
    .default([]),
});
export type ImportedPage = z.infer<typeof pageContract>;

export const finishContract = z.object({
  import: id,
  /** null: on all faces of the jour. */
  face: id.nullable(),
  pages: z.array(pageContract).min(1).max(300),
  left: z
    .array(
      z.object({
        path: z.string().max(300),
        what: z.enum(LEFT),
        detail: z.string().max(160),
        count: z.number().int().min(1).max(1_000_000),
      }),
    )
    .max(MAX_LEFT),
});
export const oneContract = z.object({ import: id });

/** All drafts of a site in one body. */
export const MAX_FINISH_BYTES = 8 * 1024 * 1024;

export interface FinishedImport {
  readonly import: string;
  readonly pages: number;
}

/** An import as the desk lists it. */
export interface ImportView {
  readonly id: string;
  readonly madeOn: string;
  /** null when she has left. */
  readonly madeBy: string | null;
  /** False while it is under way, or when it was broken off. */
  readonly isFinished: boolean;
  readonly pages: number;
  readonly pictures: number;
  /** Pages that have been written on or published since: undoing leaves them. */
  readonly worked: number;
  readonly left: readonly Left[];
}

export interface Undone {
  readonly pages: number;
  /** Which stay, because somebody has worked on them. */
  readonly stayed: number;
}
