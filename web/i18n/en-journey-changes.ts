// What the journey page says in English of what it was asked, of what would change it.

import { enFormat as f } from '#web/i18n/en-format.ts';
import { enVisiting } from '#web/i18n/en-visiting.ts';
import type { frJourneyChanges } from '#web/i18n/fr-journey-changes.ts';

const moment = (date: string, minute: number) => `${f.date(date)} at ${f.hour(minute)}`;

export const enJourneyChanges: typeof frJourneyChanges = {
  remarksTitle: 'About what you asked',
  remarks: {
    outsideTimetables: (from, to) =>
      `Known timetables run from ${f.factDate(from)} to ${f.factDate(to)}. For another day we take a similar day: check before you leave.`,
    past: 'This hour has already passed. Choose another day or hour.',
    outsideHome:
      'You leave from a commune we know little of: there may be other transports. Call your town hall.',
    outsideCare:
      'The place of care is in a commune we know little of: there may be other transports there.',
    nowhereHome: 'The start is near no known commune. Choose your commune.',
    offRoadHome:
      'The start is far from any known road: times are estimates. Check the point you chose.',
    offRoadCare:
      'The place of care is far from any known road: times are estimates. Check its address.',
    feedOutside: (name, from, to) =>
      `The timetables of “${name}” we know run from ${f.factDate(from)} to ${f.factDate(to)}. For another day we take a similar day: check before you leave.`,
    careClosed: (open) =>
      open.length === 0
        ? 'By its known hours, this place is closed that day. Call it before you book a transport.'
        : `This appointment does not fit in the known hours of the place. That day it opens ${f.list(open.map(({ from, to }) => `from ${f.hour(from)} to ${f.hour(to)}`))}. Call it before you book a transport.`,
    nowhereCare: 'The place of care is near no known commune: call it.',
  },
  cutShort: {
    title: 'We did not have time to look at everything',
    text: 'There may be other ways to get there.',
    again: 'Try again',
  },
  changes: {
    heading: 'What would make it possible',
    intro: 'We computed again, changing one thing each time.',
    hour: (date, minute) => `An appointment on ${moment(date, minute)}`,
    day: (date, minute) => `Another day: ${moment(date, minute)}`,
    registrationNext: (phone, before) => {
      const limit = `${f.date(before.date)}, ${f.hour(before.minute)}`;
      return phone === null
        ? `Register before ${limit}. Then this trip becomes possible.`
        : `Call ${phone} to register, before ${limit}. Then this trip becomes possible.`;
    },
    registration: (name) => `Registering with “${name}”`,
    companion: (name) => `Coming with a relative, with “${name}”`,
    proof: (what, name) => `${what}, for “${name}”`,
    condition: 'Meeting the condition',
    outside: (name, { meters, measured, end }) => {
      const where = end === 'home' ? 'your home' : 'the place of care';
      return measured === 'edge'
        ? `“${name}” stops ${f.distance(meters)} from ${where}`
        : `“${name}” stops before: the nearest village it serves is ${f.distance(meters)} from ${where}`;
    },
    outsideHomeNext:
      'Can a relative drive you there? If not, call: an exception is sometimes possible.',
    outsideCareNext: 'Call to ask whether an exception is possible.',
    proofNext: 'If you had it, this transport would be possible.',
    way: (title, depart, back) =>
      [
        ...(title === null ? [] : [title]),
        ...(depart === null ? [] : [`leaves at ${depart}`]),
        ...(back === null ? [] : [`back at ${back}`]),
      ].join(', '),
    see: 'See this trip',
    seeFor: (what) => `See this trip: ${what}`,
    apply: 'Compute again',
    applyFor: (what) => `Compute again: ${what}`,
    offer: 'See this transport',
    secretary: 'On the phone, say: “Can you offer me this time?”',
  },
  visiting: enVisiting,
  slots: {
    heading: 'No appointment yet?',
    text: 'See which days and hours you can come, before you call the secretary.',
    link: 'See the possible days and hours',
  },
  medical: {
    link: 'Prescribed transport: what to ask the doctor?',
  },
};
