import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The least that `node:http` can do: one answer with the head and the bytes of the house's page. */
interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  /** One character a byte. */
  readonly text: string;
}

const [file = "", kind = "string"] = process.argv.slice(2);
const { headers, text } = JSON.parse(readFileSync(file, "utf8")) as Answer;
const bytes = Buffer.from(text, "latin1");

const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  if (kind === "string") response.end(text, "latin1");
  else response.end(bytes);
});
server.listen(0, "127.0.0.1", () => {
  console.log(`ready ${(server.address() as AddressInfo).port}`);
});
