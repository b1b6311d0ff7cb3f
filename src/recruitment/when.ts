import { formatDate, formatTime, type Language } from "../ui/languages.ts";
import type { MeetingView } from "./contract.ts";
import { applicationMessages } from "./messages.application.ts";

/** "tisdag 1 december kl. 18:00–19:30, Stadsbiblioteket": always Swedish time. */
export function whenInWords({ startsAt, endsAt, place }: MeetingView, language: Language): string {
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)];
  const { when } = applicationMessages[language];
  const day = formatDate(from, language);
  return `${when(day, formatTime(from, language), formatTime(until, language))}, ${place}`;
}
