import type { GuestDraft } from "../federation/contract.ts";
import { guestContract } from "../federation/contract.ts";
import { isElsewhere } from "../../platform/elsewhere.ts";
import { plainTown } from "../directory/match.ts";
import { isMunicipality, municipalities } from "../municipalities.ts";
import { hoursOf } from "./read-hsds-hours.ts";

// HSDS 3 (Open Referral) as guests of the directory. It is read generously, since files differ, and what
// could not be taken over is told, service by service.

export type Left =
  | "not-active"
  | "no-name"
  | "no-address"
  /** No id that is a uuid: entered twice it would stand twice. */
  | "no-id"
  /** A schedule whose channel or times could not be understood; the rest was taken. */
  | "hours"
  /** A service area that is no Swedish municipality; the rest was taken. */
  | "areas"
  | "phone"
  | "unusable";

export interface ReadHsds {
  readonly guests: readonly GuestDraft[];
  readonly left: readonly { readonly name: string; readonly why: Left }[];
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};
const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** A page of services, a list of them, one alone, or organizations that hold theirs. */
function servicesIn(json: unknown): Fields[] {
  const top = fieldsOf(json);
  const all = Array.isArray(json)
    ? listOf(json)
    : Array.isArray(top["contents"])
      ? listOf(top["contents"])
      : [top];
  return all.flatMap((one) =>
    Array.isArray(one["services"])
      ? listOf(one["services"]).map((service) => ({ organization: one, ...service }))
      : [one],
  );
}

/** All that can be entered of a file, and what was left out of it. */
export function readHsds(json: unknown): ReadHsds {
  const guests: GuestDraft[] = [];
  const left: { name: string; why: Left }[] = [];
  for (const service of servicesIn(json)) {
    const name = textOf(service["name"]).slice(0, 120);
    const leave = (why: Left): void => void left.push({ name, why });
    const refused = refusalOf(service, name);
    if (refused) {
      leave(refused);
      continue;
    }
    const draft = guestContract.safeParse(draftOf(service, name, leave));
    if (draft.success) guests.push(draft.data);
    else leave("unusable");
  }
  return { guests, left };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function refusalOf(service: Fields, name: string): Left | undefined {
  if (name === "") return "no-name";
  if (!UUID.test(textOf(service["id"]))) return "no-id";
  const status = textOf(service["status"]);
  if (status !== "" && status !== "active") return "not-active";
  return addressOf(service) === undefined ? "no-address" : undefined;
}

function addressOf(service: Fields): string | undefined {
  const organization = fieldsOf(service["organization"]);
  for (const written of [service["url"], organization["website"], organization["url"]]) {
    const url = textOf(written).replace(/^http:/i, "https:");
    if (isElsewhere(url)) return url;
  }
  return undefined;
}

function draftOf(service: Fields, name: string, leave: (why: Left) => void): GuestDraft {
  const who = `${name} ${textOf(service["description"])}`;
  const isYoung = /ungdom|tejjour|tjejjour|killjour|youth|young/i.test(who);
  const eligible = textOf(service["eligibility_description"]);
  const towns = townsOf(service, leave);
  const { hours, isWhole } = hoursOf(listOf(service["schedules"]));
  if (!isWhole) leave("hours");
  return {
    ...{ id: textOf(service["id"]).toLowerCase(), name, url: addressOf(service) ?? "" },
    kind: isYoung ? "ungdomsjour" : "kvinnojour",
    place: towns
      .map(({ name: town }) => town)
      .join(", ")
      .slice(0, 200),
    phone: phoneOf(service, leave),
    entry: {
      receives:
        /alla|oavsett|everybody|everyone|anyone/i.test(eligible) ||
        (isYoung && !/kvinn|flick|tjej|wom[ae]n|girl/i.test(eligible))
          ? "everyone"
          : "women",
      ages: agesOf(service, isYoung),
      doors: [isYoung ? "young" : "woman", "worried"],
      municipalities: towns.map(({ code }) => code),
      elsewhere: towns.length === 0 || /hela landet|whole country|nationwide/i.test(eligible),
      languages: languagesOf(service),
      permit: permitOf(textOf(service["accreditations"])),
      hours,
    },
  };
}

function agesOf(service: Fields, isYoung: boolean): GuestDraft["entry"]["ages"] {
  const age = (value: unknown): number | null =>
    typeof value === "number" && value >= 0 && value <= 120 ? Math.trunc(value) : null;
  return {
    from: age(service["minimum_age"]) ?? (isYoung ? 12 : 18),
    until: age(service["maximum_age"]),
  };
}

const codes = new Map(municipalities.map((one) => [plainTown(one.name), one]));
const byCode = new Map(municipalities.map((one) => [one.code, one]));

/** By the code of Statistics Sweden, else by name; an area that is a county or a country is none. */
function townsOf(service: Fields, leave: (why: Left) => void) {
  const areas = listOf(service["service_areas"]);
  const found = areas.flatMap((area) => {
    const code = textOf(area["extent"]);
    const name = plainTown(textOf(area["name"]));
    const town = isMunicipality(code) ? byCode.get(code) : codes.get(name);
    return town ? [town] : [];
  });
  if (found.length < areas.length) leave("areas");
  return [...new Map(found.map((town) => [town.code, town])).values()];
}

function phoneOf(service: Fields, leave: (why: Left) => void): string | null {
  const numbers = listOf(service["phones"]).map((phone) => textOf(phone["number"]));
  const fit = numbers.find((number) => guestContract.shape.phone.safeParse(number).success);
  if (fit === undefined && numbers.length > 0) leave("phone");
  return fit ?? null;
}

function languagesOf(service: Fields): string[] {
  const told = listOf(service["languages"]).map((one) => textOf(one["code"]));
  const tags = told.filter((tag) => /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/.test(tag));
  return tags.length > 0 ? [...new Set(tags)].slice(0, 40) : ["sv"];
}

function permitOf(text: string): GuestDraft["entry"]["permit"] {
  if (/paus/i.test(text)) return "paused";
  if (/sökt tillstånd|applied/i.test(text)) return "applied";
  return /har tillstånd|permit|licen[cs]e/i.test(text) ? "granted" : "none";
}
