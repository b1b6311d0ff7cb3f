export { notFoundPage } from "./pages/frame.server.tsx";
export { siteDoors, type SiteParts } from "./routes.server.tsx";
export { createFace, type FaceDraft, type OnDuty } from "./service.server.ts";
