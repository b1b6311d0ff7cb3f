export { EXTRACT_SIZE, extractAbout, openExtract, REGISTERS, sealExtract } from "./extract.ts";
export type { ExtractAbout, Manager, Register } from "./extract.ts";
export { handedInBy, signHandedIn, verifyHandedIn } from "./handed-in.ts";
export { NOTE_SIZE, noteAbout, openNote, sealNote } from "./note.ts";
export { makePledge, pledgeTextHash, verifyPledge } from "./pledge.ts";
export type { Pledge } from "./pledge.ts";
export { looksHash, makeReview, verifyReview } from "./review.ts";
export type { Look, Review } from "./review.ts";
