// A request as a form without script sends it, and what is wrong with it. Pure.

import { type LectureRequest, WAYS } from "./contract.ts";

export const REQUEST_LIMIT = {
  organisation: 120,
  contact: 120,
  mail: 254,
  phone: 40,
  dates: 600,
  wishes: 2000,
  size: 5000,
} as const;

/** When they ask for another time. */
export const LONGEST_WISH = 600;

/** As a form sends it. */
export type WrittenRequest = Readonly<
  Record<
    "organisation" | "contact" | "mail" | "phone" | "dates" | "size" | "way" | "wishes" | "lecture",
    string
  >
> & { readonly website: string };

export type RequestFault = "missing" | "too-long" | "no-address" | "no-number" | "leave-empty";
export type RequestFaults = Partial<Readonly<Record<keyof WrittenRequest, RequestFault>>>;

const needed = ["organisation", "contact", "mail", "dates", "size"] as const;
const lines = ["organisation", "contact", "mail", "phone", "dates", "wishes"] as const;

/** What is wrong with what somebody has written, field by field; else the request. */
export function readRequest(
  written: WrittenRequest,
  language: LectureRequest["language"],
  isAddress: (text: string) => boolean,
): { readonly faults: RequestFaults } | { readonly request: LectureRequest } {
  const faults: Partial<Record<keyof WrittenRequest, RequestFault>> = {};
  const text = (name: keyof WrittenRequest): string =>
    written[name].replaceAll("\r\n", "\n").trim();
  for (const name of lines) if (text(name).length > REQUEST_LIMIT[name]) faults[name] = "too-long";
  for (const name of needed) if (text(name) === "") faults[name] = "missing";
  if (!faults.mail && !isAddress(text("mail"))) faults.mail = "no-address";
  const size = /^\d{1,4}$/.test(text("size")) ? Number(text("size")) : 0;
  if (!faults.size && (size < 1 || size > REQUEST_LIMIT.size)) faults.size = "no-number";
  const way = ([...WAYS, "either"] as const).find((one) => one === text("way"));
  if (!way) faults.way = "missing";
  if (written.website !== "") faults.website = "leave-empty";
  if (!way || Object.keys(faults).length > 0) return { faults };
  const [organisation, contact] = [text("organisation"), text("contact")];
  const reached = { mail: text("mail"), phone: text("phone") };
  const wished = { dates: text("dates"), wishes: text("wishes"), size, way };
  return { request: { organisation, contact, ...reached, ...wished, language } };
}
