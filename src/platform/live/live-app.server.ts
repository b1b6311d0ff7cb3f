import type { HostView } from "../http/index.server.ts";
import type { LiveCode } from "./codes.ts";
import type { LogRoom } from "./log-record.server.ts";
import type { NumberedFrame } from "./stored-frame.server.ts";

/** What a module puts behind the live connection. */
export interface LiveApp {
  /** Who stands behind a token; undefined refuses it. */
  welcome(
    token: string,
    host: HostView,
    connection: LiveConnection,
  ): Promise<LiveGuest | undefined>;
}

export interface LiveGuest {
  /** How her connections are counted together; without it she is told what she asks, and stays a stranger. */
  readonly who: string | undefined;
  /** May she follow this log now, and as whom? */
  admit(log: string): Promise<Seat | LiveCode>;
  /** Her connection is over. */
  left(): void;
}

/** A guest's place at one log. */
export interface Seat {
  /** 16 bytes: whose frames these are. */
  readonly by: Uint8Array;
  /** How she is counted as present. */
  readonly label: string;
  mayWrite(): boolean;
  /** How far her frames may fill the log now; the whole of it without this. */
  room?(): LogRoom | undefined;
  /** What of a server event goes out to her. */
  show(event: NumberedFrame): Uint8Array;
  /** Who is present, as the fields of a `present` text. */
  present(): object;
  /** The channel stands: the moment for texts of the application's own. */
  opened(ch: number): void;
}

/** What the application may do with a connection. */
export interface LiveConnection {
  tell(text: object): void;
  /** Closes her channels to this log under this label. */
  closeChannels(log: string, label: string, code: string): void;
  close(code: LiveCode): void;
}
