import { formatDate, formatTime, type Language } from "../ui/languages.ts";
import type { TimeView } from "./contract.ts";
import { timeMessages } from "./messages.times.ts";

/** "tisdag 1 december kl. 14:00–14:50, hos oss": always Swedish time. */
export function whenInWords({ startsAt, endsAt, place }: TimeView, language: Language): string {
  const t = timeMessages[language];
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)];
  const day = formatDate(from, language);
  const when = t.when(day, formatTime(from, language), formatTime(until, language));
  return `${when}, ${t[place]}`;
}
