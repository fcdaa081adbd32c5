// Invented names, fiction phone numbers and plausible hours: always the same for the same seed text.
// Numbers come only from the range that the regulator (ARCEP) keeps for fiction in the south-west.

import type { HoursBlock, NewPatients } from '#domain/directory/directory.ts';
import { hoursBlock, week, weekdays } from '#seeds/demo/compact.ts';

/** FNV-1a with a final mix: a stable number for a text, spread over 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function pick<T>(choices: readonly [T, ...T[]], seed: string): T {
  return choices[hashOf(seed) % choices.length] ?? choices[0];
}

/** `parts` are weights; returns the index of the part the seed falls in. */
function share(parts: readonly number[], seed: string): number {
  let rest = hashOf(seed) % parts.reduce((sum, part) => sum + part, 0);
  return parts.findIndex((part) => {
    rest -= part;
    return rest < 0;
  });
}

const GIVEN =
  'Camille Dominique Claude Sacha Alix Charlie Andréa Lou Morgan Noa Éden Ange Yaël Louison Maé Sasha Céleste Swann Mahé Loan Alexis Jocelyn Lior Marley'.split(
    ' ',
  );
const FIRST_HALVES =
  'Clair Bois Roche Fon Val Mont Bel Haute Pré Vigne Combe Lande Rive Source Ormeau Noyer'.split(
    ' ',
  );
const SECOND_HALVES =
  'brune combe rive vigne lande prairie source fougère bruyère clairière tuffeau sablière jonchère buisson genêt ombelle'.split(
    ' ',
  );

const NAME_COUNT = GIVEN.length * FIRST_HALVES.length * SECOND_HALVES.length;

/** Walks the invented names in a scattered order, so that the first 6,000 are all different. */
export function inventedPerson(rank: number): string {
  const place = (rank * 2_741 + 97) % NAME_COUNT;
  const given = GIVEN[place % GIVEN.length];
  const halves = Math.floor(place / GIVEN.length);
  const first = FIRST_HALVES[halves % FIRST_HALVES.length];
  const second = SECOND_HALVES[Math.floor(halves / FIRST_HALVES.length)];
  return `${given} ${first}${second}`;
}

export const HOUSE_NAMES = [
  'des Tilleuls',
  'du Marché',
  'de la Place',
  'des Halles',
  'du Pont',
  'des Platanes',
  'de la Fontaine',
  'du Lavoir',
  'des Vignes',
  'du Clocher',
  'de la Rivière',
  'des Coteaux',
] as const;

/** 05 36 49 00 00 to 05 36 49 99 99, each once for ranks 0 to 9,999. */
export function fictionPhone(rank: number): string {
  const digits = String((rank * 7_919 + 1_303) % 10_000).padStart(4, '0');
  return `05 36 49 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}

export type PracticeCategory = 'gp' | 'nurse' | 'physio' | 'dentist' | 'midwife' | 'mental_health';

const GP_WEEKS = [
  weekdays('8:30-12:00 14:00-18:30'),
  week(
    '9:00-12:30 14:00-19:00|9:00-12:30 14:00-19:00|9:00-12:30|9:00-12:30 14:00-19:00|9:00-12:30 14:00-18:00',
  ),
  week(
    '8:00-12:00 14:00-18:00|8:00-12:00 14:00-18:00||8:00-12:00 14:00-18:00|8:00-12:00 14:00-18:00|8:30-12:00',
  ),
  week(
    '9:00-12:00 15:00-19:00|9:00-12:00|9:00-12:00 15:00-19:00|9:00-12:00|9:00-12:00 15:00-18:00|9:00-11:30',
  ),
] as const;
const DAY_WEEKS = [
  weekdays('9:00-12:00 14:00-18:00'),
  weekdays('8:30-12:30 14:00-19:00'),
  week('9:00-19:00|9:00-19:00|9:00-12:00|9:00-19:00|9:00-17:00'),
] as const;
const MIDWIFE_WEEKS = [
  week('9:00-12:30 13:30-17:30||9:00-12:30 13:30-17:30|9:00-12:30|9:00-12:30 13:30-16:30'),
  week('9:00-17:00|9:00-17:00||9:00-17:00|9:00-13:00'),
] as const;
const ROUNDS = week(Array.from({ length: 7 }, () => '7:00-12:30 16:30-19:30').join('|'));
const PHARMACY_WEEKS = [
  week(`${Array.from({ length: 5 }, () => '9:00-12:15 14:00-19:00').join('|')}|9:00-12:30`),
  week(
    `${Array.from({ length: 5 }, () => '9:00-12:30 14:00-19:15').join('|')}|9:00-12:30 14:00-17:00`,
  ),
  week(
    `14:00-19:00|${Array.from({ length: 4 }, () => '9:00-12:15 14:00-19:00').join('|')}|9:00-12:30`,
  ),
] as const;
const LABORATORY_WEEK = week(
  `${Array.from({ length: 5 }, () => '7:30-12:00 14:00-17:30').join('|')}|8:00-12:00`,
);

const UNKNOWN_HOURS: readonly HoursBlock[] = [];

/** About one practice in six says nothing of its hours; one in five sees people by appointment. */
export function practiceHours(category: PracticeCategory, seed: string): readonly HoursBlock[] {
  const kind = share([17, 20, 63], `${seed} hours`);
  if (kind === 0) return UNKNOWN_HOURS;
  if (category === 'nurse') {
    return [
      hoursBlock(ROUNDS, {
        kind: 'home_visit',
        closedOnHolidays: false,
        note: 'Soins à domicile, tous les jours.',
      }),
      hoursBlock(weekdays('8:00-8:30'), { note: 'Prises de sang au cabinet.' }),
    ];
  }
  const weeks = {
    gp: GP_WEEKS,
    physio: DAY_WEEKS,
    dentist: DAY_WEEKS,
    midwife: MIDWIFE_WEEKS,
    mental_health: MIDWIFE_WEEKS,
  }[category];
  const chosen = weeks[hashOf(`${seed} week`) % weeks.length] ?? weeks[0];
  return [hoursBlock(chosen, { byAppointment: kind === 1 || category !== 'gp' })];
}

export function pharmacyHours(seed: string): readonly HoursBlock[] {
  return [hoursBlock(pick(PHARMACY_WEEKS, `${seed} week`))];
}

export const LABORATORY_HOURS: readonly HoursBlock[] = [
  hoursBlock(LABORATORY_WEEK, { note: 'Prises de sang à jeun jusqu’à 10 h.' }),
];

const GP_PATIENTS = [
  'newpt',
  'existptfam',
  'existptonly',
  'waiting_list',
  'nopt',
  'unknown',
] as const;

export function newPatientsOf(category: PracticeCategory, seed: string): NewPatients {
  const parts = category === 'gp' ? [28, 12, 18, 10, 10, 22] : [50, 2, 4, 14, 5, 25];
  return GP_PATIENTS[share(parts, `${seed} patients`)] ?? 'unknown';
}

export function answerOf(yes: number, no: number, seed: string): 'yes' | 'no' | 'unknown' {
  return (['yes', 'no', 'unknown'] as const)[share([yes, no, 100 - yes - no], seed)] ?? 'unknown';
}
