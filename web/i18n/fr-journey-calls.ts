// The calls of a trip in French: until when, and what to say.

import type { Leg, Moment } from '#domain/journey/journey.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frRules } from '#web/i18n/fr-rules.ts';

/** The line a driver must be in time for. */
type Caught = { vehicle: NonNullable<Leg['line']>['vehicle']; minute: number };

const CAUGHT: Record<Caught['vehicle'], string> = {
  train: 'le train',
  coach: 'le car',
  bus: 'le bus',
  other: 'le départ',
};

const caught = ({ vehicle, minute }: Caught) => `${CAUGHT[vehicle]} de ${f.hour(minute)}`;

function moment(at: Moment): string {
  return `${f.date(at.date)}, ${f.hour(at.minute)}`;
}

/** The first day of a first ride, when it is known. */
function firstRide(date: string | null): string {
  return date === null ? '' : ` Un premier trajet est possible à partir de ${f.date(date)}.`;
}

export const frJourneyCalls = {
  heading: 'Vos appels, dans l’ordre',
  call: (phone: string): string => `Appelez le ${phone}`,
  before: (limit: Moment): string => `avant ${moment(limit)}`,
  ruleLimit: (limit: Moment): string =>
    `La règle dit : avant ${moment(limit)}. Ensuite, plus personne ne répond.`,
  opens: (at: Moment): string => `Réservations ouvertes à partir du ${moment(at)}.`,
  firstTime: (limit: Moment): string =>
    `Si c’est la première fois, inscrivez-vous avant ${moment(limit)}.`,
  firstTimeClosed: (nextDate: string | null): string =>
    `Si c’est la première fois, il est trop tard pour s’inscrire avant ce trajet.${firstRide(nextDate)}`,
  noPhone: 'Pas de téléphone connu.',
  anyCompany:
    'L’entreprise de votre choix : demandez à votre médecin, à la pharmacie ou à la mairie.',
  online: 'Réserver en ligne',
  email: 'Écrire un courriel',
  say: 'Ce que vous pouvez dire',
  hello: 'Bonjour, je voudrais réserver un transport.',
  rideLeave: (from: string, to: string, date: string, minute: number): string =>
    `${frRules.sentence(f.date(date))}, je pars ${f.from(from)} à ${f.hour(minute)}. Je vais ici : ${to}.`,
  rideArrive: (from: string, to: string, date: string, minute: number, line: Caught): string =>
    `${frRules.sentence(f.date(date))}, je dois arriver à ${f.hour(minute)}, avant ${caught(line)}. Je pars ${f.from(from)}. Je vais ici : ${to}.`,
  rideBack: (from: string, to: string, date: string, minute: number): string =>
    `Pour le retour, ${f.date(date)}, pouvez-vous me prendre vers ${f.hour(minute)} ? Ce sera ici : ${from}. Je rentre ${f.to(to)}.`,
  rideBackTo: (from: string, to: string, date: string, minute: number): string =>
    `Pour le retour, ${f.date(date)}, pouvez-vous me prendre vers ${f.hour(minute)} ? Ce sera ici : ${from}. Je vais ici : ${to}.`,
  rideBackArrive: (from: string, to: string, date: string, minute: number, line: Caught): string =>
    `Pour le retour, ${f.date(date)}, je dois arriver à ${f.hour(minute)}, avant ${caught(line)}. Je pars ${f.from(from)}. Je vais ici : ${to}.`,
  backUnknown: 'Je ne sais pas encore à quelle heure je finirai. Comment faire pour le retour ?',
  needs: (needs: readonly string[]): string => `J’ai besoin de : ${f.list(needs)}.`,
  askPrice: 'Combien cela va-t-il coûter ?',
  alsoSay: 'On vous demandera aussi',
  print: 'Imprimer la liste d’appels',
  done: 'Appelé le',
  answer: 'Réponse',
};
