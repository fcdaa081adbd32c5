// What the page about transport prescribed by a doctor says in English.

import type { MedicalStepCode } from '#domain/transport/medical-advice.ts';
import type { MedicalFactId } from '#domain/transport/medical-facts.ts';
import type { MedicalSituation } from '#domain/transport/medical-situations.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frMedical } from '#web/i18n/fr-medical.ts';

const SITUATIONS: Record<MedicalSituation['code'], string> = {
  hospital_stay: 'a stay in hospital',
  long_term_illness: 'care for a long-term illness',
  lying_or_watched: 'a transport lying down or watched over',
  long_distance: 'a long trip',
  series: 'a series of trips',
  work_accident: 'an accident at work or an occupational disease',
  summons: 'a summons',
  child_centre: 'a centre for children',
  maternity: 'the end of a pregnancy, or a birth',
};

const STEPS: Record<MedicalStepCode, (amount: (id: MedicalFactId) => string) => string> = {
  call_emergency: () => 'Call 15 or 112 at once. Do not wait for a prescription.',
  ask_prescription_before: () =>
    'Ask for a transport prescription before the trip. Made afterwards, it counts in principle only for an emergency.',
  check_prescription: () =>
    'Read the prescription together: the place, the number of trips, the means of transport.',
  ask_vehicle: () =>
    'Which transport does my condition call for: car or train, approved taxi or VSL, ambulance?',
  ask_illness_link: () =>
    'Is this trip linked to my long-term illness? Is it written on the prescription?',
  ask_series: (amount) =>
    `Can I have one prescription for the whole series? A series starts at ${amount('series_trips')} of more than ${amount('series_distance')} in ${amount('series_period')}.`,
  ask_prior_agreement: (amount) =>
    `Is the prior agreement of the health insurance needed? It is beyond ${amount('long_distance')}, or for a series of trips.`,
  ask_companion: () => 'Must somebody come with me? If so, is it written on the prescription?',
  ask_shared: () =>
    'Can I share the vehicle with other patients? If you refuse, you may have to pay in advance.',
  ask_nearest_place: () =>
    'Is this the nearest place that can treat me? If not, can you write down why?',
  no_listed_situation: () =>
    'Your answers look like no case of the official list. Ask all the same: only the doctor can answer.',
  keep_summons: () => 'Keep the summons: it may stand for the prescription. Ask.',
  confirm_rate: (amount) =>
    `How much will be paid back? Most often ${amount('usual_rate')}; ${amount('full_rate')} in some cases.`,
  know_franchise: (amount) =>
    `What flat charge will I pay? It is ${amount('franchise_trip')} a trip, at most ${amount('franchise_day')} a day and ${amount('franchise_year')} a year.`,
  no_franchise: () =>
    'Does the flat charge apply to me? From your answers, you may not have to pay it.',
  wait_agreement: (amount) =>
    `Wait for the answer about the agreement before you leave. Allow ${amount('agreement_reply')}.`,
  choose_carrier: () =>
    'Are you approved by the health insurance? Must I pay in advance? You choose the company yourself.',
  show_documents: () => 'On the day, hand over the prescription and your health card.',
  keep_receipts: (amount) =>
    `By car, coach or train, keep the prescription and the tickets. By car, the base is ${amount('own_car')}.`,
};

const FACTS: Record<MedicalFactId, string> = {
  prescription_first: 'The prescription comes before the trip',
  usual_rate: 'Most common refund',
  full_rate: 'Refund in some cases',
  franchise_trip: 'Flat charge a trip',
  franchise_day: 'Flat charge a day, at most',
  franchise_year: 'Flat charge a year, at most',
  long_distance: 'Long trip: agreement to ask beyond',
  series_trips: 'Series: from',
  series_distance: 'Series: each trip is longer than',
  series_period: 'Series: within',
  agreement_reply: 'Answer of the health insurance',
  shared_refusal: 'Refusing to share the vehicle may mean paying in advance',
  own_car: 'With one’s own car',
  taxi_pickup: 'Approved taxi: pick-up charge',
};

export const enMedical: typeof frMedical = {
  title: 'Prescribed transport: what to ask the doctor?',
  description:
    'Approved taxi, VSL, ambulance or car: what to ask the doctor before a trip to get care.',
  lead: 'Answer a few questions. You get the list of what to ask, to take to the doctor.',
  noVerdict:
    'This page decides nothing. Only your doctor and the health insurance can say whether a transport is paid back.',
  privacy: 'Your answers are neither recorded nor kept.',
  onDevice: 'The calculation is made on this device: your answers do not leave it.',
  formTitle: 'Your answers',
  optional: 'Everything is optional. Skip what you do not know.',
  more: 'Other situations',
  questions: {
    reason: 'Why do you make this trip?',
    hasPrescription: 'Do you already have a transport prescription?',
    posture: 'How can you travel?',
    longTermIllness: 'Is it for a long-term illness (ALD)?',
    oneWayKm: 'How many kilometres, one way?',
    tripsInTwoMonths: 'How many times do you go in two months, for the same care?',
    workAccident: 'Is it for an accident at work, or an occupational disease?',
    maternity: 'Are you more than 5 months pregnant, or did you give birth less than 12 days ago?',
    solidarityCover: 'Do you have the complémentaire santé solidaire, or the state medical aid?',
    ageYears: 'How old is the person who gets care?',
  },
  hints: {
    oneWayKm: 'By road, roughly.',
  },
  reasons: {
    consultation: 'A consultation or an examination',
    repeated_treatment:
      'A treatment that is repeated (dialysis, radiotherapy, chemotherapy, rehabilitation)',
    hospital_stay: 'Going into hospital, or leaving it',
    summons: 'A summons (medical check, expert, fitting of a device)',
    child_centre: 'A centre for children (CAMSP, CMPP)',
    emergency: 'An emergency, now',
  },
  postures: {
    alone: 'Alone, by car, coach or train',
    with_relative: 'With a relative, by car, coach or train',
    seated_helped: 'Seated, but with help',
    lying: 'Lying down, or watched over during the trip',
  },
  yes: 'Yes',
  no: 'No',
  skip: 'I do not know',
  submit: 'See what to ask',
  answerTitle: 'What to ask',
  to: {
    emergency: 'At once',
    doctor: 'Your doctor, before the trip',
    insurance: 'The health insurance (phone 36\u00a046)',
    carrier: 'The transport company',
  },
  step: (code, amount) => STEPS[code](amount),
  situationsTitle: 'The official list speaks of',
  situation: ({ code, match }) =>
    match === 'said'
      ? `${SITUATIONS[code]}: it looks like your answers`
      : `${SITUATIONS[code]}: an answer is missing to know`,
  moreAnswers: (count) =>
    count === 1
      ? 'One more answer would make this list more precise'
      : `${count} more answers would make this list more precise`,
  estimatesTitle: 'Orders of magnitude, there and back',
  estimate: ({ code, cents, km }) => {
    switch (code) {
      case 'own_car_base':
        return `With your car, ${f.number(km ?? 0)}\u00a0km: a base of ${f.euros(cents)}, to be confirmed.`;
      case 'own_car_usual_rate':
        return `At the most common refund, that would be ${f.euros(cents)}, to be confirmed.`;
      case 'franchise_round_trip':
        return `Flat charge by taxi, VSL or ambulance: ${f.euros(cents)}.`;
    }
  },
  factsTitle: 'The figures, their date and their source',
  fact: (id) => FACTS[id],
  amount: ({ amount, unit }) => {
    if (amount === null) return '';
    switch (unit) {
      case 'percent':
        return `${f.number(amount)}%`;
      case 'cents':
        return f.euros(amount);
      case 'cents_per_km':
        return `${f.euros(amount)} per km`;
      case 'km':
        return `${f.number(amount)}\u00a0km`;
      case 'trips':
        return `${f.number(amount)}\u00a0trips`;
      case 'days':
        return `${f.number(amount)}\u00a0days`;
      case 'months':
        return `${f.number(amount)}\u00a0months`;
      case 'none':
        return '';
    }
  },
  toConfirm: (amount) => `${amount} (to be confirmed)`,
  since: (date) => `since ${f.factDate(date)}`,
  asOf: (date) => `read in a text of ${f.factDate(date)}`,
  undated: 'undated',
  print: 'Print this list',
  change: 'Change my answers',
  forget: 'Erase my answers',
  note: 'What the doctor said',
};
