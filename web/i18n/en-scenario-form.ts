// What the form that adds a change says in English, and how each change is told once added.

import type { AccessProfession } from '#domain/access/professions.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { enScenarioDays } from './en-scenario-days.ts';

const POST: Record<AccessProfession, string> = {
  gp: 'general practitioner',
  nurse: 'nurse',
  physio: 'physiotherapist',
  dentist: 'dentist',
  midwife: 'midwife',
  pharmacy: 'pharmacist',
};

const ONE: Record<AccessProfession, string> = { ...POST, pharmacy: 'pharmacy' };
const MANY: Record<AccessProfession, string> = {
  gp: 'general practitioners',
  nurse: 'nurses',
  physio: 'physiotherapists',
  dentist: 'dentists',
  midwife: 'midwives',
  pharmacy: 'pharmacies',
};

const PARTS: readonly [morning: string, afternoon: string] = ['morning', 'afternoon'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const halfDay = (each: number): string =>
  `${DAYS[Math.floor(each / 2)] ?? ''} ${PARTS[each % 2] ?? ''}`;
const halfDays = (list: readonly number[]): string =>
  list.length > 3
    ? `${list.length} half-days a week`
    : f.list(list.toSorted((a, b) => a - b).map(halfDay));

export const enScenarioForm: Dictionary['scenario']['form'] = {
  title: 'Add a change',
  kind: 'Which change?',
  kinds: {
    retire: 'Somebody leaves',
    reduce_activity: 'Less activity',
    move: 'A place moves',
    extend_hours: 'More half-days',
    open_site: 'An opening',
    advanced_consultation: 'An advanced consultation',
    mobile_unit: 'A mobile unit',
    teleconsultation_booth: 'A teleconsultation booth',
    add_on_demand: 'An on-demand transport',
    add_line: 'A new line',
    retime_line: 'A line at other hours',
  },
  hints: {
    retire: 'Somebody stops and nobody takes over.',
    reduce_activity: 'A place that will receive less.',
    move: 'A place that settles in another commune, with all its team.',
    extend_hours: 'More care on the spot: each half-day counts for a tenth of a full-time post.',
    open_site: 'A health house, a practice, a centre.',
    advanced_consultation: 'A practitioner of elsewhere comes on some half-days.',
    mobile_unit: 'A vehicle that stops in several communes.',
    teleconsultation_booth:
      'A remote consultation is not always worth a visit: say how much it counts.',
    add_on_demand: 'For those without a car: booked, door to door, there and back.',
    add_line: 'For those without a car: stops, hours, there and back.',
    retime_line: 'All its runs leave earlier, or later: who gains, who loses?',
  },
  site: 'Which place?',
  who: 'Who leaves?',
  leaver: (name, places) =>
    places.length < 2 ? `${name}, ${places.join()}` : `${name}: ${f.list(places)}`,
  everybody: (label, fullTime) => `${label}: all of them (${fullTime} full time)`,
  someOf: (label, profession, count) =>
    count > 1
      ? `${label}: ${f.number(count)} ${MANY[profession]}`
      : `${label}: one ${ONE[profession]} of this place`,
  howMany: 'How many leave?',
  allOf: (count) => `${count} (none is left)`,
  place: 'In which commune?',
  keptPercent: 'Share of the activity kept, in %',
  countsPercent: 'What a remote consultation is worth, in %',
  staff: 'Team, in full-time posts',
  posts: {
    gp: 'General practitioners',
    nurse: 'Nurses',
    physio: 'Physiotherapists',
    dentist: 'Dentists',
    midwife: 'Midwives',
    pharmacy: 'Pharmacists',
  },
  halfDays: 'Which half-days?',
  halfDaysHint: 'They say on which days a place is open, under « Day by day ».',
  parts: PARTS,
  everyWeeks: 'One week in',
  stops: 'Stops',
  addStop: 'Add this stop',
  stop: (commune, list, everyWeeks) =>
    `${commune}, ${halfDays(list)}${everyWeeks > 1 ? `, one week in ${everyWeeks}` : ''}`,
  removeStop: (commune) => `Remove the stop at ${commune}`,
  name: 'Name of this place',
  names: {
    open_site: (commune) => `Health house of ${commune}`,
    advanced_consultation: (commune) => `Advanced consultation at ${commune}`,
    mobile_unit: () => 'Mobile unit',
    teleconsultation_booth: (commune) => `Booth at ${commune}`,
  },
  add: 'Add this change',
  added: (change) => `Added: ${change}`,
  see: 'See what it changes',
  wrong: {
    site: 'Choose a place.',
    place: 'Choose a commune.',
    percent: 'A number from 0 to 100.',
    staff: 'One profession at least, from 0.1 to 100 full-time posts.',
    halfDays: 'Tick one half-day at least.',
    stops: 'Add one stop at least.',
  },
  told: {
    retire: (site, profession, fullTime) => {
      if (fullTime === null) return `All ${MANY[profession]} leave: ${site}`;
      return fullTime > 1
        ? `${f.number(fullTime)} ${MANY[profession]} leave: ${site}`
        : `One ${ONE[profession]} leaves: ${site}`;
    },
    reduce_activity: (site, keptPercent) => `${site}: activity down to ${f.number(keptPercent)}%`,
    move: (site, place) => `${site}: moves to ${place}`,
    extend_hours: (site, list) => `${site}: also opens ${halfDays(list)}`,
    open_site: (name, staff, list) =>
      `${name}: ${f.list(staff.map(({ profession, fullTime }) => `${f.number(fullTime)} ${POST[profession]}`))}, ${halfDays(list)}`,
    advanced_consultation: (name, profession, list) =>
      `${name}: ${POST[profession]}, ${halfDays(list)}`,
    mobile_unit: (name, profession, places) => `${name}: ${POST[profession]}, ${f.list(places)}`,
    teleconsultation_booth: (name, profession, list, countsPercent) =>
      `${name}: ${POST[profession]}, ${halfDays(list)}, counted at ${f.number(countsPercent)}%`,
    ...enScenarioDays.told,
  },
};
