import { formatDate, formatTime, formatWeekday, type Language } from "../ui/languages.ts";
import { type Announcement, dateAt } from "./hours.ts";
import { siteMessages } from "./messages.ts";
import type { PolicyContent } from "./contract.ts";
import type { ChannelState, Policy } from "./views.ts";

/**
 * A channel is open when somebody of the face is on duty for it; hours are only what is announced.
 * `onDuty` is how many are, or "hours-decide" for a channel whose duty the system does not know
 * (a telephone that is not connected to it): then the state says that it rests on the hours.
 */
export function channelState(
  announcement: Announcement,
  onDuty: number | "hours-decide",
  asOf: number,
): ChannelState {
  const until = announcement.open ? announcement.until : null;
  if (onDuty === "hours-decide") {
    if (announcement.open) return { kind: "open", asOf, until, basis: "hours" };
  } else if (onDuty > 0) {
    return { kind: "open", asOf, until, basis: "duty" };
  } else if (announcement.open) {
    return { kind: "announced-but-nobody", asOf, until };
  }
  return { kind: "closed", asOf, opensAt: announcement.open ? null : announcement.opensAt };
}

/** The state in a few honest words. */
export function stateInWords(state: ChannelState, language: Language): string {
  const say = siteMessages[language];
  const asOf = formatTime(state.asOf, language);
  if (state.kind === "announced-but-nobody") return say.nobodyThere(asOf);
  if (state.kind === "closed") {
    return state.opensAt === null
      ? say.closed
      : say.opens(momentInWords(state.opensAt, state.asOf, language));
  }
  if (state.basis === "duty") return say.openDuty(asOf);
  return state.until === null ? say.openAlways : say.openHours(formatTime(state.until, language));
}

/** "i dag 18:00", "i morgon 18:00", "torsdag 18:00"; a date when it is more than six days away. */
export function momentInWords(moment: number, now: number, language: Language): string {
  const say = siteMessages[language];
  const days = dateAt(now).until(dateAt(moment)).days;
  const day =
    days === 0
      ? say.today
      : days === 1
        ? say.tomorrow
        : days <= 6
          ? formatWeekday(moment, language)
          : formatDate(moment, language);
  return `${day} ${formatTime(moment, language)}`;
}

/** Who is received and who answers, said plainly. */
export function policyInWords(policy: PolicyContent, language: Language): Policy {
  const say = siteMessages[language];
  const { from, until } = policy.ages;
  const women = policy.receives === "women";
  const receives =
    until === null
      ? (women ? say.receivesWomen : say.receivesAll)(from)
      : (women ? say.receivesWomenBetween : say.receivesAllBetween)(from, until);
  const answers = policy.answeredBy === "women" ? say.answersWomen : say.answersAdult;
  return { receives, answeredBy: policy.answeredBy, answers };
}
