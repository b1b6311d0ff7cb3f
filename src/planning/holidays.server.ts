import { Temporal } from "temporal-polyfill";

export interface Holiday {
  readonly sv: string;
  readonly en: string;
}

const name = (sv: string, en: string): Holiday => ({ sv, en });

// Lag (1989:253) om allmänna helgdagar; besides them the three eves on which jours keep Sunday hours.
const fixed: Readonly<Record<string, Holiday>> = {
  "01-01": name("Nyårsdagen", "New Year’s Day"),
  "01-06": name("Trettondedag jul", "Epiphany"),
  "05-01": name("Första maj", "May Day"),
  "06-06": name("Nationaldagen", "National Day"),
  "12-24": name("Julafton", "Christmas Eve"),
  "12-25": name("Juldagen", "Christmas Day"),
  "12-26": name("Annandag jul", "Boxing Day"),
  "12-31": name("Nyårsafton", "New Year’s Eve"),
};

/** Days after Easter Sunday. */
const movable: Readonly<Record<number, Holiday>> = {
  [-2]: name("Långfredagen", "Good Friday"),
  0: name("Påskdagen", "Easter Sunday"),
  1: name("Annandag påsk", "Easter Monday"),
  39: name("Kristi himmelsfärds dag", "Ascension Day"),
  49: name("Pingstdagen", "Whit Sunday"),
};

/** Easter Sunday of the Gregorian calendar, after Butcher (Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

/** The Swedish holiday of a day, or undefined; Sundays are red without one. */
export function holidayOf(date: Temporal.PlainDate): Holiday | undefined {
  const { year, month, day, dayOfWeek } = date;
  const found = fixed[date.toString().slice(5)] ?? movable[easter(year).until(date).days];
  if (found) return found;
  // Midsummer is the Saturday of 20–26 June, All Saints' that of 31 October–6 November.
  const isSummer = month === 6 && day >= 19 && day <= 26;
  if (isSummer && dayOfWeek === 6 && day >= 20) return name("Midsommardagen", "Midsummer Day");
  if (isSummer && dayOfWeek === 5 && day <= 25) return name("Midsommarafton", "Midsummer Eve");
  const isAutumn = (month === 10 && day === 31) || (month === 11 && day <= 6);
  if (isAutumn && dayOfWeek === 6) return name("Alla helgons dag", "All Saints’ Day");
  return undefined;
}

export const isRed = (date: Temporal.PlainDate): boolean =>
  date.dayOfWeek === 7 || holidayOf(date) !== undefined;
