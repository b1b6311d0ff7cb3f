import { Hono } from "hono";
import { afterEach, describe, expect, test } from "vitest";
import { type HttpServer, startHttpServer } from "../../src/platform/http/index.server.ts";
import { soon } from "../factories/soon.ts";
import { type Wire, wire } from "../factories/wire.server.ts";

// What connections may take up that never finish asking, or never read their answer.

let server: HttpServer;
const wires: Wire[] = [];
const hold: (() => void)[] = [];
const LONG = "x".repeat(32 * 1024 * 1024);

async function serve(
  bounds: Parameters<typeof startHttpServer>[0]["bounds"],
  patience?: { head: number; whole: number; silence: number },
): Promise<void> {
  const app = new Hono();
  app.get("/", (c) => c.text("at once"));
  app.get("/long", (c) => c.text(LONG));
  app.get("/held", async (c) => {
    await new Promise<void>((go) => hold.push(go));
    return c.text("at last");
  });
  app.post("/", async (c) => c.text(String((await c.req.text().catch(() => "cut")).length)));
  const options = {
    port: 0,
    listen: "127.0.0.1",
    ...(bounds && { bounds }),
    ...(patience && { patience }),
  };
  server = await startHttpServer(options, app, {
    upgrade(_, socket) {
      socket.on("end", () => socket.end()).resume();
      socket.write("HTTP/1.1 101 Upgraded\r\n\r\n");
    },
    request: () => false,
  });
}
afterEach(async () => {
  for (const go of hold.splice(0)) go();
  for (const { socket } of wires.splice(0)) socket.destroy();
  await server.close();
});

const HOST = "Host: mira.localhost";
function open(first = ""): Wire {
  const one = wire(server.port, first);
  wires.push(one);
  return one;
}
const get = (path = "/"): string => `GET ${path} HTTP/1.1\r\n${HOST}\r\n\r\n`;
const isAnswered = (one: Wire, text = "at once"): Promise<void> =>
  soon(() => expect(one.said()).toContain(text));
const half = `GET / HTTP/1.1\r\n${HOST}\r\nX-Drip: `;
const bodyOf = (length: number): string =>
  `POST / HTTP/1.1\r\n${HOST}\r\nContent-Length: ${length}\r\n\r\n`;
const isOpen = (one: Wire): boolean => !one.socket.destroyed;

describe("a crowd of connections", () => {
  test("that say nothing, or half a head, gives way to whoever asks", async () => {
    await serve({ pending: 4 });
    const silent = [open(), open(half), open(half)];
    await new Promise((go) => setTimeout(go, 50));
    for (let n = 0; n < 20; n++) silent.push(open(half));
    const she = open(get());
    await isAnswered(she);
    await silent[0]?.closed;
    await silent[5]?.closed;
    expect(silent.filter(isOpen).length).toBeLessThanOrEqual(4);
  });

  test("does not touch one that is being answered, nor one that was upgraded", async () => {
    await serve({ pending: 3 });
    const waiting = open(get("/held"));
    await soon(() => expect(hold).toHaveLength(1));
    const live = open(
      `GET /live HTTP/1.1\r\n${HOST}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    await isAnswered(live, "101");
    for (let n = 0; n < 20; n++) open(half);
    await soon(() => expect(wires.filter(isOpen).length).toBeLessThanOrEqual(5));
    expect([isOpen(waiting), isOpen(live)]).toEqual([true, true]);
    for (const go of hold.splice(0)) go();
    await isAnswered(waiting, "at last");
    // Answered, it waits like all others, but it has not waited long.
    open(half);
    waiting.write(get());
    await isAnswered(waiting);
  });

  test("whose bodies do not come to an end gives way; large ones have less room", async () => {
    await serve({ reading: 4, heavy: 1 });
    const dripping = Array.from({ length: 4 }, () => open(`${bodyOf(100)}x`));
    const heavy = open(`${bodyOf(100_000)}x`);
    await new Promise((go) => setTimeout(go, 50));
    expect([...dripping, heavy].every(isOpen)).toBe(true);
    await isAnswered(open(`${bodyOf(5)}hello`), "\r\n\r\n5");
    open(`${bodyOf(100_000)}x`);
    await Promise.all([dripping[0]?.closed, heavy.closed]);
    expect(isOpen(dripping[3] as Wire)).toBe(true);
  });

  test("that does not read its answers gives way", async () => {
    await serve({ answering: 3 });
    const deaf = Array.from({ length: 3 }, () => {
      const one = open();
      one.socket.pause();
      one.write(get("/long"));
      return one;
    });
    await new Promise((go) => setTimeout(go, 200));
    const she = open(get("/held"));
    await soon(() => expect(hold).toHaveLength(1));
    deaf[0]?.socket.resume();
    expect((await deaf[0]?.closed)?.length).toBeLessThan(LONG.length);
    for (const go of hold.splice(0)) go();
    await isAnswered(she, "at last");
  });

  test("is told to come back when more is being worked at than can be", async () => {
    await serve({ working: 2 });
    const held = [open(get("/held")), open(get("/held"))];
    await soon(() => expect(hold).toHaveLength(2));
    const late = open(get());
    await isAnswered(late, '{"error":"try-again"}');
    expect(late.said()).toMatch(/^HTTP\/1.1 503 [^]*no-store/i);
    for (const go of hold.splice(0)) go();
    await isAnswered(held[1] as Wire, "at last");
    await isAnswered(open(get()));
  });
});

test("one who asks on without waiting for an answer is cut off", async () => {
  await serve({});
  const patient = open(get("/held").repeat(8));
  await soon(() => expect(hold).toHaveLength(8));
  for (const go of hold.splice(0)) go();
  await soon(() => expect(patient.said().match(/at last/g)).toHaveLength(8));
  const eager = open(get("/held").repeat(9));
  expect(await eager.closed).toBe("");
  patient.write(get());
  await isAnswered(patient);
});

describe("one who is slow", () => {
  test("with the head, with the body, or altogether silent, is let go in time", async () => {
    await serve({}, { head: 300, whole: 600, silence: 900 });
    const head = open(half);
    const drip = setInterval(() => head.write("x"), 50);
    expect(await head.closed).toMatch(/^HTTP\/1.1 408 [^]*{"error":"too-slow"}$/);
    clearInterval(drip);
    const body = open(`${bodyOf(100)}x`);
    const bodyDrip = setInterval(() => body.write("x"), 50);
    expect(await body.closed).not.toContain(" 200 ");
    clearInterval(bodyDrip);
    await open().closed;
  });
});
