export {
  type DirectoryFace,
  type NearFace,
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
export { type AgreedFace, agreedFaces } from "./overflow/store.server.ts";
export { overflowDoors } from "./overflow/routes.server.ts";
export { receivesInWords } from "./directory/present.server.ts";
export { networkDoors } from "./routes.server.ts";
export { federationDoors, type FederationParts } from "./federation/routes.server.ts";
export { joiningDoors } from "./joining/routes.server.ts";
export { apply as applyToJoin, sweep as sweepApplications } from "./joining/service.server.ts";
