import type { JourId } from "../../src/platform/database/index.server.ts";

/** What a program of letters is started with. Bytes are base64url. */
export interface GivenPost {
  readonly jour: JourId;
  readonly face: string;
  readonly women: readonly {
    readonly id: string;
    readonly name: string;
    readonly teams: readonly string[];
    readonly sealKey: string;
  }[];
  readonly teamKeys: readonly {
    readonly team: string;
    readonly id: string;
    readonly statement: string;
    readonly until: number;
  }[];
  /** Ports: the next mail server, and where mail is handed over. */
  readonly relay: number;
  readonly lmtp: number;
}

/** Followed by how far the clock is ahead, in milliseconds. */
export const controlPaths = { sweep: "/control/sweep", send: "/control/send" } as const;
