import { lookup as lookUp } from "node:dns/promises";
import { request as ask, type RequestOptions } from "node:https";
import type { ClientRequest, IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv6 } from "node:net";
import type { Reached } from "./contract.ts";

/** How the server goes out; the tests put a server of their own behind it. */
export interface Ways {
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  readonly ask: (
    options: RequestOptions,
    heard: (answer: IncomingMessage) => void,
  ) => ClientRequest;
}

export interface Tried {
  readonly reached: Reached;
  readonly to?: string;
}

const MAX_HOPS = 4;
const MILLISECONDS = 8000;
const PORT = 443;

const world: Ways = {
  resolve: async (host) => (await lookUp(host, { all: true })).map(({ address }) => address),
  isPublic,
  ask,
};

/**
 * Whether another site answers at an address. Only over https, only at its own port, only at an address of
 * the open internet, found out once and then held to: no name can lead this house to itself or its neighbours.
 */
export async function tryLink(address: string, ways: Ways = world): Promise<Tried> {
  let at = address;
  let isForGood = true;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const step = await stepTo(at, "HEAD", ways);
    if (typeof step === "string") return { reached: step };
    if (step.to === undefined) {
      if (hop === 0 || !isForGood) return { reached: "there" };
      return { reached: "moved", to: at };
    }
    isForGood &&= step.isForGood;
    at = step.to;
  }
  return { reached: "unsure" };
}

interface Step {
  readonly to: string | undefined;
  readonly isForGood: boolean;
}

async function stepTo(
  address: string,
  method: "HEAD" | "GET",
  ways: Ways,
): Promise<Step | Reached> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== "https:" || url.port !== "" || url.username !== "") return "not-public";
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const found = isIP(host) ? [host] : await ways.resolve(host).catch(() => []);
  const [pinned] = found;
  if (pinned === undefined) return "silent";
  // One that also has an address within is not asked at all: what is asked next could go there.
  if (!found.every(ways.isPublic)) return "not-public";
  const heard = await askOnce(url, host, pinned, method, ways);
  if (heard === undefined) return "silent";
  const { status, location } = heard;
  if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url))
    return { to: new URL(location, url).href, isForGood: status === 301 || status === 308 };
  if (status >= 200 && status < 300) return { to: undefined, isForGood: true };
  // Some answer only to whoever wants the whole page.
  if (method === "HEAD" && status !== 429) return stepTo(address, "GET", ways);
  return status === 404 || status === 410 ? "gone" : "unsure";
}

interface Heard {
  readonly status: number;
  readonly location: string | undefined;
}

/** The head of an answer; its body is never read. undefined when there is none in time. */
function askOnce(
  url: URL,
  host: string,
  pinned: string,
  method: string,
  { ask: send }: Ways,
): Promise<Heard | undefined> {
  return new Promise((resolve) => {
    const options: RequestOptions = {
      ...{ host: pinned, port: PORT, method, path: url.pathname + url.search, agent: false },
      ...(!isIP(host) && { servername: host }),
      headers: { Host: url.host, "User-Agent": "Lykta link check", Accept: "*/*" },
      signal: AbortSignal.timeout(MILLISECONDS),
      maxHeaderSize: 16 * 1024,
    };
    const request = send(options, (answer) => {
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      request.destroy();
    });
    request.once("error", () => resolve(undefined));
    request.end();
  });
}

const within = new BlockList();
for (const [net, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
  ] as const),
  ...([
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
  ] as const),
  ...([
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const),
  ...([
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
] as const)
  within.addSubnet(net, bits, "ipv4");
/** Of the newer addresses only what is given out to the world, less what carries older ones within. */
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
  ] as const),
] as const)
  within.addSubnet(net, bits, "ipv6");

/** An address of the open internet (the registries of special addresses of IANA, autumn 2025). */
export function isPublic(address: string): boolean {
  if (!isIPv6(address)) return isIP(address) === 4 && !within.check(address, "ipv4");
  return given.check(address, "ipv6") && !within.check(address, "ipv6");
}
