import { readPictureAddress } from "../../media/index.ts";
import { isElsewhere } from "../../platform/elsewhere.ts";

/** Where a link on a page may lead: everything else stays plain text. */
export function isLinkAddress(address: string): boolean {
  // Browsers skip over control characters and read a backslash as a slash.
  if (/[\p{Cc}\s\\]/u.test(address)) return false;
  if (address.startsWith("/")) return !address.startsWith("//");
  if (address.startsWith("#")) return true;
  if (/^mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+$/i.test(address)) return true;
  if (/^(tel|sms):\+?[\d-]{2,20}$/i.test(address)) return true;
  return isElsewhere(address);
}

/** What stands in Markdown as a picture or a link, and is not text. */
export const isAddress = (address: string): boolean =>
  readPictureAddress(address) !== undefined || isLinkAddress(address);
