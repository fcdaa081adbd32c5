// How English says the rules of a transport: who may ride, when, how to book, what it costs.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import { enFares } from '#web/i18n/en-fares.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frRules } from '#web/i18n/fr-rules.ts';

const BENEFITS: Readonly<Record<string, string>> = {
  css: 'complementary health cover (CSS)',
  c2s: 'complementary health cover (C2S)',
  rsa: 'RSA',
  aspa: 'ASPA (old-age allowance)',
  aah: 'AAH (disability allowance)',
  apa: 'APA (loss of autonomy)',
  ald: 'long-term illness (ALD)',
  ass: 'ASS (unemployment support)',
  asi: 'ASI (disability)',
  pch: 'PCH (disability)',
  ame: 'AME',
  chomage: 'unemployment benefit',
};

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

function ordinal(rank: number): string {
  if (rank === -1) return 'last';
  if (rank < 0) return `${ORDINALS[-rank - 1] ?? `${-rank}th`} from last`;
  return ORDINALS[rank - 1] ?? `${rank}th`;
}

function opensText(days: number | null, businessDays: boolean, atMinute?: number): string {
  if (days === null) return '';
  const hour = atMinute === undefined ? '' : `, at ${f.hour(atMinute)}`;
  return ` Booking opens ${days} ${businessDays ? 'working ' : ''}days before${hour}.`;
}

function windowsText(windows: readonly DayHours[]): string {
  return f.list(windows.map((w) => `from ${f.hour(w.from)} to ${f.hour(w.to)}`));
}

function weekdaysText(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return 'no known day';
  if (days.length === 7) return 'every day';
  const inRow = last - first === days.length - 1;
  if (inRow && days.length > 2) return `${f.weekday(first)} to ${f.weekday(last)}`;
  return f.list(days.map((day) => f.weekday(day)));
}

export const enRules: typeof frRules = {
  ...enFares,
  status: {
    active: 'Available',
    to_confirm: 'To be confirmed',
    to_document: 'To be documented',
    suspended: 'Suspended',
    historic: 'Historic',
  },
  statusHints: {
    active: 'You can ask for it now.',
    to_confirm: 'What we know is old. Check when you call.',
    to_document: 'We were told it exists, no more. We do not propose it for a trip.',
    suspended: 'This service has stopped for now.',
    historic: 'This service existed. Nothing says that it still does.',
  },
  purposes: {
    health: 'health',
    shopping: 'shopping',
    errands: 'paperwork',
    work: 'work',
    school: 'school',
    leisure: 'leisure',
    social: 'visits',
    connection: 'reaching a train or a coach',
  },
  accommodations: {
    wheelchair: 'Wheelchair',
    transfer_aid: 'Help getting in and out',
    door_through_door: 'Help from door to door',
    companion: 'Bring somebody with you',
    luggage_help: 'Help with bags',
    animal: 'Animal',
    child_seat: 'Child seat',
    oxygen: 'Oxygen',
    lying: 'Lying down',
  },
  accommodationValues: { yes: 'yes', no: 'no', unknown: 'not known', on_request: 'on request' },
  areaRules: {
    within: 'Both ends of the trip are in the area',
    from_to: 'The trip joins the two areas',
    starts_in: 'The trip starts in the area',
    ends_in: 'The trip ends in the area',
    starts_or_ends_in: 'The trip starts or ends in the area',
  },
  channels: {
    phone: 'by phone',
    online: 'online',
    email: 'by e-mail',
    text: 'by text message',
    none: 'without booking',
  },
  benefit: (code) => BENEFITS[code] ?? code,
  criterion: (criterion) => {
    switch (criterion.kind) {
      case 'age':
        if (criterion.min !== null && criterion.max !== null)
          return `be between ${criterion.min} and ${criterion.max} years old`;
        if (criterion.min !== null) return `be ${criterion.min} or older`;
        if (criterion.max !== null) return `be ${criterion.max} or younger`;
        return 'a condition of age';
      case 'residence':
        return `live in the area (${criterion.label})`;
      case 'benefit':
        return `receive one of these benefits: ${f.either(criterion.anyOf.map((code) => BENEFITS[code] ?? code))}`;
      case 'low_income':
        return `have a low income (${criterion.label})`;
      case 'no_licence':
        return 'have no driving licence';
      case 'licence':
        return 'have a driving licence';
      case 'moped_licence':
        return 'have the AM licence (BSR), for a scooter of 50 cm³';
      case 'no_vehicle':
        return 'have no vehicle';
      case 'no_other_solution':
        return 'be unable to take another transport';
      case 'disability_card':
        return 'hold a disability or mobility card';
      case 'prescription':
        return 'have a transport prescription from your doctor';
      case 'member':
        return 'be a member';
      case 'referral':
        return `be referred by ${criterion.by}`;
      case 'pension':
        return `receive a pension: ${criterion.label}`;
      case 'not_covered_by_insurance':
        return 'the trip is not paid by the health insurance';
      case 'other':
        return criterion.label;
    }
  },
  proof: (proof) => `to show: ${proof}`,
  sentence: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  softCriterion: (text) => `preferably, ${text}`,
  allOf: 'You need all of these:',
  anyOf: 'You need at least one of these:',
  notOf: 'It is not possible in this case:',
  notice: (notice) => {
    switch (notice.kind) {
      case 'real_time':
        return 'Call when you are ready to leave.';
      case 'elapsed': {
        const latest = `Book at least ${f.duration(notice.minMinutes)} before you leave`;
        return notice.maxMinutes === null
          ? `${latest}.${opensText(notice.opensDaysBefore ?? null, false, notice.opensAtMinute)}`
          : `${latest}, and no more than ${f.duration(notice.maxMinutes)} before.`;
      }
      case 'days_before': {
        const when =
          notice.days === 0
            ? 'on the day itself'
            : notice.days === 1
              ? 'the day before'
              : `${notice.days} ${notice.businessDays ? 'working ' : ''}days before`;
        const opens = opensText(
          notice.opensDaysBefore,
          notice.opensBusinessDays ?? notice.businessDays,
          notice.opensAtMinute,
        );
        return `Book at the latest ${when}, ${notice.atMinute >= 1439 ? 'until midnight' : `before ${f.hour(notice.atMinute)}`}.${opens}`;
      }
    }
  },
  firstTrip: (days) => `For your very first trip, allow ${days} days: you must register first.`,
  asOf: (date) => `Facts of ${f.factDate(date)}`,
  urgent: 'An urgent request is sometimes possible: call anyway.',
  cancel: (minutes) =>
    `Cannot go? Say so at least ${minutes % 60 === 0 ? `${minutes / 60} hours` : f.duration(minutes)} before.`,
  minKm: (km) => `At least ${f.number(km)} km.`,
  feederStops: (names) => `Connects at ${f.list(names)}.`,
  windows: windowsText,
  weekdays: weekdaysText,
  hoursAgreed: 'at the time agreed when booking',
  hoursPrinted: 'at the times of the timetable',
  calendar: (calendar) => {
    const nth = calendar.nthOfMonth;
    const days =
      nth === null || nth.length === 0
        ? weekdaysText(calendar.weekdays)
        : calendar.weekdays
            .map((day) => `the ${f.list(nth.map(ordinal))} ${f.weekday(day)} of the month`)
            .join(', ');
    const parts = [days];
    const zone = calendar.schoolZone === undefined ? '' : ` (zone ${calendar.schoolZone})`;
    if (calendar.school === 'term') parts.push(`in school term${zone}`);
    if (calendar.school === 'vacation') parts.push(`during school holidays${zone}`);
    if (calendar.holidays === 'closed') parts.push('except public holidays');
    if (calendar.holidays === 'as_sunday') parts.push('public holidays as on Sunday');
    if (calendar.startsOn !== null) parts.push(`from ${f.factDate(calendar.startsOn)}`);
    if (calendar.endsOn !== null) parts.push(`until ${f.factDate(calendar.endsOn)}`);
    return parts.join(', ');
  },
  andMore: (count) => (count === 1 ? 'and one more condition' : `and ${count} more conditions`),
};
