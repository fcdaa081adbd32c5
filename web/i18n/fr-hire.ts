// A vehicle hired or lent, in French: which one, from when to when, where, and what to ask on the phone.

import type { Hire, LegMode, Moment } from '#domain/journey/journey.ts';
import type { HireVehicle } from '#domain/transport/fare.ts';
import { HIRE_VEHICLES } from '#web/i18n/fr-fares.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const ONE: Record<HireVehicle, string> = {
  car: 'une voiture',
  moped: 'un scooter',
  electric_bicycle: 'un vélo électrique',
  bicycle: 'un vélo',
};

/** By mode of a leg, before « jusqu’à … ». */
const WITH: Partial<Record<LegMode, string>> = {
  car: 'Avec la voiture louée',
  moped: 'En scooter, hors voies rapides',
  cycle: 'À vélo',
};

function span(from: Moment, to: Moment): string {
  return from.date === to.date
    ? `${f.date(from.date)}, de ${f.hour(from.minute)} à ${f.hour(to.minute)}`
    : `du ${f.date(from.date)} à ${f.hour(from.minute)} au ${f.date(to.date)} à ${f.hour(to.minute)}`;
}

export const frHire = {
  withIt: (mode: LegMode): string => WITH[mode] ?? 'Avec le véhicule',
  /** Where the vehicle comes from, and for how long. `from`, `to`: null when not known. */
  kept: (hire: Hire, from: Moment | null, to: Moment | null): string => {
    const where =
      hire.placeName !== null
        ? `à prendre et à rendre ici : ${hire.placeName}`
        : hire.isDelivered
          ? 'on vous l’apporte, on vient le reprendre chez vous'
          : 'lieu et heures à demander';
    const when = from === null || to === null ? '' : `. ${capital(span(from, to))}`;
    return `${HIRE_VEHICLES[hire.vehicle]} : ${where}${when}.`;
  },
  handOver: (minutes: number, place: string, isFetched: boolean): string =>
    `${isFetched ? 'Papiers et clés' : 'Retour du véhicule'} : ${f.duration(minutes)} à ${place}`,
  /** Of the offer itself: how the vehicle is had, and when its hours are not known. */
  counter: { door: 'Le véhicule vous est apporté.', stop: 'Le véhicule est à prendre sur place.' },
  hoursUnknown: 'Jours et heures à demander en appelant.',
  fetch: 'Avant : aller chercher le véhicule',
  bringBack: 'Après : rendre le véhicule',
  hello: (vehicle: HireVehicle): string =>
    `Bonjour, je voudrais prendre ${ONE[vehicle]} pour un rendez-vous médical.`,
  asked: (from: Moment, to: Moment): string => `J’en aurais besoin ${span(from, to)}.`,
  askedWhen: 'Quels jours, et à quelles heures, peut-on prendre et rendre le véhicule ?',
  askedPlace: (place: string): string => `Je viendrais le prendre ici : ${place}.`,
  askedDelivery: (home: string): string => `Pouvez-vous me l’apporter ici : ${home} ?`,
  askedWhere: 'Où faut-il aller le prendre ?',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
