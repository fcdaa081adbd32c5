// What the journey page says in English.

import type { Moment } from '#domain/journey/journey.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import { enJourneyCalls } from '#web/i18n/en-journey-calls.ts';
import { enJourneyChanges } from '#web/i18n/en-journey-changes.ts';
import { enLegs } from '#web/i18n/en-legs.ts';
import { enNotes } from '#web/i18n/en-notes.ts';
import type { frJourney } from '#web/i18n/fr-journey.ts';

function moment(at: Moment): string {
  return `${f.date(at.date)}, ${f.hour(at.minute)}`;
}

function firstRide(date: string | null): string {
  return date === null ? '' : ` A first trip is possible from ${f.date(date)}.`;
}

export const enJourney: typeof frJourney = {
  ...enLegs,
  ...enNotes,
  ...enJourneyChanges,
  title: (name) => `Your trip: ${name}`,
  heading: 'How to get there, and back',
  forWhom: (from, to) => `From ${from} to ${to}`,
  appointmentAt: (date, minute, durationMinutes) =>
    `Appointment on ${f.date(date)} at ${f.hour(minute)}${durationMinutes === null ? '' : `, about ${f.duration(durationMinutes)}`}`,
  example: 'Example: ',
  refused: 'This appointment cannot be computed. Check the day and the hour.',
  toCheckByPhone: 'Check by phone that it is for you.',
  missingFrom: 'Tell us where you start: we will look for the ways there and back.',
  unknownFrom: (text) => `We cannot find “${text}”. Type the name of a commune or its postcode.`,
  form: {
    from: 'Where do you start?',
    fromHint: 'Commune or postcode',
    day: 'Which day?',
    hour: 'At what time?',
    duration: 'How long does it last?',
    durations: { unknown: 'I do not know', minutes: (minutes) => f.duration(minutes) },
    mode: 'How do you travel?',
    needs: 'Do you need help?',
    needsHint: 'Optional. Tick what applies to you.',
    submit: 'See how to get there',
    change: 'Change the appointment',
  },
  modes: { no_car: 'Without a car', car: 'By car', driven: 'Somebody drives me' },
  urgentCall: 'Urgent request',
  tiers: {
    0: 'Possible for you',
    1: 'To check',
    2: 'Register first',
    3: 'Almost possible',
  },
  moment,
  headline: {
    leave: (minute) => `Leave at ${f.hour(minute)}.`,
    leaveAndBack: (out, back) =>
      `Leave at ${f.hour(out)}. The way back leaves at ${f.hour(back)}. Nothing to book.`,
    nothingToBook: 'Nothing to book.',
    callBefore: (phone, limit, isSettled) =>
      `Call ${phone} before ${moment(limit)}${isSettled ? ', and all is settled' : ''}.`,
    contactBefore: (name, limit, isSettled) =>
      `Contact ${name} before ${moment(limit)}${isSettled ? ', and all is settled' : ''}.`,
    callFirst: (phone, limit) => `First step: call ${phone} before ${moment(limit)}.`,
    callsInAll: (count) => `There are ${count} calls to make. They are in order, below.`,
    callToBook: (phone) => `Call ${phone} to book.`,
    contactToBook: (name) => `Contact ${name} to book.`,
    opensOn: (at) => `Booking opens on ${moment(at)}.`,
    registerBefore: (phone, limit) =>
      `First time? Register: call ${phone} before ${moment(limit)}.`,
    registrationClosed: (nextDate) =>
      `First time? It is too late to register before this trip.${firstRide(nextDate)}`,
    alreadyRegistered: (limit) => `Already registered? Call before ${moment(limit)}.`,
    registerFirst: 'First time? You must register first: ask how.',
    companyToBook: 'Call the company of your choice to book.',
    register: (phone) => `First time? Register first: call ${phone}.`,
    tooLate: (limit) => `Too late: the call was due before ${moment(limit)}.`,
    tooLateUrgent: (phone) =>
      `The time to book has passed. Call ${phone} anyway: an urgent request is sometimes accepted.`,
    tooLateAnyway: 'The time to book has passed.',
    medical: 'First ask your doctor for a transport prescription.',
  },
  checkTimes: 'Check the times before you leave: they may have changed.',
  best: 'The simplest:',
  options: (count) => (count === 1 ? '1 way to get there' : `${count} ways to get there`),
  price: {
    heading: 'What it costs',
    total: 'For this trip',
    free: 'Free',
    unknown: 'Ask for the price',
    atLeast: (cents) => `at least ${f.euros(cents)}`,
    range: (low, high) => `between ${f.euros(low)} and ${f.euros(high)}`,
    partial: 'Part of the price is not known: ask when you call.',
    estimate: 'Estimate: the kilometres are computed, not measured on the road.',
    once: 'once a year',
    plusOnce: (cents) => `+ ${f.euros(cents)} membership a year`,
  },
  eligibility: {
    heading: 'Is it for you?',
    yes: 'Yes, from your answers',
    unknown: 'To check by phone',
    no: 'No, from your answers',
    open: 'Open to everybody',
    met: 'yes',
    toCheck: 'to check',
    notMet: 'no',
    noneFound: 'yes: we find none that day',
  },
  calls: enJourneyCalls,
  toHave: 'To have at hand',
  almost: {
    heading: 'Almost possible',
    intro: 'These ways do not suit as they are. Here is why.',
    because: 'What stands in the way',
  },
  questions: {
    teaser: (count) =>
      count === 1
        ? 'One question can change this answer'
        : `${count} questions can change this answer`,
    offersChanged: 'A transport has just changed: the answer is up to date.',
    answered: 'Computed again with your answers.',
    failed: 'The calculation did not succeed. Your answers are still here: try again.',
    noBenefit: 'None of these benefits',
    heading: 'A few questions that change the answer',
    intro: 'Answer if you like. Your answers serve this calculation and we keep none of them.',
    onDevice: 'They stay on this device until you close the page.',
    yes: 'Yes',
    no: 'No',
    skip: 'Skip',
    submit: 'Use my answers',
    forget: 'Forget my answers',
    text: {
      ageYears: 'How old are you?',
      residenceInsee: 'Do you live in the commune you start from?',
      hasLicence: 'Do you have a driving licence?',
      hasVehicle: 'Do you have a car, or another vehicle?',
      lowIncome: 'Do you have a low income?',
      prescription: 'Has your doctor prescribed this transport?',
      coveredByInsurance: 'Does the health insurance pay for this trip?',
      disabilityCard: 'Do you hold a disability or mobility card?',
      benefits: 'Do you receive one of these benefits?',
    },
    hints: {
      ageYears: 'Some help starts at a given age.',
      residenceInsee: 'Some transports are for residents only.',
      hasLicence: 'Some transports are for people without a licence.',
      hasVehicle: 'Some transports are for people without a vehicle.',
      lowIncome: 'Roughly is enough: it is confirmed by phone.',
      prescription: 'It must be made before the trip.',
      coveredByInsurance: 'For instance for a long-term illness (ALD).',
      disabilityCard: 'It gives rights in several transports.',
      benefits: 'Tick those you receive, or “none”.',
    },
    registered: (name) => `Are you already registered with “${name}”?`,
    registeredHint: 'If so, you have longer to call, and the membership is already paid.',
    residence: (name) => `Do you live in ${name}?`,
  },
  ownWays: {
    label: 'Your answers',
    busy: 'Taking your answers into account…',
    counted: 'These journeys take your answers into account. Your answers stay on this device.',
    failed:
      'Your answers could not be taken into account: these journeys are those for everybody. Reload the page.',
    forgotten: 'Your answers are forgotten: these journeys are those for everybody.',
  },

  nothing: {
    heading: 'Nothing found for this appointment',
    text: (crow, minutes, estimate) =>
      `The place is ${f.distance(crow)} away as the crow flies, about ${f.duration(minutes)} by car${estimate ? ' (estimate)' : ''}.`,
    tips: [
      'Ask the practice for another day or hour, around midday if possible.',
      'Ask whether a home visit or a video consultation is possible.',
      'Call a travel adviser: they know what exists in your commune.',
    ],
    allOffers: 'See all transports',
    advisers: 'Call an adviser',
  },
  driveFact: (minutes, meters, estimate) =>
    `By car: about ${f.duration(minutes)}, ${f.distance(meters)}${estimate ? ' (estimate)' : ' by road'}`,
  print: 'Print this page',
  toEntry: 'See the page of the place',
};
