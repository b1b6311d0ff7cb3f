/**
 * What people write when they mean a time: "18", "1830", "18.30", "9:5". The fields of browsers show
 * the clock of the browser's language, often with AM and PM; ours is the one on the walls.
 */
export function readTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[.:, ]?(\d{2})|[.:](\d))?$/.exec(text.trim());
  if (!found) return undefined;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? found[3] ?? 0);
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${two(hour % 24)}:${two(minute)}`;
}
