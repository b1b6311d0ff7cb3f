export { type Counted, type Counters, openCounters } from "./counters.server.ts";
