// How French says the days and hours of an offer being written.

import { frFormat as f } from '#web/i18n/fr-format.ts';

const RANKS: Readonly<Record<number, string>> = {
  1: 'Le premier',
  2: 'Le deuxième',
  3: 'Le troisième',
  4: 'Le quatrième',
  5: 'Le cinquième',
  [-1]: 'Le dernier',
};

export const frEditorWhen = {
  whereFirst: 'Dites d’abord où cela fonctionne : les jours et les heures viennent ensuite.',
  pattern: (number: number, where: string): string =>
    where === '' ? `Fonctionnement ${number}` : where,
  patternOn: (name: string, days: string): string => `${name} : ${days}`,
  otherHours: 'D’autres heures certains jours',
  otherHoursDays: 'Quels jours ont d’autres heures ?',
  otherHoursHint:
    'Ils sont mis à part, avec la même zone et les mêmes règles ; vous écrivez ensuite leurs heures. Laissez au moins un jour ici.',
  otherHoursGo: 'Mettre ces jours à part',
  weekdays: 'Quels jours de la semaine ?',
  ranks: 'Seulement certaines semaines du mois ?',
  ranksHint: 'Rien de coché : toutes les semaines.',
  rank: (rank: number): string => RANKS[rank] ?? `Le ${rank}e`,
  market: {
    title: 'Jours de marché',
    hint: 'Dites quand est le marché : le jour, et lequel du mois s’il n’a pas lieu chaque semaine.',
    weekdays: 'Le marché a lieu',
    ranks: 'Lequel du mois ?',
    how: 'Ces jours-là',
    ways: {
      only: 'c’est le seul moment où cela fonctionne',
      also: 'cela fonctionne aussi, en plus des autres jours',
    },
    alsoHint:
      'Les jours de marché des douze mois à venir s’ajoutent aux jours à part, hors jours fériés.',
    go: 'Mettre les jours de marché',
    label: 'marché',
    isRule: (days: string): string => `Fonctionne maintenant les jours de marché : ${days}.`,
    added: (count: number): string =>
      count === 0
        ? 'Aucun jour ajouté : cela fonctionne déjà ces jours-là.'
        : count === 1
          ? '1 jour de marché ajouté.'
          : `${count} jours de marché ajoutés.`,
  },
  holidays: 'Et les jours fériés ?',
  holidayAnswers: {
    closed: 'Ne fonctionne pas',
    runs: 'Fonctionne comme d’habitude',
    as_sunday: 'Comme un dimanche',
  },
  school: 'Et les vacances scolaires ?',
  schoolAnswers: {
    any: 'Toute l’année',
    term: 'Sauf pendant les vacances',
    vacation: 'Seulement pendant les vacances',
  },
  zone: 'De quelle zone ?',
  zoneOfPlace: 'Celle du territoire',
  zoneName: (zone: string): string => `Zone ${zone}`,
  season: (from: string | null, to: string | null): string =>
    from === null && to === null
      ? 'Une partie de l’année seulement ?'
      : [
          'La saison',
          ...(from === null ? [] : [`à partir du ${f.factDate(from)}`]),
          ...(to === null ? [] : [`jusqu’au ${f.factDate(to)}`]),
        ].join(', '),
  startsOn: 'À partir du',
  endsOn: 'Jusqu’au',
  backwards: 'La fin vient avant le début.',
  exceptionsCount: (count: number): string =>
    count === 0 ? 'Des jours à part ?' : `Les jours à part (${count})`,
  exceptions: 'Les jours à part',
  exception: (date: string, runs: boolean, label: string): string =>
    `${f.date(date, 0)} : ${runs ? 'fonctionne' : 'ne fonctionne pas'}${label === '' ? '' : ` (${label})`}`,
  addExceptions: 'Ajouter des jours',
  addExceptionsHint: 'Un par ligne, ou une période : 24/12/2026 au 31/12/2026.',
  unknownDays: (items: readonly string[]): string =>
    `Ce ne sont pas des jours : ${items.join(' ; ')}. Les autres sont ajoutés.`,
  daysAdded: (count: number): string =>
    count === 0 ? 'Aucun jour ajouté.' : count === 1 ? '1 jour ajouté.' : `${count} jours ajoutés.`,
  exceptionKind: 'Ces jours-là',
  exceptionKinds: { no: 'cela ne fonctionne pas', yes: 'cela fonctionne' },
  exceptionLabel: 'Pourquoi',
  addDays: 'Ajouter ces jours',
  hours: 'À quelles heures ?',
  hoursHint: 'Rien : les heures se conviennent en réservant.',
  hoursOf: 'le service',
  preview: 'Les huit semaines à venir.',
  daysIn: (days: number, weeks: number): string =>
    days === 0
      ? `Aucun jour de service en ${weeks} semaines.`
      : `${days} jour${days > 1 ? 's' : ''} de service en ${weeks} semaines.`,
  weekOf: 'Semaine du',
  runs: {
    yes: 'fonctionne',
    no: 'ne fonctionne pas',
    unknown: 'vacances non encore publiées',
  },
};
