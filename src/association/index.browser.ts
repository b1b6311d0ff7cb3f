export { AssociationRoom } from "./desk/late.browser.tsx";
export { FederationSays } from "./desk/federation.browser.tsx";
