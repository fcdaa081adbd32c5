// What the journey page says in French of what it was asked, of what would change it, of what comes to you.

import type { BookingState } from '#domain/journey/journey.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const moment = (date: string, minute: number) => `${f.date(date)} à ${f.hour(minute)}`;

const COMES: Partial<Record<BookingState, string>> = {
  not_needed: 'Sans rendez-vous : venez quand c’est ouvert.',
  early: 'Les réservations ne sont pas encore ouvertes.',
  too_late: 'Le délai est passé, appelez quand même : une demande urgente est parfois acceptée.',
  registration: 'La première fois, il faut d’abord s’inscrire.',
};

export const frJourneyChanges = {
  remarksTitle: 'À savoir sur votre demande',
  remarks: {
    outsideTimetables: (from: string, to: string): string =>
      `Les horaires connus vont du ${f.factDate(from)} au ${f.factDate(to)}. Pour un autre jour, nous prenons un jour semblable : vérifiez avant de partir.`,
    past: 'Cette heure est déjà passée. Choisissez un autre jour ou une autre heure.',
    outsideHome:
      'Vous partez d’une commune que nous connaissons mal : il existe peut-être d’autres transports. Appelez votre mairie.',
    outsideCare:
      'Le lieu de soin est dans une commune que nous connaissons mal : il existe peut-être d’autres transports sur place.',
    nowhereHome: 'Le départ n’est proche d’aucune commune connue. Choisissez votre commune.',
    nowhereCare: 'Le lieu de soin n’est proche d’aucune commune connue : appelez-le.',
  },
  changes: {
    heading: 'Ce qui le rendrait possible',
    intro: 'Nous avons refait le calcul en changeant une seule chose à chaque fois.',
    hour: (date: string, minute: number): string => `Un rendez-vous ${moment(date, minute)}`,
    day: (date: string, minute: number): string => `Un autre jour : ${moment(date, minute)}`,
    registration: (name: string): string => `Vous inscrire à « ${name} »`,
    companion: (name: string): string => `Venir avec un proche, avec « ${name} »`,
    proof: (what: string, name: string): string => `${what}, pour « ${name} »`,
    condition: 'Remplir la condition',
    outsideHome: (name: string, meters: number): string =>
      `« ${name} » s’arrête à ${f.distance(meters)} de chez vous`,
    outsideCare: (name: string, meters: number): string =>
      `« ${name} » s’arrête à ${f.distance(meters)} du lieu de soin`,
    outsideHomeNext:
      'Un proche peut-il vous y conduire ? Sinon, appelez : une exception est parfois possible.',
    outsideCareNext: 'Appelez pour demander si une exception est possible.',
    proofNext: 'Si vous l’aviez, ce transport serait possible.',
    way: (title: string, depart: string | null, back: string | null): string =>
      [
        title,
        ...(depart === null ? [] : [`départ ${depart}`]),
        ...(back === null ? [] : [`retour ${back}`]),
      ].join(', '),
    see: 'Voir ce trajet',
    seeFor: (what: string): string => `Voir ce trajet : ${what}`,
    apply: 'Refaire le calcul ainsi',
    offer: 'Voir ce transport',
    secretary: 'Au téléphone, dites : « Pouvez-vous me proposer ce moment ? »',
  },
  visiting: {
    heading: 'Le service qui vient à vous',
    intro: 'Sans trajet, ou presque.',
    at: (place: string): string => `À ${place}`,
    next: (date: string, from: number, to: number): string =>
      `Prochaine fois : ${f.date(date)}, de ${f.hour(from)} à ${f.hour(to)}`,
    agreed: 'Le jour et l’heure se décident en appelant.',
    state: (state: BookingState): string | null => COMES[state] ?? null,
    home: 'Chez vous',
    offer: 'Voir ce service',
    offerFor: (name: string): string => `Voir ce service : ${name}`,
  },
  slots: {
    heading: 'Vous n’avez pas encore de rendez-vous ?',
    text: 'Regardez quels jours et quelles heures vous pouvez venir, avant d’appeler le secrétariat.',
    link: 'Voir les jours et heures possibles',
  },
  medical: {
    link: 'Transport sur prescription : que demander au médecin ?',
  },
};
