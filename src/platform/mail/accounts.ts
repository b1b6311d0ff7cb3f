/** A server that mail is fetched from, or sent through. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `none` only where it never leaves this machine. */
  readonly security: "tls" | "starttls" | "none";
  readonly user: string | undefined;
  readonly password: string | undefined;
}

/** By which a jour sends. */
export interface Sender {
  readonly server: MailServer;
  readonly address: string;
  /** What stands before the address; empty shows the address alone. */
  readonly name: string;
}

/** One address that can stand alone in a header and an envelope. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s<>,;:"()[\]\\@\p{Cc}]{1,64}@[\p{L}\p{N}.-]{1,253}$/u.test(text);
