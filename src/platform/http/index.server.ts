export { appDoors } from "./assets.server.ts";
export type { Code } from "./codes.ts";
export { type Access, type Actor, type Context, defineDoor, type Door } from "./door.server.ts";
export { type Glance, Glances } from "./glances.server.ts";
export { contentSecurityPolicy, sourceOf } from "./headers.server.ts";
export { hostBook, type HostBook, type HostView } from "./hosts.server.ts";
export { type Page, PageCache, type PageContext } from "./pages.server.ts";
export { createRouter } from "./router.server.ts";
export { startHttpServer, type HttpServer } from "./serve.server.ts";
