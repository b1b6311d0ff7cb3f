const ok = (type: string, what: string, schema: object) => ({
  "200": { description: what, content: { [type]: { schema } } },
});

const span = {
  type: "object",
  required: ["from", "until"],
  properties: {
    from: { type: "string", pattern: "^[0-2][0-9]:[0-5][0-9]$" },
    until: {
      ...{ type: "string", pattern: "^[0-2][0-9]:[0-5][0-9]$" },
      description: "At or before the beginning: on the next day.",
    },
  },
} as const;

const strings = { type: "array", items: { type: "string" } } as const;

const jour = {
  type: "object",
  required: [
    ...["id", "jour", "jourName", "name", "kind", "url", "phone", "place", "receives", "ages"],
    ...["doors", "municipalities", "elsewhere", "languages", "permit", "hours"],
  ],
  properties: {
    id: { type: "string", format: "uuid" },
    jour: { type: "string", format: "uuid", description: "Two faces of one jour share it." },
    jourName: { type: "string" },
    name: { type: "string" },
    kind: { enum: ["kvinnojour", "ungdomsjour"] },
    url: { type: "string", format: "uri" },
    phone: { type: ["string", "null"] },
    place: { type: "string" },
    receives: { enum: ["women", "everyone"] },
    ages: {
      type: "object",
      required: ["from", "until"],
      properties: { from: { type: "integer" }, until: { type: ["integer", "null"] } },
    },
    doors: { ...strings, description: "Doors at which a conversation may begin." },
    municipalities: { ...strings, description: "Codes of Statistics Sweden, four digits." },
    elsewhere: { type: "boolean", description: "Whether people from elsewhere are received." },
    languages: { ...strings, description: "BCP 47." },
    permit: { enum: ["none", "applied", "granted", "paused"] },
    hours: {
      type: "object",
      description: "Announced hours on the clock in Sweden (Europe/Stockholm), Monday first.",
      required: ["week", "exceptions"],
      properties: {
        week: {
          type: "object",
          additionalProperties: { type: "array", items: { type: "array", items: span } },
        },
        exceptions: {
          type: "array",
          items: {
            type: "object",
            required: ["date", "channel", "intervals"],
            properties: {
              date: { type: "string", format: "date" },
              channel: { type: "string" },
              intervals: { type: "array", items: span },
            },
          },
        },
      },
    },
  },
} as const;

/** GET /api/v1/openapi.json. Fields may be added within v1; none is taken away or changes its meaning. */
export const openApi = {
  openapi: "3.1.0",
  info: {
    title: "Lykta: the jours of this network",
    version: "1",
    description:
      "Public facts, the same for everybody. No parameter, no key, no cookie; nothing is logged of who asks.",
    license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
  },
  paths: {
    "/api/v1/jours": {
      get: {
        operationId: "jours",
        summary: "All jours with what they tell of themselves",
        responses: ok("application/json", "The jours", {
          type: "object",
          required: ["jours"],
          properties: { jours: { type: "array", items: { $ref: "#/components/schemas/Jour" } } },
        }),
      },
    },
    "/api/v1/jours.csv": {
      get: {
        operationId: "joursCsv",
        summary: "The same as a table (RFC 4180, UTF-8)",
        responses: ok("text/csv", "The table", { type: "string" }),
      },
    },
    "/api/v1/hsds/services": {
      get: {
        operationId: "hsdsServices",
        summary: "The same as HSDS 3 services, on one page",
        responses: ok("application/json", "A page of services", {
          type: "object",
          required: ["total_items", "contents"],
          properties: { contents: { type: "array", items: { type: "object" } } },
        }),
      },
    },
  },
  components: { schemas: { Jour: jour } },
} as const;
