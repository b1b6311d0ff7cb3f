export { openShredStore, type ShredKey, type ShredStep, type ShredStore } from "./store.server.ts";
export { unwrap, wrap } from "./wrap.server.ts";
