export { type Beat, faultsOfScript, type Script } from "./rehearsal/script.ts";
