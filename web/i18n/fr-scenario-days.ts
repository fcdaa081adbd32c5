// What is said in French of changes of transport, and of what people do without a car.

import { frFormat as f } from '#web/i18n/fr-format.ts';

const people = (count: number): string =>
  count < 2 ? `${f.number(count)} habitant` : `${f.number(count)} habitants`;
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const weekdays = (list: readonly number[]): string => {
  const sorted = list.toSorted((a, b) => a - b);
  if (sorted.join() === '1,2,3,4,5,6,7') return 'tous les jours';
  if (sorted.join() === '1,2,3,4,5') return 'du lundi au vendredi';
  return f.list(sorted.map((day) => `le ${DAYS[day - 1] ?? ''}`));
};
const booked = (days: number): string =>
  days === 0
    ? 'à réserver le jour même'
    : days === 1
      ? 'à réserver la veille'
      : `à réserver ${days} jours avant`;
const FEW = 3;
const places = (names: readonly string[]): string =>
  names.length > FEW ? `${names.length} communes` : f.list(names);
const days = (count: number): string =>
  `${f.number(Math.round(count * 10) / 10)} ${count < 2 ? 'jour' : 'jours'}`;

export const frScenarioDays = {
  title: 'Sans voiture',
  form: {
    zone: 'Qui peut le prendre ?',
    whole: 'Tout le territoire',
    some: 'Certaines communes',
    zoneCommune: 'Commune desservie',
    addZone: 'Ajouter à la zone',
    zoneList: 'Communes desservies',
    destination: 'Où mène-t-il ?',
    destinationHint: 'Les communes où il dépose, et d’où il ramène.',
    addDestination: 'Ajouter cette destination',
    destinations: 'Destinations',
    none: 'Aucune pour l’instant.',
    removeCommune: (name: string): string => `Retirer ${name}`,
    weekdays: 'Quels jours ?',
    from: 'À partir de',
    to: 'Jusqu’à',
    hoursHint: 'Premier départ possible et dernier retour à la maison.',
    wait: 'Attente habituelle, en minutes',
    detour: 'Détours pour prendre d’autres passagers',
    detours: { '1': 'Aucun', '1.3': 'Quelques-uns', '1.6': 'Beaucoup' } as Record<string, string>,
    booking: 'Quand réserver ?',
    bookings: {
      '0': 'Le jour même',
      '1': 'La veille',
      '2': 'Deux jours avant',
      '3': 'Trois jours avant',
      '7': 'Une semaine avant',
    } as Record<string, string>,
    name: 'Nom de ce transport',
    names: { on_demand: 'Transport à la demande', line: 'Nouvelle ligne' },
    stop: 'Arrêt, dans quelle commune ?',
    stopHint: 'Au point de la commune où ses habitants sont comptés.',
    minutes: 'Minutes depuis l’arrêt d’avant',
    minutesHint: 'Laissez vide pour le temps de la route, estimé.',
    addStop: 'Ajouter cet arrêt',
    stops: 'Arrêts, dans l’ordre',
    stopTold: (name: string, minutes: number): string =>
      minutes === 0 ? name : `${name}, ${f.number(minutes)} min après le premier`,
    departures: 'Départs du premier arrêt',
    departuresHint: 'Des heures séparées par des virgules : 8:30, 13:15.',
    returns: 'Départs du dernier arrêt, pour le retour',
    line: 'Quelle ligne ?',
    noLine: 'Aucune ligne connue ne s’arrête près d’ici.',
    shift: 'De combien de minutes ?',
    shiftHint: 'Par exemple 20 pour plus tard, -15 pour plus tôt.',
    unknown: {
      not_computed:
        'Les jours utiles sans voiture ne sont pas encore calculés : les transports ne peuvent pas être essayés. Revenez dans quelques minutes ; les essais en voiture fonctionnent.',
      no_timetable:
        'Aucun horaire de ligne n’est connu près d’ici : ce qui est possible sans voiture ne peut pas être dit. Les essais en voiture fonctionnent.',
      no_service:
        'Les horaires connus ne couvrent aucune semaine ordinaire : ce qui est possible sans voiture ne peut pas être dit. Les essais en voiture fonctionnent.',
    },
    wrong: {
      days_unknown: 'Les transports ne peuvent pas être essayés ici pour l’instant.',
      zone: 'Zone : ajoutez au moins une commune, ou choisissez tout le territoire.',
      destinations: 'Destinations : ajoutez au moins une commune.',
      weekdays: 'Jours : cochez au moins un jour.',
      hours: 'Heures : donnez une heure de début, puis une heure de fin après elle.',
      wait: 'Attente : un nombre de minutes de 0 à 90.',
      line: 'Ligne : choisissez une ligne.',
      shift: 'Décalage : un nombre entier de minutes de -240 à 240, autre que 0.',
      lineStop: 'Arrêt : choisissez une commune.',
      lineMinutes: 'Minutes : un nombre entier de 1 à 180, ou rien.',
      lineStops: 'Arrêts : ajoutez-en au moins deux.',
      departures: 'Départs : donnez au moins une heure, comme 8:30.',
      returns:
        'Retours : donnez au moins une heure, comme 12:15. Sans retour, une ligne ne rend aucun jour utile.',
    },
  },
  told: {
    add_on_demand: (service: {
      name: string;
      /** Null: the whole territory. */
      zone: readonly string[] | null;
      destinations: readonly string[];
      weekdays: readonly number[];
      fromMinute: number;
      toMinute: number;
      bookingDaysBefore: number;
    }): string =>
      `${service.name} : ${service.zone === null ? 'tout le territoire' : places(service.zone)} vers ${places(service.destinations)}, ${weekdays(service.weekdays)}, de ${f.hour(service.fromMinute)} à ${f.hour(service.toMinute)}, ${booked(service.bookingDaysBefore)}`,
    add_line: (
      name: string,
      stops: readonly string[],
      runs: { there: number; back: number },
      list: readonly number[],
    ): string =>
      `${name} : ${stops.join(' – ')}, ${weekdays(list)}, ${f.number(runs.there)} aller${runs.there < 2 ? '' : 's'} et ${f.number(runs.back)} retour${runs.back < 2 ? '' : 's'} par jour`,
    retime_line: (line: string, shiftMinutes: number, list: readonly number[]): string =>
      `${line} : ${f.number(Math.abs(shiftMinutes))} min plus ${shiftMinutes < 0 ? 'tôt' : 'tard'}, ${weekdays(list)}`,
  },
  result: {
    only: 'Pour cette profession, seuls les jours sans voiture sont comptés : rien ne partage les pharmacies entre les habitants.',
    calm: 'Sans voiture, personne ne gagne ni ne perd de jour utile.',
    sentence: (gaining: number, losing: number): string => {
      const up =
        gaining === 0
          ? 'personne ne gagne de jour utile'
          : `${people(gaining)} ${gaining < 2 ? 'gagne' : 'gagnent'} au moins un jour utile par semaine`;
      const down =
        losing === 0
          ? 'personne n’en perd'
          : `${people(losing)} en ${losing < 2 ? 'perd' : 'perdent'} au moins un`;
      return `Sans voiture, ${up}, ${down}.`;
    },
    mean: (before: number, after: number): string =>
      `En moyenne ${days(after)} par semaine, au lieu de ${days(before)}.`,
  },
  table: {
    caption: 'Sans voiture, le territoire aujourd’hui et avec chaque scénario',
    hint: 'Un jour utile : on peut aller se faire soigner et revenir le même jour, par un moyen ouvert à tous.',
    meanDays: 'Jours utiles par semaine, en moyenne',
    meanHalfDays: 'Demi-journées utiles par semaine, en moyenne',
    gaining: 'Gagnent au moins un jour',
    losing: 'Perdent au moins un jour',
    withoutDay: 'Habitants sans aucun jour utile',
    withoutDay75Plus: 'dont 75 ans et plus',
    day: (weekday: number): string => `Peuvent y aller le ${f.weekday(weekday)}, et revenir`,
    days: 'Sans voiture, jour par jour',
    number: (value: number): string => f.number(Math.round(value * 100) / 100),
  },
  places: {
    losersTitle: 'Sans voiture, ceux qui perdent des jours',
    gainersTitle: 'Sans voiture, ceux qui en gagnent',
    before: 'Jours avant',
    after: 'Jours après',
    change: 'Différence',
  },
  map: {
    way: 'La carte montre',
    car: 'l’accès en voiture',
    no_car: 'les jours sans voiture',
    legend: 'Jours utiles par semaine, sans voiture',
    classes: {
      lose3: 'perd 3 jours ou plus',
      lose2: 'perd 2 jours',
      lose1: 'perd 1 jour',
      none: 'ne change pas',
      gain1: 'gagne 1 jour',
      gain2: 'gagne 2 jours',
      gain3: 'gagne 3 jours ou plus',
    },
    nothing: 'aucun jour utile',
    told: (name: string, before: number, after: number): string =>
      `${name} : ${f.number(before)} → ${days(after)}`,
  },
  method: [
    'Sans voiture, on compte les jours utiles de la semaine de référence : ceux où l’on peut aller se faire soigner, rester 30 minutes et revenir le même jour, par un moyen ouvert à tous, en 90 minutes au plus de porte à porte (20 minutes tout à pied). Le point de départ est celui de l’observatoire, calculé par le moteur d’itinéraires ; un scénario y ajoute ou en retire ce que ses changements font.',
    'Un transport à la demande compte une attente, puis le temps de la route multiplié par les détours ; l’aller et le retour doivent tenir dans ses heures, un jour où le soin est ouvert, réservation faite. Une ligne ajoutée ou décalée compte ses trajets directs, avec 30 minutes de marche au plus à chaque bout (estimée) : ni correspondances, ni autre transport pour rejoindre l’arrêt. Un jour est perdu si son meilleur trajet était par une ligne et qu’aucun trajet direct ni à pied ne le remplace.',
    'Un lieu qui ferme ne rend plus de jour utile ; le suivant le plus proche prend sa place quand ses trajets sont connus (médecins généralistes). Un lieu qui ouvre, déménage ou ajoute des demi-journées compte pour ceux qui y vont à pied, par un transport essayé, par une ligne directe, ou qui atteignent déjà un lieu de soin à moins de 300 mètres ces demi-journées-là : un minimum. Ses heures sont supposées : 9 h à 12 h, 14 h à 18 h.',
  ],
};
