import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openProxy, type Proxy } from "../factories/proxy.server.ts";

// What the proxy of a jour tells of who sends a letter without script (decision 0148).

/** What came with each request. */
const told: (string | undefined)[] = [];
const process = createServer(({ headers }, response) => {
  const number = headers["lykta-crowd"];
  told.push(typeof number === "string" ? number : number?.join());
  response.end();
});
let proxy: Proxy;
beforeAll(async () => {
  await new Promise<void>((done) => process.listen(0, "127.0.0.1", done));
  const { port } = process.address() as AddressInfo;
  proxy = await openProxy({ a: port, b: port });
});
afterAll(async () => {
  await proxy?.close();
  process.close();
});

/** From an address of this machine. */
async function from(
  localAddress: string,
  path = "/contact/plain/write",
  headers = {},
): Promise<string | undefined> {
  await new Promise<void>((done, failed) => {
    const where = { port: proxy.port, host: "127.0.0.1", localAddress, method: "POST", path };
    const asked = request({ ...where, headers, agent: false }, (answer) =>
      answer.resume().once("end", done),
    );
    asked.once("error", failed).end("text=Hej");
  });
  return told.at(-1);
}

test("a number that a whole network shares, and many networks; nobody can choose it, and no address comes along", async () => {
  const one = await from("127.0.0.1");
  expect(one).toMatch(/^\d{1,5}$/);
  expect(Number(one)).toBeLessThan(65_536);
  expect(await from("127.0.0.99")).toBe(one);
  expect(await from("127.0.7.1")).not.toBe(one);
  expect(await from("127.0.0.1", "/contact/plain/write", { "Lykta-Crowd": "1" })).toBe(one);
  expect(await from("127.0.0.1", "/contact/")).toBeUndefined();
});
