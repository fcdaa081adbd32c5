// How English says the rules of a transport: who may ride, when, how to book, what it costs.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { FareComponent, KmBand, KmBasis, PriceLine } from '#domain/transport/fare.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frRules } from '#web/i18n/fr-rules.ts';

const KM_BASES: Record<KmBasis, string> = {
  trip: 'kilometres with you on board',
  home_round_trip: 'from your home, there and back',
  driver_loop: 'from the driver’s home, there and back',
};

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

function bandText(band: KmBand | undefined): string {
  if (band === undefined) return '';
  if (band.fromKm === null) return band.toKm === null ? '' : `, up to ${f.number(band.toKm)} km`;
  if (band.toKm === null) return `, beyond ${f.number(band.fromKm)} km`;
  return `, from ${f.number(band.fromKm)} to ${f.number(band.toKm)} km`;
}

function opensText(days: number | null, businessDays: boolean, atMinute?: number): string {
  if (days === null) return '';
  const hour = atMinute === undefined ? '' : `, at ${f.hour(atMinute)}`;
  return ` Booking opens ${days} ${businessDays ? 'working ' : ''}days before${hour}.`;
}

function limitsText({ minCents, maxCents }: Extract<FareComponent, { kind: 'limits' }>): string {
  if (minCents === null) return maxCents === null ? 'Free price' : `${f.euros(maxCents)} at most`;
  if (maxCents === null) return `${f.euros(minCents)} at least`;
  return `Between ${f.euros(minCents)} and ${f.euros(maxCents)}`;
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

function amount(line: PriceLine): string {
  if (line.minCents === null) return line.code === 'extra' ? 'depends on the trip' : 'to ask';
  if (line.maxCents === null) return `at least ${f.euros(line.minCents)}`;
  return line.minCents === line.maxCents
    ? f.euros(line.minCents)
    : `between ${f.euros(line.minCents)} and ${f.euros(line.maxCents)}`;
}

export const enRules: typeof frRules = {
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
  fare: (fare) => {
    switch (fare.kind) {
      case 'free':
        return 'Free for you.';
      case 'flat':
        return `${fare.maxCents === undefined ? f.euros(fare.cents) : `Between ${f.euros(fare.cents)} and ${f.euros(fare.maxCents)}`} ${fare.per === 'leg' ? 'each way' : 'there and back'}${bandText(fare.band)}.`;
      case 'per_km': {
        const base = `${f.euros(fare.centsPerKm)} a kilometre${bandText(fare.band)}, ${KM_BASES[fare.basis]}.`;
        const wait = fare.waitRule;
        if (wait === null) return base;
        const factor =
          wait.kmFactorBeyond === 2 ? 'doubled' : `multiplied by ${f.number(wait.kmFactorBeyond)}`;
        return `${base} The driver waits ${f.duration(wait.freeMinutes)}. Beyond, the kilometres are ${factor}, unless agreed.`;
      }
      case 'membership':
        return `${f.euros(fare.cents)} membership, once a year.`;
      case 'extra':
        return `In addition: ${fare.label}.`;
      case 'reimbursed':
        return `The health insurance pays back ${fare.ratePercent}%. You keep a charge of ${f.euros(fare.franchiseCentsPerTrip)} a trip (${f.euros(fare.franchiseCentsPerDay)} a day and ${f.euros(fare.franchiseCentsPerYear)} a year at most).`;
      case 'allowance':
        return `Help of up to ${f.euros(fare.centsPerYear)} a year.`;
      case 'discount':
        return `${fare.percent}% off.`;
      case 'zone':
        return `${f.list(fare.prices.map((each) => `${f.euros(each.cents)} ${each.from === each.to ? `within zone “${each.from}”` : `between zones “${each.from}” and “${each.to}”`}`))}, each way.`;
      case 'wait':
        return `The driver’s waiting costs ${f.euros(fare.centsPerHour)} an hour${fare.freeMinutes === 0 ? '' : `, after ${f.duration(fare.freeMinutes)} free`}.`;
      case 'period':
        return `${f.list(fare.options.map((each) => `${f.euros(each.cents)} for ${f.duration(each.hours * 60)}`))}.`;
      case 'limits':
        return `${limitsText(fare)}${fare.per === 'leg' ? ' each way' : ' there and back'}.`;
      case 'pass':
        return fare.per === 'book'
          ? `Book${fare.trips === null ? '' : ` of ${fare.trips} trips`}: ${f.euros(fare.cents)}.`
          : `Pass: ${f.euros(fare.cents)} a ${fare.per === 'month' ? 'month' : 'year'}.`;
      case 'deposit':
        return `${f.euros(fare.cents)} deposit, given back at the end.`;
      case 'subsidy':
        return `${fare.percent}% of the price is paid by others${fare.maxCents === null ? '' : `, up to ${f.euros(fare.maxCents)}`}.`;
      case 'quote':
        return 'Price on request: ask before.';
      case 'unknown':
        return fare.note === null ? 'Price not known: ask when you call.' : 'Price not known.';
    }
  },
  priceAmount: amount,
  priceLine: (line) => {
    switch (line.code) {
      case 'free':
        return 'Free for you';
      case 'membership':
        return 'Membership, once a year';
      case 'per_km':
        return line.km === null || line.centsPerKm === null || line.basis === null
          ? 'Kilometres'
          : `About ${f.number(line.km)} km × ${f.euros(line.centsPerKm)}, ${KM_BASES[line.basis]}`;
      case 'wait_doubled':
        return 'Long wait: kilometres count double, unless agreed';
      case 'flat':
        return 'Price of the trip';
      case 'extra':
        return line.label === null ? 'In addition, if any' : `In addition, if any: ${line.label}`;
      case 'reimbursed':
        return 'What is left after the health insurance';
      case 'allowance':
        return 'Yearly help, at most';
      case 'discount':
        return 'Discount';
      case 'zone':
        return 'Price by commune';
      case 'wait':
        return 'The driver’s waiting';
      case 'period':
        return 'Price of the rental';
      case 'limits':
        return 'Lowest or highest price';
      case 'pass':
        return line.label === null ? 'Book or pass, if you take one' : line.label;
      case 'deposit':
        return 'Deposit, given back at the end';
      case 'subsidy':
        return 'Share paid by others';
      case 'quote':
        return 'Price on request: ask before';
      case 'unknown':
        return 'Price not known: ask';
    }
  },
  andMore: (count) => (count === 1 ? 'and one more condition' : `and ${count} more conditions`),
};
