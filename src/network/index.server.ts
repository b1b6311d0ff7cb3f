export {
  type DirectoryFace,
  type ListedFace,
  nearbyFaces,
  publishListing,
  untoldJours,
} from "./store.server.ts";
export {
  approvalWanted,
  networkMembers,
  setApproved,
  wantApproval,
} from "./members-store.server.ts";
export { networkDoors } from "./routes.server.ts";
