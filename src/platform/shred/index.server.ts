export { mirroredShredStore } from "./mirrored.server.ts";
export { openShredStore, type ShredKey, type ShredStore } from "./store.server.ts";
export { unwrap, wrap } from "./wrap.server.ts";
