import { intervalFaults } from "../intervals.ts";
import { CHANNELS, type FaceHours, type HoursException } from "../names.ts";

/** What is wrong with the exception at a place in the list, apart from its intervals. */
export function exceptionFault(
  exceptions: readonly HoursException[],
  index: number,
): "date-missing" | "same-date" | undefined {
  const one = exceptions[index];
  if (!one || !/^\d{4}-\d{2}-\d{2}$/.test(one.date)) return "date-missing";
  const isSame = (other: HoursException): boolean =>
    other.date === one.date && other.channel === one.channel;
  return exceptions.findIndex(isSame) < index ? "same-date" : undefined;
}

/** Whether the server would take these hours. */
export function isSound({ week, exceptions }: FaceHours): boolean {
  const days = [
    ...CHANNELS.flatMap((channel) => week[channel]),
    ...exceptions.map(({ intervals }) => intervals),
  ];
  return (
    days.every((day) => intervalFaults(day).size === 0) &&
    exceptions.every((_, index) => exceptionFault(exceptions, index) === undefined)
  );
}
