export { type ListedFace, listedFaces, type Listing, publishListing } from "./store.server.ts";
export { networkDoors } from "./routes.server.ts";
