import { createServer } from "node:net";
import { join } from "node:path";
import { type Program, startProgram } from "./process.ts";

export interface HouseSettings {
  /** Holds the database and the shred store, each in a directory of its own. */
  readonly directory: string;
  readonly mode: "demo" | "production";
  /** More arguments of `node`, such as for a profile. */
  readonly nodeArguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface HouseProgram extends Program {
  readonly port: number;
}

export const houseDirectories = (directory: string): { data: string; shred: string } => ({
  data: join(directory, "data"),
  shred: join(directory, "shred"),
});

/** The real, built house in a process of its own, as `npm start` runs it. */
export async function startHouse(settings: HouseSettings): Promise<HouseProgram> {
  const { data, shred } = houseDirectories(settings.directory);
  const port = await freePort();
  const program = await startProgram({
    args: [...(settings.nodeArguments ?? []), "dist/server/main.server.js"],
    ready: /^ready http/m,
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      LYKTA_MODE: settings.mode,
      LYKTA_DEMO: "bare",
      // What it finds was written into the embedded database of its own directory.
      DATABASE_URL: "",
      LYKTA_DATA: data,
      LYKTA_SHRED: shred,
      LYKTA_LETTER_KEYS: join(settings.directory, "letter-keys"),
      LYKTA_GRACE_MINUTES: "120",
      ...(settings.mode === "production" ? production : {}),
      ...settings.env,
    },
  });
  return { ...program, port };
}

const production = {
  LYKTA_ORIGIN: "https://lykta.example",
  LYKTA_SECRET: "a secret for measurements, at least thirty-two characters",
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address ? address.port : 0;
}
