// What is said in English of changes of transport, and of what people do without a car.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { Dictionary } from '#web/i18n/fr.ts';

const people = (count: number): string =>
  count < 2 ? `${f.number(count)} resident` : `${f.number(count)} residents`;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const weekdays = (list: readonly number[]): string => {
  const sorted = list.toSorted((a, b) => a - b);
  if (sorted.join() === '1,2,3,4,5,6,7') return 'every day';
  if (sorted.join() === '1,2,3,4,5') return 'Monday to Friday';
  return f.list(sorted.map((day) => DAYS[day - 1] ?? ''));
};
const booked = (days: number): string =>
  days === 0
    ? 'booked the same day'
    : days === 1
      ? 'booked the day before'
      : `booked ${days} days before`;
const FEW = 3;
const places = (names: readonly string[]): string =>
  names.length > FEW ? `${names.length} communes` : f.list(names);
const days = (count: number): string =>
  `${f.number(Math.round(count * 10) / 10)} ${count < 2 ? 'day' : 'days'}`;

export const enScenarioDays: Dictionary['scenario']['days'] = {
  title: 'Without a car',
  form: {
    zone: 'Who may take it?',
    whole: 'The whole territory',
    some: 'Some communes',
    zoneCommune: 'Commune served',
    addZone: 'Add to the zone',
    zoneList: 'Communes served',
    destination: 'Where does it lead?',
    destinationHint: 'The communes where it drops people off, and takes them back from.',
    addDestination: 'Add this destination',
    destinations: 'Destinations',
    none: 'None yet.',
    removeCommune: (name) => `Remove ${name}`,
    weekdays: 'On which days?',
    from: 'From',
    to: 'Until',
    hoursHint: 'First possible pick-up and last return home.',
    wait: 'Usual wait, in minutes',
    detour: 'Detours for other passengers',
    detours: { '1': 'None', '1.3': 'A few', '1.6': 'Many' },
    booking: 'When to book?',
    bookings: {
      '0': 'The same day',
      '1': 'The day before',
      '2': 'Two days before',
      '3': 'Three days before',
      '7': 'A week before',
    },
    name: 'Name of this transport',
    names: { on_demand: 'On-demand transport', line: 'New line' },
    stop: 'Stop, in which commune?',
    stopHint: 'At the point of the commune where its people are counted.',
    minutes: 'Minutes since the stop before',
    minutesHint: 'Leave empty for the time of the road, estimated.',
    addStop: 'Add this stop',
    stops: 'Stops, in order',
    stopTold: (name, minutes) =>
      minutes === 0 ? name : `${name}, ${f.number(minutes)} min after the first`,
    departures: 'Departures from the first stop',
    departuresHint: 'Times with commas between: 8:30, 13:15.',
    returns: 'Departures from the last stop, for the way back',
    line: 'Which line?',
    noLine: 'No line known calls near here.',
    shift: 'By how many minutes?',
    shiftHint: 'For instance 20 for later, -15 for earlier.',
    unknown: {
      not_computed:
        'Useful days without a car are not computed yet: transport cannot be tried. Come back in a few minutes; trials by car work.',
      no_timetable:
        'No timetable is known near here: what is possible without a car cannot be told. Trials by car work.',
      no_service:
        'The timetables known cover no ordinary week: what is possible without a car cannot be told. Trials by car work.',
    },
    wrong: {
      days_unknown: 'Transport cannot be tried here for now.',
      zone: 'Zone: add one commune at least, or choose the whole territory.',
      destinations: 'Destinations: add one commune at least.',
      weekdays: 'Days: tick one day at least.',
      hours: 'Hours: give a time to begin, then a time to end after it.',
      wait: 'Wait: a number of minutes from 0 to 90.',
      line: 'Line: choose a line.',
      shift: 'Shift: a whole number of minutes from -240 to 240, other than 0.',
      lineStop: 'Stop: choose a commune.',
      lineMinutes: 'Minutes: a whole number from 1 to 180, or nothing.',
      lineStops: 'Stops: add two at least.',
      departures: 'Departures: give one time at least, such as 8:30.',
      returns:
        'Returns: give one time at least, such as 12:15. Without a way back a line makes no day useful.',
    },
  },
  told: {
    add_on_demand: (service) =>
      `${service.name}: ${service.zone === null ? 'the whole territory' : places(service.zone)} to ${places(service.destinations)}, ${weekdays(service.weekdays)}, ${f.hour(service.fromMinute)} to ${f.hour(service.toMinute)}, ${booked(service.bookingDaysBefore)}`,
    add_line: (name, stops, runs, list) =>
      `${name}: ${stops.join(' – ')}, ${weekdays(list)}, ${f.number(runs.there)} there and ${f.number(runs.back)} back a day`,
    retime_line: (line, shiftMinutes, list) =>
      `${line}: ${f.number(Math.abs(shiftMinutes))} min ${shiftMinutes < 0 ? 'earlier' : 'later'}, ${weekdays(list)}`,
  },
  result: {
    only: 'For this profession only days without a car are counted: nothing shares pharmacies between people.',
    calm: 'Without a car, nobody gains or loses a useful day.',
    sentence: (gaining, losing) => {
      const up =
        gaining === 0
          ? 'nobody gains a useful day'
          : `${people(gaining)} ${gaining < 2 ? 'gains' : 'gain'} one useful day a week at least`;
      const down =
        losing === 0
          ? 'nobody loses one'
          : `${people(losing)} ${losing < 2 ? 'loses' : 'lose'} one at least`;
      return `Without a car, ${up}, ${down}.`;
    },
    mean: (before, after) => `On average ${days(after)} a week, instead of ${days(before)}.`,
  },
  table: {
    caption: 'Without a car, the territory today and with each scenario',
    hint: 'A useful day: one can go to care and come back the same day, by a way open to all.',
    meanDays: 'Useful days a week, on average',
    meanHalfDays: 'Useful half-days a week, on average',
    gaining: 'Gain one day at least',
    losing: 'Lose one day at least',
    withoutDay: 'Residents without any useful day',
    withoutDay75Plus: 'of whom 75 and over',
    day: (weekday) => `Can go on ${f.weekday(weekday)}, and come back`,
    days: 'Without a car, day by day',
    number: (value) => f.number(Math.round(value * 100) / 100),
  },
  places: {
    losersTitle: 'Without a car, those who lose days',
    gainersTitle: 'Without a car, those who gain some',
    before: 'Days before',
    after: 'Days after',
    change: 'Difference',
  },
  map: {
    way: 'The map shows',
    car: 'access by car',
    no_car: 'days without a car',
    legend: 'Useful days a week, without a car',
    classes: {
      lose3: 'loses 3 days or more',
      lose2: 'loses 2 days',
      lose1: 'loses 1 day',
      none: 'does not change',
      gain1: 'gains 1 day',
      gain2: 'gains 2 days',
      gain3: 'gains 3 days or more',
    },
    nothing: 'no useful day',
    told: (name, before, after) => `${name}: ${f.number(before)} → ${days(after)}`,
  },
  method: [
    'Without a car, the useful days of the week of reference are counted: those on which one can go to care, stay 30 minutes and come back the same day, by a way open to all, within 90 minutes from door to door (20 minutes all on foot). The start is that of the observatory, computed by the journey planner; a scenario adds to it, or takes from it, what its changes do.',
    'An on-demand transport counts a wait, then the time of the road times its detours; the ride there and the ride back must lie within its hours, on a day care is open, booking made. A line that is added or re-timed counts its direct rides, with 30 minutes on foot at most at each end (estimated): no change, no other transport to the stop. A day is lost when its best way was by a line and no direct ride nor walk takes its place.',
    'A place that closes makes no day useful any more; the next nearest takes its place when the ways to it are known (general practitioners). A place that opens, moves or adds half-days counts for who walks there, by a transport that is tried, by a direct line, or who already reaches care within 300 metres of it on these half-days: a minimum. Its hours are supposed: 9 to 12, 2 to 6 p.m.',
  ],
};
