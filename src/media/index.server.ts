export { type DocumentCode, readDocument } from "./document.server.ts";
export { drawPicture } from "./draw.server.ts";
export { addPicture, keepPicture, mediaDoors, removePictures } from "./routes.server.ts";
