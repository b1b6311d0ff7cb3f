import { z } from "zod";

// What the schemas of HSDS 3 (service, organization, phone, schedule, service_area and language, as
// published in openreferral/specification, 3.0 to 3.2) say of an object: which fields there are, of which
// type and format, which must be there, and which values some of them may have. Only those facts are
// here, written down anew; the schemas themselves (CC BY-SA 4.0) are not. They let an object have other
// fields besides; this does not, so that a name that is misspelt fails.

const types = {
  text: z.string(),
  uuid: z.uuid(),
  uri: z.url(),
  email: z.email(),
  number: z.number(),
  date: z.iso.date(),
  moment: z.iso.datetime({ offset: true }),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?$/),
  status: z.enum(["active", "inactive", "defunct", "temporarily closed"]),
  weekday: z.enum(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]),
  frequency: z.enum(["WEEKLY", "MONTHLY"]),
} as const;

/** "id uuid!": a name, a type, and whether it must be there. */
function object(fields: string, more: Record<string, z.ZodType> = {}) {
  const shape = fields
    .trim()
    .split(/,\s*/)
    .map((field): [string, z.ZodType] => {
      const [name = "", told = ""] = field.split(" ");
      const type = types[told.replace("!", "") as keyof typeof types];
      return [name, told.endsWith("!") ? type : type.optional()];
    });
  return z.strictObject({ ...Object.fromEntries(shape), ...more });
}

const language =
  object(`id uuid!, service_id uuid, location_id uuid, phone_id uuid, name text, code text,
  note text`);

const phone = object(
  `id uuid!, location_id uuid, service_id uuid, organization_id uuid, contact_id uuid,
  service_at_location_id uuid, number text!, extension number, type text, description text`,
  { languages: z.array(language).optional() },
);

const schedule = object(`id uuid!, service_id uuid, location_id uuid, service_at_location_id uuid,
  valid_from date, valid_to date, dtstart date, timezone number, until date, count number, wkst weekday,
  freq frequency, interval number, byday text, byweekno text, bymonthday text, byyearday text,
  description text, opens_at time, closes_at time, schedule_link uri, attending_type text, notes text`);

const area =
  object(`id uuid!, service_id uuid, service_at_location_id uuid, name text, description text,
  extent text, extent_type text, uri text`);

const organization =
  object(`id uuid!, name text!, alternate_name text, description text!, email email,
  website uri, tax_status text, tax_id text, year_incorporated number, legal_status text, logo text,
  uri uri, parent_organization_id uuid`);

export const hsdsService = object(
  `id uuid!, organization_id uuid, program_id uuid, name text!, alternate_name text, description text,
  url uri, email email, status status!, interpretation_services text, application_process text,
  fees_description text, wait_time text, fees text, accreditations text, eligibility_description text,
  minimum_age number, maximum_age number, assured_date date, assurer_email email, licenses text,
  alert text, last_modified moment`,
  {
    phones: z.array(phone).optional(),
    schedules: z.array(schedule).optional(),
    service_areas: z.array(area).optional(),
    languages: z.array(language).optional(),
    organization: organization.optional(),
  },
);

/** As the specification's API answers a list. */
export const hsdsList = z.strictObject({
  ...{ total_items: z.number(), total_pages: z.number(), page_number: z.number() },
  ...{ size: z.number(), first_page: z.boolean(), last_page: z.boolean(), empty: z.boolean() },
  contents: z.array(hsdsService),
});
