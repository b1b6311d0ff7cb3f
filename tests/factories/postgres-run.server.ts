import { scratchInMemory } from "../scratch.ts";
import { openCluster } from "./postgres.server.ts";

// A PostgreSQL of the system for `npm run test:postgres`: says its address, and ends with its input.

scratchInMemory();
const cluster = await openCluster({ durable: false });
process.on("SIGINT", () => undefined);
process.stdin.resume();
process.stdin.once("end", () => void cluster.close().then(() => process.exit(0)));
process.stdout.write(`${cluster.url()}\n`);
