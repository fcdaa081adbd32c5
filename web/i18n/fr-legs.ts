// The thread of a trip in French: each leg, the waits between, the way back.

import type { Leg } from '#domain/journey/journey.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frHire } from '#web/i18n/fr-hire.ts';
import { frLineMarks } from '#web/i18n/fr-line-marks.ts';
import { frRules } from '#web/i18n/fr-rules.ts';

const VEHICLES: Record<NonNullable<Leg['line']>['vehicle'], string> = {
  train: 'Train',
  coach: 'Car',
  bus: 'Bus',
  other: 'Ligne',
};

/** Where a leg ends, said with what comes next: « jusqu’à la gare de Chalais ». */
function toward(name: string, next: Leg): string {
  if (next.mode !== 'transit') return `jusqu’à ${name}`;
  return next.line?.vehicle === 'train'
    ? `jusqu’à la gare ${f.from(name)}`
    : `jusqu’à l’arrêt « ${name} »`;
}

/** Trains have a number; a trip of a line may have a remark in its place. */
function tripWords(name: string | null): string {
  if (name === null) return '';
  return /^\S*\d\S*$/.test(name) ? ` n° ${name}` : ` (${name})`;
}

export const frLegs = {
  outbound: 'Aller',
  back: 'Retour',
  backAgreed: 'Le retour se décide en réservant : dites à quelle heure vous pensez finir.',
  noBack: 'Pas de retour trouvé avec ce transport.',
  /** 0 is the day of the appointment. */
  thatDay: (day: number): string => {
    if (day < -1) return `${-day} jours avant le rendez-vous`;
    if (day > 1) return `${day} jours après le rendez-vous`;
    return day < 0
      ? 'La veille du rendez-vous'
      : day === 0
        ? 'Le jour du rendez-vous'
        : 'Le lendemain';
  },
  hire: frHire,
  marks: frLineMarks,
  agreedTime: 'heure à fixer en réservant',
  estimate: 'estimation',
  doorToDoor: (minutes: number): string =>
    `${f.duration(minutes)} en tout, attente comprise, sans compter le rendez-vous`,
  walkTotal: (meters: number): string => `${f.distance(meters)} à pied en tout`,
  waitThere: (minutes: number): string =>
    `Vous attendez ${f.duration(minutes)} avant le rendez-vous`,
  waitBetween: (minutes: number, place: string): string =>
    `Attente : ${f.duration(minutes)} à ${place}`,
  otherReturns: 'Autres retours possibles',
  otherReturn: (depart: number, arrive: number | null): string =>
    arrive === null
      ? `Départ à ${f.hour(depart)}`
      : `Départ à ${f.hour(depart)}, arrivée à ${f.hour(arrive)}`,
  lastReturn: (minute: number): string => `Dernier retour possible : ${f.hour(minute)}`,
  seeLegs: 'Voir le trajet en détail',
  seeMap: 'Voir le trajet sur la carte',
  hideMap: 'Fermer la carte',
  /** One leg. Of the last one the end is written just below: it is not said twice. */
  leg: (leg: Leg, next: Leg | undefined): string => {
    const minutes =
      leg.departMinute !== null && leg.arriveMinute !== null
        ? ` (${f.duration(leg.arriveMinute - leg.departMinute)})`
        : '';
    const until = next === undefined ? '' : ` ${toward(leg.to.name, next)}`;
    switch (leg.mode) {
      case 'walk':
        return `Marchez ${f.distance(leg.meters)}${until}${minutes}`;
      case 'car':
      case 'moped':
      case 'cycle': {
        const how = leg.offerId === null ? 'En voiture' : frHire.withIt(leg.mode);
        return `${how}${until} : ${f.distance(leg.meters)}${minutes}`;
      }
      case 'ride':
        return `${leg.offerName ?? 'Le conducteur'} vous prend et vous conduit${until}${minutes}`;
      case 'transit': {
        const goesOn = next?.line?.staysAboard === true;
        const off = `${goesOn ? 'restez à bord' : 'descendez'} à ${leg.to.name}${minutes}`;
        if (leg.line === null) return frRules.sentence(off);
        const number = tripWords(leg.line.tripName);
        const bound = leg.line.headsign === null ? '' : ` vers ${leg.line.headsign}`;
        const name = leg.line.name === '' ? '' : ` ${leg.line.name}`;
        const vehicle = leg.line.staysAboard
          ? 'Le même véhicule continue, ligne'
          : VEHICLES[leg.line.vehicle];
        return `${vehicle}${name}${number}${bound} : ${off}`;
      }
      case 'local_network':
        return `${leg.offerName ?? 'Bus de ville'}${until} : regardez l’horaire avant de partir`;
    }
  },
  /** What to do for a stop that is served only for who asks; nothing for the others. */
  legAsked: (line: NonNullable<Leg['line']>, phone: string | null): string[] => {
    const { bookedPickup: on, bookedDropOff: off } = line;
    const number = phone === null ? '' : ` : ${phone}`;
    const said: string[] = [];
    if (on === 'phone' && off === 'phone') {
      said.push(`Montée et descente à réserver par téléphone${number}`);
    } else if (on === 'phone') said.push(`Montée à réserver par téléphone${number}`);
    else if (off === 'phone') said.push(`Descente à réserver par téléphone${number}`);
    if (on === 'driver') said.push('Faites signe au conducteur pour qu’il s’arrête');
    if (off === 'driver') said.push('En montant, dites au conducteur où vous descendez');
    return said;
  },
  legStops: (count: number): string =>
    count <= 0
      ? 'sans arrêt'
      : count === 1
        ? '1 arrêt avant le vôtre'
        : `${count} arrêts avant le vôtre`,
};
