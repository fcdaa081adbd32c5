// How French says the imported lines an organization marks.

import type { OverlayKind, OverlayTarget } from '#domain/transport/line-overlay.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frLineMarks } from '#web/i18n/fr-line-marks.ts';

const KINDS: Readonly<Record<OverlayKind, { label: string; hint: string }>> = {
  reserved: { label: 'Réservé', hint: 'Seules certaines personnes peuvent monter.' },
  on_booking: { label: 'Sur réservation', hint: 'Il faut appeler avant.' },
  school_open: { label: 'Scolaire, ouvert à tous', hint: 'Un car scolaire où chacun peut monter.' },
  school_only: { label: 'Scolaire seulement', hint: 'Il n’est plus proposé aux habitants.' },
  hidden: { label: 'Ne circule pas', hint: 'Il n’est plus proposé aux habitants.' },
  note: { label: 'Une précision', hint: 'Quelques mots, lus avec l’horaire.' },
};

const TARGETS: Readonly<Record<OverlayTarget, string>> = {
  route: 'Ligne',
  trip: 'Un trajet',
  stop: 'Un arrêt',
};

const QUESTIONS: Readonly<Record<string, string>> = {
  phone: 'On le demande au téléphone',
  disability_card: 'A-t-on une carte d’invalidité ou de mobilité inclusion ?',
  member: 'Est-on déjà inscrit ?',
  prescription: 'Le trajet est-il prescrit par un médecin ?',
  age: 'Quel âge a-t-on ?',
};

function delay(value: string): string {
  const [, unit, digits] = /^([mdw])(\d+)$/.exec(value) ?? [];
  const number = Number(digits);
  if (unit === undefined) {
    return value === 'now' ? 'Jusqu’au départ' : 'Comme le dit déjà la ligne';
  }
  if (unit === 'm') return `${f.duration(number)} avant le départ`;
  if (number === 0) return 'Le jour même';
  if (unit === 'd') return number === 1 ? 'La veille' : `${number} jours avant`;
  return number === 1 ? 'Le jour ouvré d’avant' : `${number} jours ouvrés avant`;
}

const s = (number: number) => (number < 2 ? '' : 's');

export const frWorkspaceLines = {
  title: 'Les lignes du territoire',
  lead: 'Ce que vous savez des lignes de train et de car, et que leurs horaires ne disent pas. Cela reste quand les horaires changent.',
  mine: 'Ce que vous en dites',
  none: 'Vous ne dites rien d’aucune ligne pour le moment.',
  gone: (date: string | null): string =>
    date === null
      ? 'Sans objet : plus aucun horaire de ce réseau'
      : `Sans objet depuis l’import du ${f.factDate(date)}`,
  goneWhy:
    'Les horaires chargés ne la contiennent plus. Votre mot reste ici, et s’applique à nouveau si elle revient.',
  read: 'Lu par les habitants',
  vehicles: { train: 'Train', coach: 'Car', bus: 'Bus', other: 'Autre' },
  target: (target: OverlayTarget): string => TARGETS[target],
  said: frLineMarks.said,
  saidOn: (date: string): string => `Dit ${f.onDate(date)}`,
  booking: (delai: string, clock: string | null, phone: string): string =>
    `Appeler le ${phone} : ${delay(delai).toLowerCase()}${clock === null ? '' : ` avant ${clock}`}`,
  change: 'Changer',
  changeOf: (name: string): string => `Changer ce que vous dites de ${name}`,
  remove: 'Retirer',
  removeOf: (name: string): string => `Retirer ce que vous dites de ${name}`,
  search: {
    title: 'Marquer une ligne',
    label: 'Quelle ligne ?',
    hint: 'Son numéro, son nom, son réseau. Laissez vide pour voir toutes celles de votre territoire.',
    submit: 'Chercher',
    found: (number: number): string =>
      number === 0 ? 'Aucune ligne trouvée' : `${number} ligne${s(number)}`,
    nothing:
      'Seules les lignes qui s’arrêtent dans votre territoire, ou dont l’exploitant porte votre nom, peuvent être marquées.',
    many: 'D’autres lignes existent peut-être : précisez.',
    choose: 'Marquer',
    chooseOf: (name: string): string => `Marquer la ligne ${name}`,
    already: 'déjà marquée',
  },
  form: {
    title: (name: string): string => `Que dites-vous de ${name} ?`,
    what: 'De quoi parlez-vous ?',
    whole: 'Toute la ligne',
    trip: (minute: number | null, from: string, to: string, days: string): string =>
      `${minute === null ? 'Trajet' : `Départ de ${f.hour(minute)}`}, ${from} → ${to}${days === '' ? '' : ` (${days})`}`,
    days: (weekdays: readonly number[]): string => {
      if (weekdays.length === 0) return '';
      if (weekdays.length === 7) return 'tous les jours';
      return weekdays.map((day) => f.weekday(day).slice(0, 3)).join(', ');
    },
    stop: (name: string): string => `Arrêt ${name}`,
    kind: 'Que faut-il savoir ?',
    kinds: KINDS,
    forWhom: 'Réservé à qui ?',
    forWhomHint: 'Comme vous le diriez : « abonnés Handibus », « élèves du lycée ».',
    question: 'Comment le savoir ?',
    questionHint: 'Cette question sera posée aux habitants avant de leur proposer la ligne.',
    questions: QUESTIONS,
    ageMin: 'À partir de quel âge ?',
    ageMax: 'Jusqu’à quel âge ?',
    delay: 'Jusqu’à quand réserver ?',
    delays: delay,
    hour: 'Avant quelle heure, ce jour-là ?',
    phone: 'Quel numéro appeler ?',
    phoneHint: 'Inutile si la ligne dit déjà comment réserver.',
    note: 'Quelques mots',
    noteHint: 'Lus par les habitants sous l’horaire.',
    optional: 'facultatif',
    save: 'Le dire aux habitants',
    cancel: 'Ne rien changer',
    wrong: {
      quoi: 'Choisissez de quoi vous parlez.',
      marque: 'Choisissez ce qu’il faut savoir.',
      pour_qui: 'Écrivez à qui la ligne est réservée.',
      question: 'Choisissez une question.',
      age_min: 'Écrivez un âge, en années.',
      age_max: 'Écrivez un âge, en années.',
      telephone: 'Écrivez le numéro à appeler.',
      delai: 'Choisissez un délai.',
      heure: 'Écrivez une heure.',
      note: 'Écrivez quelques mots.',
    },
  },
  done: {
    added: 'C’est dit : les habitants le lisent dès maintenant.',
    changed: 'C’est changé : les habitants le lisent dès maintenant.',
    removed: 'C’est retiré : les habitants ne le lisent plus.',
  },
  failure: {
    stale: 'Quelqu’un l’a changé entre-temps. Voici ce qui est dit maintenant : vérifiez.',
    both: 'Quelqu’un l’a changé entre-temps. Voici ce qui est dit maintenant, puis ce que vous avez écrit. Enregistrer remplace l’un par l’autre.',
    twice: 'Vous en dites déjà quelque chose : changez-le plutôt.',
    refused: 'Cela n’a pas pu être enregistré. Rien n’a changé.',
  },
};
