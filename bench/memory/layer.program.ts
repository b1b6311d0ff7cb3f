import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openDatabase } from "../../src/platform/database/index.server.ts";
import { openLive, type Seat } from "../../src/platform/live/index.server.ts";
import { openShredStore } from "../../src/platform/shred/index.server.ts";
import { houseDirectories } from "../frame/house.ts";

// The live layer alone, behind an application that knows nothing: what a waiting seeker costs without
// the queue, the rooms and all that the house knows of her. `node layer.program.ts DIRECTORY`

const { data, shred } = houseDirectories(process.argv[2] ?? "");
const database = await openDatabase({ dataDirectory: data });
const live = await openLive({
  ...{ database, keys: await openShredStore(shred) },
  hosts: async (host = "") => ({ host, jour: null, faceId: null, primaryHost: host }),
});
const seat: Seat = {
  by: new Uint8Array(16),
  label: "s",
  mayWrite: () => true,
  show: ({ payload }) => payload,
  present: () => ({}),
  opened: () => undefined,
};
await live.log.recover();
live.serve({
  welcome: async (token) => ({ who: token, admit: async () => seat, left: () => undefined }),
});
const http = createServer((_, response) => response.writeHead(404).end());
http.on("upgrade", (request, socket, head) => live.upgrade(request, socket, head));
http.listen(0, "127.0.0.1", () => {
  console.log(`ready ${(http.address() as AddressInfo).port}`);
});
process.on("SIGTERM", () => process.exit(0));
