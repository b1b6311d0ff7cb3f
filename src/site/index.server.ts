export { formPage, type FormPageProps } from "./pages/form-page.server.tsx";
export { facePage, faultPage, notFoundPage } from "./pages/frame.server.tsx";
export { siteDoors, type SiteParts } from "./routes.server.tsx";
export {
  type ChatNow,
  createFace,
  type FaceDraft,
  facesOf,
  hostOf,
  type OnDuty,
  phoneAnnounced,
  publishUntold,
  signOf,
} from "./service.server.ts";
export { tongueFrame } from "./tongues/frame.server.tsx";
export { tongueFor } from "./tongues/tongues.ts";
export { momentAt } from "./hours.ts";
export { phoneView } from "./phone.ts";
export type { FaceSign, Lead, Leads, LeadsIn } from "./views.ts";
