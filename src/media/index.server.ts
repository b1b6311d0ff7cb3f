export { drawPicture } from "./draw.server.ts";
export { keepPicture, mediaDoors } from "./routes.server.ts";
