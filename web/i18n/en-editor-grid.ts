// How English says the timetable of a line being written.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frEditorGrid } from './fr-editor-grid.ts';

type Values = Readonly<Record<string, string | number>>;

export const enEditorGrid = {
  title: 'The timetable of the line',
  begin: 'Write the timetable of the line',
  firstCalendar: 'weekdays',
  calendars: 'On which days do the trips run?',
  calendarLabel: 'Name of these days',
  calendarName: (number: number): string => `days ${number}`,
  addCalendar: 'Add other days',
  direction: 'In which direction?',
  directions: { '0': 'Outward', '1': 'Return' },
  headsign: 'What is written on the vehicle',
  headsignHint: 'The destination, as a rule.',
  table: 'Timetable: a stop a row, a trip a column',
  stop: 'Stop',
  trip: (number: number): string => `Trip ${number}`,
  tripDays: (number: number): string => `Days of trip ${number}`,
  cell: (stop: string, trip: number): string => `${stop}, trip ${trip}`,
  more: 'More',
  note: 'Remark',
  booked: 'On booking',
  every: 'Every how many minutes?',
  copies: 'How many copies?',
  copy: 'Copy the trip',
  up: (stop: string): string => `Move ${stop} up`,
  down: (stop: string): string => `Move ${stop} down`,
  addTrip: 'Add a trip',
  mirror: 'Take the stops of the other direction, reversed',
  addStop: 'Add a stop',
  addStopHint:
    'A stop known already, an address, a commune or a point of the map. You can change its name afterwards.',
  stopFrom: { other_way: 'Of the other direction', here: 'In this direction already' },
  stopOf: (line: string): string => `Of the line “${line}”`,
  newStop: (number: number): string => `New stop ${number}`,
  stopNames: 'The names and positions of the stops',
  stopPosition: (number: number): string => `Position of stop ${number}`,
  stopName: (number: number): string => `Stop ${number}`,
  warnings: 'To check',
  warning: (code: string, values: Values): string => {
    if (code === 'stop_time_with_arrival_before_previous_departure_time')
      return `${values['to']} comes before ${values['from']}: the hour goes back.`;
    if (code === 'fast_travel_between_consecutive_stops')
      return `From ${values['from']} to ${values['to']} one would have to drive at ${f.number(Number(values['kmPerHour']))} km/h.`;
    if (code === 'unusable_trip') return `Trip ${values['trip']} calls at fewer than two stops.`;
    return `A trip uses days that no longer exist: ${values['name'] ?? ''}.`;
  },
  paste: 'Paste from a spreadsheet',
  pasteLabel: 'Your table',
  pasteHint:
    'Stops in the first column, a trip a column. The hours replace those of this direction.',
  pasteFound: (trips: number): string =>
    trips === 0 ? 'No trip read.' : `${trips} trip${trips > 1 ? 's' : ''} read.`,
  pasteUnknown: (stops: readonly string[]): string =>
    `These stops are not on the line, their hours are left out: ${stops.join(', ')}.`,
  pasteUnreadable: (stop: string, trip: number, written: string): string =>
    `${stop}, trip ${trip}: “${written}” is no hour.`,
  pasteTake: 'Put these hours in the timetable',
} satisfies typeof frEditorGrid;
