// The thread of a trip in English: each leg, the waits between, the way back.

import type { Leg } from '#domain/journey/journey.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import { enHire } from '#web/i18n/en-hire.ts';
import { enLineMarks } from '#web/i18n/en-line-marks.ts';
import { enRules } from '#web/i18n/en-rules.ts';
import type { frLegs } from '#web/i18n/fr-legs.ts';

const VEHICLES: Record<NonNullable<Leg['line']>['vehicle'], string> = {
  train: 'Train',
  coach: 'Coach',
  bus: 'Bus',
  other: 'Line',
};

function toward(name: string, next: Leg): string {
  if (next.mode !== 'transit') return `to ${name}`;
  return next.line?.vehicle === 'train' ? `to ${name} station` : `to the stop “${name}”`;
}

/** Trains have a number; a trip of a line may have a remark in its place. */
function tripWords(name: string | null): string {
  if (name === null) return '';
  return /^\S*\d\S*$/.test(name) ? ` no. ${name}` : ` (${name})`;
}

export const enLegs: typeof frLegs = {
  outbound: 'There',
  back: 'Back',
  backAgreed: 'The way back is agreed when you book: say when you think you will finish.',
  noBack: 'No way back found with this transport.',
  thatDay: (day) => {
    if (day < -1) return `${-day} days before the appointment`;
    if (day > 1) return `${day} days after the appointment`;
    return day < 0
      ? 'The day before the appointment'
      : day === 0
        ? 'The day of the appointment'
        : 'The day after';
  },
  hire: enHire,
  marks: enLineMarks,
  agreedTime: 'time to agree when booking',
  estimate: 'estimate',
  doorToDoor: (minutes) => `${f.duration(minutes)} in all, waiting included, the appointment apart`,
  walkTotal: (meters) => `${f.distance(meters)} on foot in all`,
  waitThere: (minutes) => `You wait ${f.duration(minutes)} before the appointment`,
  waitBetween: (minutes, place) => `Wait: ${f.duration(minutes)} at ${place}`,
  otherReturns: 'Other ways back',
  otherReturn: (depart, arrive) =>
    arrive === null
      ? `Leaves at ${f.hour(depart)}`
      : `Leaves at ${f.hour(depart)}, arrives at ${f.hour(arrive)}`,
  lastReturn: (minute) => `Last way back: ${f.hour(minute)}`,
  seeLegs: 'See the trip in detail',
  seeMap: 'See the trip on the map',
  hideMap: 'Close the map',
  leg: (leg, next) => {
    const minutes =
      leg.departMinute !== null && leg.arriveMinute !== null
        ? ` (${f.duration(leg.arriveMinute - leg.departMinute)})`
        : '';
    const until = next === undefined ? '' : ` ${toward(leg.to.name, next)}`;
    switch (leg.mode) {
      case 'walk':
        return `Walk ${f.distance(leg.meters)}${until}${minutes}`;
      case 'car':
      case 'moped':
      case 'cycle': {
        const how = leg.offerId === null ? 'By car' : enHire.withIt(leg.mode);
        return `${how}${until}: ${f.distance(leg.meters)}${minutes}`;
      }
      case 'ride':
        return `${leg.offerName ?? 'The driver'} picks you up and drives you${until}${minutes}`;
      case 'transit': {
        const goesOn = next?.line?.staysAboard === true;
        const off = `${goesOn ? 'stay on board' : 'get off'} at ${leg.to.name}${minutes}`;
        if (leg.line === null) return enRules.sentence(off);
        const number = tripWords(leg.line.tripName);
        const bound = leg.line.headsign === null ? '' : ` towards ${leg.line.headsign}`;
        const name = leg.line.name === '' ? '' : ` ${leg.line.name}`;
        const vehicle = leg.line.staysAboard
          ? 'The same vehicle goes on, line'
          : VEHICLES[leg.line.vehicle];
        return `${vehicle}${name}${number}${bound}: ${off}`;
      }
      case 'local_network':
        return `${leg.offerName ?? 'Town bus'}${until}: look at the timetable before you leave`;
    }
  },
  legAsked: ({ bookedPickup: on, bookedDropOff: off }, phone) => {
    const number = phone === null ? '' : `: ${phone}`;
    const said: string[] = [];
    if (on === 'phone' && off === 'phone') said.push(`Book both stops by phone${number}`);
    else if (on === 'phone') said.push(`Book the stop where you get on by phone${number}`);
    else if (off === 'phone') said.push(`Book the stop where you get off by phone${number}`);
    if (on === 'driver') said.push('Wave to the driver, who stops only if you do');
    if (off === 'driver') said.push('As you get on, tell the driver where you get off');
    return said;
  },
  legStops: (count) =>
    count <= 0
      ? 'no stop in between'
      : count === 1
        ? '1 stop before yours'
        : `${count} stops before yours`,
};
