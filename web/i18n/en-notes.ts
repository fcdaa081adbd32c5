// What is good to know of one way to travel, in English.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import { enRules } from '#web/i18n/en-rules.ts';
import type { frNotes } from '#web/i18n/fr-notes.ts';

/** “from 8:00 to 9:00 and from 17:00 to 18:00”. */
function hoursOf(windows: readonly DayHours[]): string {
  const each = windows.map(({ from, to }) => `from ${f.hour(from)} to ${f.hour(to)}`);
  return each.join(', ').replace(/, (?=[^,]*$)/, ' and ');
}

export const enNotes: typeof frNotes = {
  notes: 'Good to know',
  note: (note) => {
    switch (note.code) {
      case 'reference_timetable':
        return `Reference timetable, valid from ${f.factDate(note.validFrom)} to ${f.factDate(note.validTo)}: check before you leave.`;
      case 'timetable_missing':
        return `We do not have the times of “${note.offerName}”: look at them before you leave.`;
      case 'facts_to_confirm':
        return note.asOf === null
          ? 'Undated facts, to be confirmed.'
          : `Facts of ${f.factDate(note.asOf)}, to be confirmed.`;
      case 'walk_long':
        return `There is ${f.distance(note.meters)} to walk.`;
      case 'no_return_after':
        return `No way back after ${f.hour(note.minute)}.`;
      case 'wait_beyond_free':
        return `The wait is longer than ${f.duration(note.freeMinutes)}: the price may double. Mention it when you book.`;
      case 'prescription_before':
        return 'Ask your doctor for the prescription before the trip.';
      case 'insurance_excluded':
        return 'Not possible if the health insurance pays for this trip.';
      case 'last_resort':
        return 'To ask only if nothing else suits.';
      case 'accommodation_unknown':
        return `${enRules.accommodations[note.accommodation]}: we do not know if it is possible. Ask when you call.`;
      case 'duration_assumed':
        return `We counted ${f.duration(note.minutes)} at the place: tell us the length if you know it.`;
      case 'long_wait':
        return `There is a wait of ${f.duration(note.minutes)}.`;
      case 'not_running':
        return note.nextDate === null
          ? 'Does not run that day.'
          : `Does not run that day. Next day: ${f.date(note.nextDate)}.`;
      case 'outside_hours':
        return `Runs only ${hoursOf(note.windows)}.`;
      case 'calendar_unknown':
        return 'The school holidays of that date are not published yet: ask whether it runs.';
      case 'stop_unknown':
        return 'It picks you up at a stop: ask which one when you call.';
      case 'no_return':
        return 'There is no way back that day.';
      case 'driver_waits':
        return `The driver waits there, about ${f.duration(note.minutes)}.`;
      case 'driver_to_find':
        return 'A driver must be found for that day: wait for the answer before you rely on it.';
      case 'connection_margin':
        return `You have ${f.duration(note.minutes)} to change.`;
      case 'hire_place_unknown':
        return 'We do not know where to fetch the vehicle: ask when you call.';
      case 'hire_hours_unknown':
        return 'We do not know on which days, nor at what hours, the vehicle is fetched and brought back.';
      case 'hire_out_of_reach':
        return `The vehicle is ${f.distance(note.meters)} from your home as the crow flies (${note.placeName}), too far to walk, and no line suits. Can somebody drive you there?`;
      case 'hire_closed':
        return note.placeName === null
          ? 'Nobody can bring the vehicle and fetch it back within a week.'
          : `${note.placeName}: closed when the vehicle would have to be fetched or brought back, within a week.`;
    }
  },
};
