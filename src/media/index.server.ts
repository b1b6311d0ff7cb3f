export { drawPicture } from "./draw.server.ts";
export { addPicture, keepPicture, mediaDoors, removePictures } from "./routes.server.ts";
