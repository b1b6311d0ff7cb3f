import { timingSafeEqual } from "node:crypto";
import { uuidBytes } from "../platform/ids.ts";
import type { JourId } from "../platform/database/index.server.ts";
import type { HouseMark } from "../platform/house-seal.server.ts";
import { educationPages } from "./contract.ts";

// The link to a school's own page: the number of the request, and a mark that this house alone can set under
// it. Nothing of it is stored: it can be written into every mail, and ends with the request.

const NUMBER = 16;
const MARK = 16;

const markOf = (mark: HouseMark, jour: JourId, booking: string): Buffer =>
  mark(`${jour} ${booking}`).subarray(0, MARK);

const linkOf = (mark: HouseMark, jour: JourId, booking: string): string =>
  Buffer.concat([uuidBytes(booking), markOf(mark, jour, booking)]).toString("base64url");

const uuidText = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

export const pathOf = (mark: HouseMark, jour: JourId, booking: string): string =>
  educationPages.own.replace(":link", linkOf(mark, jour, booking));

/** Which request a link is of; undefined of what this house has not written for this jour. */
export function bookingIn(mark: HouseMark, jour: JourId, link: string): string | undefined {
  if (!/^[\w-]{43}$/.test(link)) return undefined;
  const bytes = Buffer.from(link, "base64url");
  if (bytes.length !== NUMBER + MARK) return undefined;
  const booking = uuidText(bytes.subarray(0, NUMBER));
  const isOurs = timingSafeEqual(bytes.subarray(NUMBER), markOf(mark, jour, booking));
  return isOurs ? booking : undefined;
}
