// How English says the imported lines an organization marks.

import type { OverlayKind, OverlayTarget } from '#domain/transport/line-overlay.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import { enLineMarks } from '#web/i18n/en-line-marks.ts';
import type { frWorkspaceLines } from '#web/i18n/fr-workspace-lines.ts';

const KINDS: Readonly<Record<OverlayKind, { label: string; hint: string }>> = {
  reserved: { label: 'Reserved', hint: 'Only some people may get on.' },
  on_booking: { label: 'On booking', hint: 'One calls before.' },
  school_open: { label: 'School service, open to all', hint: 'A school coach anybody may take.' },
  school_only: { label: 'School service only', hint: 'It is no more shown to residents.' },
  hidden: { label: 'Does not run', hint: 'It is no more shown to residents.' },
  note: { label: 'A detail', hint: 'A few words, read with the timetable.' },
};

const TARGETS: Readonly<Record<OverlayTarget, string>> = {
  route: 'Line',
  trip: 'One trip',
  stop: 'One stop',
};

const QUESTIONS: Readonly<Record<string, string>> = {
  phone: 'It is asked on the phone',
  disability_card: 'Does one hold a disability card?',
  member: 'Is one registered already?',
  prescription: 'Has a doctor prescribed the trip?',
  age: 'How old is one?',
};

function delay(value: string): string {
  const [, unit, digits] = /^([mdw])(\d+)$/.exec(value) ?? [];
  const number = Number(digits);
  if (unit === undefined) return value === 'now' ? 'Until it leaves' : 'As the line already says';
  if (unit === 'm') return `${f.duration(number)} before it leaves`;
  if (number === 0) return 'The same day';
  if (unit === 'd') return number === 1 ? 'The day before' : `${number} days before`;
  return number === 1 ? 'The working day before' : `${number} working days before`;
}

export const enWorkspaceLines: typeof frWorkspaceLines = {
  title: 'The lines of the territory',
  lead: 'What you know of train and coach lines, and their timetables do not say. It stays when timetables change.',
  mine: 'What you say of them',
  none: 'You say nothing of any line for now.',
  gone: (date) =>
    date === null
      ? 'Of nothing: no timetable of this network is left'
      : `Of nothing since the import of ${f.factDate(date)}`,
  goneWhy:
    'The timetables in use hold it no more. Your words stay here, and hold again if it comes back.',
  read: 'Read by residents',
  vehicles: { train: 'Train', coach: 'Coach', bus: 'Bus', other: 'Other' },
  target: (target) => TARGETS[target],
  said: enLineMarks.said,
  saidOn: (date) => `Said ${f.factDate(date)}`,
  booking: (delai, clock, phone) =>
    `Call ${phone}: ${delay(delai).toLowerCase()}${clock === null ? '' : ` before ${clock}`}`,
  change: 'Change',
  changeOf: (name) => `Change what you say of ${name}`,
  remove: 'Take away',
  removeOf: (name) => `Take away what you say of ${name}`,
  search: {
    title: 'Mark a line',
    label: 'Which line?',
    hint: 'Its number, its name, its network. Leave it empty to see all those of your territory.',
    submit: 'Search',
    found: (number) =>
      number === 0 ? 'No line found' : number === 1 ? '1 line' : `${number} lines`,
    nothing:
      'Only lines that stop in your territory, or whose operator bears your name, may be marked.',
    many: 'There may be other lines: say more.',
    choose: 'Mark',
    chooseOf: (name) => `Mark the line ${name}`,
    already: 'marked already',
  },
  form: {
    title: (name) => `What do you say of ${name}?`,
    what: 'What are you speaking of?',
    whole: 'The whole line',
    trip: (minute, from, to, days) =>
      `${minute === null ? 'Trip' : `${f.hour(minute)} departure`}, ${from} → ${to}${days === '' ? '' : ` (${days})`}`,
    days: (weekdays) => {
      if (weekdays.length === 0) return '';
      if (weekdays.length === 7) return 'every day';
      return weekdays.map((day) => f.weekday(day).slice(0, 3)).join(', ');
    },
    stop: (name) => `Stop ${name}`,
    kind: 'What is there to know?',
    kinds: KINDS,
    forWhom: 'For whom is it?',
    forWhomHint: 'As you would say it: “Handibus members”, “pupils of the school”.',
    question: 'How does one know?',
    questionHint: 'Residents are asked this question before the line is shown to them.',
    questions: QUESTIONS,
    ageMin: 'From what age?',
    ageMax: 'Up to what age?',
    delay: 'Until when may one book?',
    delays: delay,
    hour: 'Before what time, that day?',
    phone: 'Which number does one call?',
    phoneHint: 'Not needed if the line already says how to book.',
    note: 'A few words',
    noteHint: 'Residents read them under the timetable.',
    optional: 'optional',
    save: 'Tell residents',
    cancel: 'Change nothing',
    wrong: {
      quoi: 'Choose what you speak of.',
      marque: 'Choose what there is to know.',
      pour_qui: 'Write for whom the line is.',
      question: 'Choose a question.',
      age_min: 'Write an age, in years.',
      age_max: 'Write an age, in years.',
      telephone: 'Write the number to call.',
      delai: 'Choose how long before.',
      heure: 'Write a time.',
      note: 'Write a few words.',
    },
  },
  done: {
    added: 'It is said: residents read it from now on.',
    changed: 'It is changed: residents read it from now on.',
    removed: 'It is taken away: residents read it no more.',
  },
  failure: {
    stale: 'Somebody changed it meanwhile. Here is what is said now: look.',
    both: 'Somebody changed it meanwhile. Here is what is said now, then what you wrote. Saving puts yours in its place.',
    twice: 'You say something of it already: change that.',
    refused: 'It could not be saved. Nothing has changed.',
  },
};
