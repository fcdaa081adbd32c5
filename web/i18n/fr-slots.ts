// What the page of the slots says in French: days and hours to read to the secretary on the phone.

import type { SlotStatus, TravelMode } from '#domain/journey/journey.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

/** First and last minute an appointment may begin at. */
type Range = { from: number; to: number };

const STATUS: Record<SlotStatus | 'closed', string> = {
  reachable: 'possible',
  to_check: 'à vérifier',
  not_reachable: 'pas possible',
  closed: 'fermé',
};

const MODES: Record<TravelMode, string> = {
  no_car: 'sans voiture',
  car: 'en voiture',
  driven: 'conduit par un proche',
};

const ranges = (list: readonly Range[]) =>
  f.either(
    list.map(({ from, to }) =>
      from === to ? `à ${f.hour(from)}` : `entre ${f.hour(from)} et ${f.hour(to)}`,
    ),
  );

/** The first two ways: the others are on the page of the trip. */
const by = (ways: readonly string[]) =>
  ways.length === 0 ? '' : `, avec ${f.either(ways.slice(0, 2).map((way) => `« ${way} »`))}`;

export const frSlots = {
  title: (name: string): string => `Quand demander un rendez-vous : ${name}`,
  lead: (from: string, to: string, mode: TravelMode): string =>
    `Pour aller ${f.from(from)} ${f.to(to)} et revenir, ${MODES[mode]}. À lire au téléphone, au secrétariat.`,
  missingFrom: 'Dites-nous d’où vous partez : nous chercherons les jours et les heures possibles.',
  refused: 'Cette demande n’est pas possible à calculer. Vérifiez le jour de départ.',
  say: 'Dites au secrétariat',
  sayHello: 'Bonjour, je voudrais un rendez-vous. Je dépends d’un transport pour venir.',
  sayBest: (date: string, list: readonly Range[]): string =>
    `Je peux venir ${f.date(date)}, ${ranges(list)}.`,
  sayElse: 'Avez-vous une place à ces moments-là ? Sinon, je vous donne d’autres jours.',
  sayElseUnknown:
    'Recevez-vous à ces moments-là, et avez-vous une place ? Sinon, je vous donne d’autres jours.',
  listTitle: 'Jour par jour',
  hoursKnown: 'Les jours et les heures où le lieu est fermé sont écartés.',
  hoursUnknown:
    'Nous ne connaissons pas les horaires de ce lieu : demandez s’il reçoit ces jours-là.',
  closedDay: 'Fermé ce jour-là.',
  withAnswers: 'Ce calendrier tient compte de vos réponses.',
  changeAnswers: 'Changer mes réponses',
  answersBusy: 'Nous tenons compte de vos réponses…',
  answersFailed:
    'Vos réponses n’ont pas pu être prises en compte : ces jours et ces heures sont ceux de tout le monde. Rechargez la page.',
  possible: (list: readonly Range[], ways: readonly string[]): string =>
    `Possible : ${ranges(list)}${by(ways)}.`,
  toCheck: (list: readonly Range[], ways: readonly string[]): string =>
    `À vérifier : ${ranges(list)}${by(ways)}.`,
  checkFirst: 'Vérifiez d’abord au téléphone que le transport est possible pour vous.',
  nothing: 'Aucun moment possible.',
  holiday: (name: string): string => `jour férié : ${name}`,
  timetableUnknown:
    'Nous n’avons pas les horaires exacts de ce jour : c’est un jour semblable qui est montré.',
  timetablesUnknown:
    'Nous n’avons pas les horaires exacts de ces jours : des jours semblables sont montrés. Vérifiez avant de réserver.',
  seeDay: 'Choisir une heure et voir le trajet',
  tableTitle: 'Le calendrier',
  tableLabel: 'Tableau des jours et des heures',
  tableHint: 'Touchez une case pour voir le trajet.',
  day: 'Jour',
  legend: 'Ce que veulent dire les signes',
  status: STATUS,
  toCheckHint: 'une condition, une inscription ou un horaire reste à vérifier',
  slot: (date: string, minute: number, status: SlotStatus | 'closed', way: string): string =>
    `${f.date(date)} à ${f.hour(minute)} : ${STATUS[status]}, ${way}`,
  none: 'Aucun jour de cette quinzaine ne convient.',
  noneNext: 'Essayez plus tard, ou appelez un conseiller en mobilité.',
  leftOut: (dates: readonly string[]): string =>
    `Pas calculé à temps : ${f.list(dates.map((date) => f.date(date)))}. Rechargez la page.`,
  form: {
    heading: 'Changer la recherche',
    firstDay: 'À partir de quel jour ?',
    submit: 'Voir les jours possibles',
  },
  nextWeeks: 'Les deux semaines suivantes',
  print: 'Imprimer pour téléphoner',
  knownAppointment: 'Vous avez déjà un rendez-vous ?',
  journey: 'Voir comment y aller',
};
