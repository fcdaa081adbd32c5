// What the server alone writes around every page in English: whom to call, what to say when a page
// fails; and the facts of a card, which no browser says anew.

import type { frCards, frChoice, frHelp, frOpening, frProblem } from './fr-frame.ts';

export const enHelp: typeof frHelp = {
  title: 'Need help right now?',
  intro: 'Free, unless it says otherwise.',
  allNumbers: 'Which number?',
  bar: 'Emergencies',
  numbers: [
    {
      number: '15',
      short: 'Ambulance',
      dial: '15',
      channel: 'call',
      label: 'Ambulance (SAMU)',
      when: 'A life is in danger: collapse, chest pain, paralysis, serious accident.',
      kind: 'emergency',
      hours: 'day and night',
    },
    {
      number: '112',
      short: 'Emergencies',
      dial: '112',
      channel: 'call',
      label: 'Emergencies',
      when: 'Any emergency, from any phone. English is spoken.',
      kind: 'emergency',
      hours: 'day and night',
    },
    {
      number: '114',
      short: 'Text',
      dial: '114',
      channel: 'text',
      label: 'Emergencies by text',
      when: 'You cannot hear or cannot speak: send a text message to this number.',
      kind: 'emergency',
      hours: 'day and night',
    },
    {
      number: '116 117',
      short: 'Doctor on duty',
      dial: '116117',
      channel: 'call',
      label: 'Doctor on duty',
      when: 'Your doctor is away, it is evening, night or the weekend, and it cannot wait.',
      kind: 'out_of_hours',
      hours: 'evenings, nights, weekends',
    },
    {
      number: '3114',
      short: 'Suicide help',
      dial: '3114',
      channel: 'call',
      label: 'Suicide prevention',
      when: 'You think of dying, or fear for someone close. A carer listens.',
      kind: 'listening',
      hours: 'day and night',
    },
    {
      number: '3919',
      short: 'Violence',
      dial: '3919',
      channel: 'call',
      label: 'Violence against women',
      when: 'You suffer violence or witness it. The call stays secret.',
      kind: 'listening',
      hours: 'day and night',
    },
  ],
};

export const enProblem: typeof frProblem = {
  notFoundTitle: 'This page does not exist',
  notFoundText: 'The address may have changed, or a letter got lost. Searching works as ever.',
  notFoundHome: 'Start a search',
  notFoundDirectory: 'Browse the directory',
  failureTitle: 'We could not prepare this page',
  failureText:
    'The fault is ours. Nothing is lost: try again in a minute. The numbers below always answer.',
  retry: 'Try again',
  refusedTitle: 'We did not understand this request',
  refusedText: 'Go back to the search and answer the questions again.',
};

export const enOpening: typeof frOpening = {
  openUntil: (hour: string) => `Open until ${hour}`,
  closedUntil: (date: string, hour: string) => `Closed. Opens ${date} at ${hour}`,
  closedUntilToday: (hour: string) => `Closed. Opens today at ${hour}`,
  closedUntilTomorrow: (hour: string) => `Closed. Opens tomorrow at ${hour}`,
  closed: 'Closed at the moment',
  byAppointment: 'By appointment',
  hoursUnknown: 'Call for opening hours',
};

export const enCards: typeof frCards = {
  distanceLabel: 'Distance',
  byCar: (minutes: string) => `${minutes} by car`,
  crow: 'as the crow flies',
  here: 'In your village',
  newPatients: (answer: string) => `New patients: ${answer}`,
  stepFree: 'Step-free entrance',
  notStepFree: 'Steps at the entrance',
  homeVisits: 'Visits at home',
  goLink: 'See the way there and back',
  goLinkFor: (name: string) => `See the way there and back for ${name}`,
  sheetLink: 'See the details',
  sheetLinkFor: (name: string) => `See the details of ${name}`,
};

export const enChoice: typeof frChoice = {
  pageTitle: (text: string) => `Which “${text}”?`,
  title: (text: string) => `Several places answer to “${text}”`,
  lead: 'Which one do you start from?',
  other: 'Another place',
};
