// What the journey page says in French of what it was asked, of what would change it.

import type { JourneyChange, Moment } from '#domain/journey/journey.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frVisiting } from '#web/i18n/fr-visiting.ts';

type Gap = Pick<Extract<JourneyChange, { kind: 'outside_zone' }>, 'meters' | 'measured' | 'end'>;

const moment = (date: string, minute: number) => `${f.date(date)} à ${f.hour(minute)}`;

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
    offRoadHome:
      'Le départ est loin de toute route connue : les durées sont des estimations. Vérifiez le point choisi.',
    offRoadCare:
      'Le lieu de soin est loin de toute route connue : les durées sont des estimations. Vérifiez son adresse.',
    feedOutside: (name: string, from: string, to: string): string =>
      `Les horaires de « ${name} » que nous connaissons vont du ${f.factDate(from)} au ${f.factDate(to)}. Pour un autre jour, nous prenons un jour semblable : vérifiez avant de partir.`,
    careClosed: (open: readonly { from: number; to: number }[]): string =>
      open.length === 0
        ? 'D’après ses horaires, ce lieu est fermé ce jour-là. Appelez-le avant de réserver un transport.'
        : `Ce rendez-vous ne tient pas dans les horaires du lieu. Ce jour-là, il ouvre ${f.list(open.map(({ from, to }) => `de ${f.hour(from)} à ${f.hour(to)}`))}. Appelez-le avant de réserver un transport.`,
    nowhereCare: 'Le lieu de soin n’est proche d’aucune commune connue : appelez-le.',
  },
  cutShort: {
    title: 'Nous n’avons pas eu le temps de tout regarder',
    text: 'Il y a peut-être d’autres façons d’y aller.',
    again: 'Réessayer',
  },
  changes: {
    heading: 'Ce qui le rendrait possible',
    intro: 'Nous avons refait le calcul en changeant une seule chose à chaque fois.',
    hour: (date: string, minute: number): string => `Un rendez-vous ${moment(date, minute)}`,
    day: (date: string, minute: number): string => `Un autre jour : ${moment(date, minute)}`,
    registrationNext: (phone: string | null, before: Moment): string => {
      const limit = `${f.date(before.date)}, ${f.hour(before.minute)}`;
      return phone === null
        ? `Inscrivez-vous avant ${limit}. Ensuite, ce trajet sera possible.`
        : `Appelez le ${phone} pour vous inscrire, avant ${limit}. Ensuite, ce trajet sera possible.`;
    },
    registration: (name: string): string => `Vous inscrire à « ${name} »`,
    companion: (name: string): string => `Venir avec un proche, avec « ${name} »`,
    proof: (what: string, name: string): string => `${what}, pour « ${name} »`,
    condition: 'Remplir la condition',
    outside: (name: string, { meters, measured, end }: Gap): string => {
      const where = end === 'home' ? 'de chez vous' : 'du lieu de soin';
      return measured === 'edge'
        ? `« ${name} » s’arrête à ${f.distance(meters)} ${where}`
        : `« ${name} » s’arrête avant : le bourg desservi le plus proche est à ${f.distance(meters)} ${where}`;
    },
    outsideHomeNext:
      'Un proche peut-il vous y conduire ? Sinon, appelez : une exception est parfois possible.',
    outsideCareNext: 'Appelez pour demander si une exception est possible.',
    proofNext: 'Si vous l’aviez, ce transport serait possible.',
    way: (title: string | null, depart: string | null, back: string | null): string =>
      [
        ...(title === null ? [] : [title]),
        ...(depart === null ? [] : [`départ ${depart}`]),
        ...(back === null ? [] : [`retour ${back}`]),
      ].join(', '),
    see: 'Voir ce trajet',
    seeFor: (what: string): string => `Voir ce trajet : ${what}`,
    apply: 'Refaire le calcul',
    applyFor: (what: string): string => `Refaire le calcul : ${what}`,
    offer: 'Voir ce transport',
    secretary: 'Au téléphone, dites : « Pouvez-vous me proposer ce moment ? »',
  },
  visiting: frVisiting,
  slots: {
    heading: 'Vous n’avez pas encore de rendez-vous ?',
    text: 'Regardez quels jours et quelles heures vous pouvez venir, avant d’appeler le secrétariat.',
    link: 'Voir les jours et heures possibles',
  },
  medical: {
    link: 'Transport sur prescription : que demander au médecin ?',
  },
};
