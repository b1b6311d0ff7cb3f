import { defineMessages } from "../ui/languages.ts";

/** The parts of the counselling service in the desk. */
export const roomMessages = defineMessages({
  sv: {
    parts: "Delar av samtalsmottagningen",
    requests: "Förfrågningar",
    times: "Tider",
    supporters: "Stödpersoner",
  },
  en: {
    parts: "Parts of the counselling service",
    requests: "Requests",
    times: "Times",
    supporters: "Supporters",
  },
});
