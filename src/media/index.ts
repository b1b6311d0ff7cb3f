export { type PictureAddress, pictureAddress, readPictureAddress, widthsOf } from "./address.ts";
export {
  MAX_DOCUMENT_BYTES,
  MAX_PICTURE_BYTES,
  type PictureView,
  picturePaths,
} from "./contract.ts";
