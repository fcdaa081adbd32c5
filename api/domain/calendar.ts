// Is this day a public holiday, a school day, a working day in France?
//
// Public holidays by arithmetic (Easter: Meeus, Jones and Butcher), article L3133-1 of the Code du
// travail; the two extra days of Alsace-Moselle are left out. School holidays are dated facts.

import type { Confidence } from '#domain/provenance.ts';
import { addDays, dateOf, dayNumber, type LocalDate, weekdayOf } from '#domain/time.ts';

export type Holiday =
  | 'new_year'
  | 'easter_monday'
  | 'labour_day'
  | 'victory_1945'
  | 'ascension'
  | 'whit_monday'
  | 'bastille_day'
  | 'assumption'
  | 'all_saints'
  | 'armistice_1918'
  | 'christmas';

export type SchoolZone = 'A' | 'B' | 'C';
export type SchoolYear = {
  from: LocalDate;
  to: LocalDate;
  source: string;
  url: string;
  readOn: LocalDate;
  confidence: Confidence;
};
export type SchoolVacation = 'autumn' | 'christmas' | 'winter' | 'spring' | 'ascension' | 'summer';

const HOLIDAY_NAMES: Record<Holiday, { fr: string; en: string }> = {
  new_year: { fr: 'jour de l’An', en: 'New Year’s Day' },
  easter_monday: { fr: 'lundi de Pâques', en: 'Easter Monday' },
  labour_day: { fr: 'fête du Travail', en: 'Labour Day' },
  victory_1945: { fr: 'victoire de 1945', en: 'Victory in Europe Day' },
  ascension: { fr: 'Ascension', en: 'Ascension Day' },
  whit_monday: { fr: 'lundi de Pentecôte', en: 'Whit Monday' },
  bastille_day: { fr: 'fête nationale', en: 'Bastille Day' },
  assumption: { fr: 'Assomption', en: 'Assumption Day' },
  all_saints: { fr: 'Toussaint', en: 'All Saints’ Day' },
  armistice_1918: { fr: 'armistice de 1918', en: 'Armistice Day' },
  christmas: { fr: 'Noël', en: 'Christmas Day' },
};

const FIXED: Readonly<Record<string, Holiday>> = {
  '01-01': 'new_year',
  '05-01': 'labour_day',
  '05-08': 'victory_1945',
  '07-14': 'bastille_day',
  '08-15': 'assumption',
  '11-01': 'all_saints',
  '11-11': 'armistice_1918',
  '12-25': 'christmas',
};

const DAYS_AFTER_EASTER: readonly [days: number, holiday: Holiday][] = [
  [1, 'easter_monday'],
  [39, 'ascension'],
  [50, 'whit_monday'],
];

/**
 * First day without class, day classes resume: dated facts, see `SCHOOL_YEARS`. Summer ends with the
 * return of September 1st when the next year is not published.
 */
const VACATIONS: readonly [SchoolVacation, SchoolZone | 'all', LocalDate, LocalDate][] = [
  ['summer', 'all', '2025-07-05', '2025-09-01'],
  ['autumn', 'all', '2025-10-18', '2025-11-03'],
  ['christmas', 'all', '2025-12-20', '2026-01-05'],
  ['winter', 'A', '2026-02-07', '2026-02-23'],
  ['winter', 'B', '2026-02-14', '2026-03-02'],
  ['winter', 'C', '2026-02-21', '2026-03-09'],
  ['spring', 'A', '2026-04-04', '2026-04-20'],
  ['spring', 'B', '2026-04-11', '2026-04-27'],
  ['spring', 'C', '2026-04-18', '2026-05-04'],
  ['ascension', 'all', '2026-05-14', '2026-05-18'],
  ['summer', 'all', '2026-07-04', '2026-09-01'],
  ['autumn', 'all', '2026-10-17', '2026-11-02'],
  ['christmas', 'all', '2026-12-19', '2027-01-04'],
  ['winter', 'A', '2027-02-13', '2027-03-01'],
  ['winter', 'B', '2027-02-20', '2027-03-08'],
  ['winter', 'C', '2027-02-06', '2027-02-22'],
  ['spring', 'A', '2027-04-10', '2027-04-26'],
  ['spring', 'B', '2027-04-17', '2027-05-03'],
  ['spring', 'C', '2027-04-03', '2027-04-19'],
  ['ascension', 'all', '2027-05-06', '2027-05-10'],
  ['summer', 'all', '2027-07-03', '2027-09-01'],
];

/** Who published the vacations of each year, when they were read, and how sure the dates are. */
export const SCHOOL_YEARS: readonly SchoolYear[] = [
  {
    from: '2025-07-05',
    to: '2026-08-31',
    source: 'Arrêté du 7 décembre 2022, Journal officiel du 8 décembre 2022',
    url: 'https://www.education.gouv.fr/calendrier-scolaire-100148',
    readOn: '2026-11-22',
    confidence: 'high',
  },
  {
    from: '2026-09-01',
    to: '2027-08-31',
    source: 'Ministère de l’Éducation nationale, calendrier scolaire',
    url: 'https://www.education.gouv.fr/calendrier-scolaire-100148',
    readOn: '2026-11-22',
    confidence: 'medium',
  },
];

/** Days the school calendar is known for; outside, `schoolVacation` cannot answer. */
export const SCHOOL_CALENDAR = { from: '2025-07-05', to: '2027-08-31' } as const;

const ZONE_B =
  '02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 59 60 61 62 67 68 72 76 80 83 84 85 88'.split(
    ' ',
  );
const ZONE_C = '09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95'.split(' ');

export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-0${month}-${String(day).padStart(2, '0')}`;
}

const movingOf = new Map<string, ReadonlyMap<string, Holiday>>();

/** Those that move with Easter, by date. Asked for each hour of each line, of a few years only. */
function movingHolidays(year: string): ReadonlyMap<LocalDate, Holiday> {
  const known = movingOf.get(year);
  if (known !== undefined) return known;
  const easter = dayNumber(easterSunday(Number(year)));
  const moving = new Map(
    DAYS_AFTER_EASTER.map(([days, holiday]) => [dateOf(easter + days), holiday]),
  );
  movingOf.set(year, moving);
  return moving;
}

function holidayOf(date: LocalDate): Holiday | null {
  return FIXED[date.slice(5)] ?? movingHolidays(date.slice(0, 4)).get(date) ?? null;
}

export function isFrenchHoliday(date: LocalDate): boolean {
  return holidayOf(date) !== null;
}

export function holidayName(date: LocalDate, language: 'fr' | 'en' = 'fr'): string | null {
  const holiday = holidayOf(date);
  return holiday === null ? null : HOLIDAY_NAMES[holiday][language];
}

/** The holidays of a year, in date order. */
export function holidaysOfYear(year: number): { date: LocalDate; holiday: Holiday }[] {
  const first = dayNumber(`${year}-01-01`);
  const last = dayNumber(`${year}-12-31`);
  const found: { date: LocalDate; holiday: Holiday }[] = [];
  for (let day = first; day <= last; day += 1) {
    const date = dateOf(day);
    const holiday = holidayOf(date);
    if (holiday !== null) found.push({ date, holiday });
  }
  return found;
}

/** The vacation a day belongs to, `null` in term, `undefined` outside `SCHOOL_CALENDAR`. */
export function schoolVacation(
  date: LocalDate,
  zone: SchoolZone,
): SchoolVacation | null | undefined {
  if (date < SCHOOL_CALENDAR.from || date > SCHOOL_CALENDAR.to) return undefined;
  const row = VACATIONS.find(
    ([, where, from, resume]) =>
      (where === 'all' || where === zone) && date >= from && date < resume,
  );
  return row?.[0] ?? null;
}

/** Zone of a département of metropolitan France; null for Corsica and overseas (own calendars). */
export function schoolZoneOf(departement: string): SchoolZone | null {
  if (ZONE_B.includes(departement)) return 'B';
  if (ZONE_C.includes(departement)) return 'C';
  return /^(0[1-9]|[1-8]\d|9[0-5])$/.test(departement) && departement !== '20' ? 'A' : null;
}

/** Monday to Friday, public holidays aside. */
export function isBusinessDay(date: LocalDate): boolean {
  return weekdayOf(date) <= 5 && !isFrenchHoliday(date);
}

/** The business day that many business days before (a day is never before itself: 0 gives it back). */
export function businessDaysBefore(date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}
