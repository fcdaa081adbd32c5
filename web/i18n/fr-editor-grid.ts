// How French says the timetable of a line being written.

import { frFormat as f } from '#web/i18n/fr-format.ts';

type Values = Readonly<Record<string, string | number>>;

export const frEditorGrid = {
  title: 'L’horaire de la ligne',
  begin: 'Écrire l’horaire de la ligne',
  firstCalendar: 'semaine',
  calendars: 'Quels jours circulent les courses ?',
  calendarLabel: 'Nom de ces jours',
  calendarName: (number: number): string => `jours ${number}`,
  addCalendar: 'Ajouter d’autres jours',
  direction: 'Dans quel sens ?',
  directions: { '0': 'Aller', '1': 'Retour' },
  headsign: 'Ce qui est écrit sur le véhicule',
  headsignHint: 'La destination, en général.',
  table: 'Horaire : un arrêt par ligne, une course par colonne',
  stop: 'Arrêt',
  trip: (number: number): string => `Course ${number}`,
  tripDays: (number: number): string => `Jours de la course ${number}`,
  cell: (stop: string, trip: number): string => `${stop}, course ${trip}`,
  more: 'Plus',
  note: 'Remarque',
  booked: 'Sur réservation',
  every: 'Toutes les combien de minutes ?',
  copies: 'Combien de copies ?',
  copy: 'Copier la course',
  up: (stop: string): string => `Monter ${stop}`,
  down: (stop: string): string => `Descendre ${stop}`,
  addTrip: 'Ajouter une course',
  mirror: 'Reprendre les arrêts de l’autre sens, à l’envers',
  addStop: 'Ajouter un arrêt',
  addStopHint:
    'Un arrêt déjà connu, une adresse, une commune ou un point de la carte. Vous pourrez changer son nom.',
  stopFrom: { other_way: 'De l’autre sens', here: 'Déjà dans ce sens' },
  stopOf: (line: string): string => `De la ligne « ${line} »`,
  newStop: (number: number): string => `Nouvel arrêt ${number}`,
  stopNames: 'Les noms et les positions des arrêts',
  stopPosition: (number: number): string => `Position de l’arrêt ${number}`,
  stopName: (number: number): string => `Arrêt ${number}`,
  warnings: 'À vérifier',
  warning: (code: string, values: Values): string => {
    if (code === 'stop_time_with_arrival_before_previous_departure_time')
      return `${values['to']} vient avant ${values['from']} : l’heure recule.`;
    if (code === 'fast_travel_between_consecutive_stops')
      return `De ${values['from']} à ${values['to']}, il faudrait rouler à ${f.number(Number(values['kmPerHour']))} km/h.`;
    if (code === 'unusable_trip')
      return `La course ${values['trip']} a moins de deux heures de passage.`;
    return `Une course utilise des jours qui n’existent plus : ${values['name'] ?? ''}.`;
  },
  paste: 'Coller depuis un tableur',
  pasteLabel: 'Votre tableau',
  pasteHint:
    'Les arrêts dans la première colonne, une course par colonne. Les heures remplacent celles de ce sens.',
  pasteFound: (trips: number): string =>
    trips === 0
      ? 'Aucune course lue.'
      : `${trips} course${trips > 1 ? 's' : ''} lue${trips > 1 ? 's' : ''}.`,
  pasteUnknown: (stops: readonly string[]): string =>
    `Ces arrêts ne sont pas sur la ligne, leurs heures sont laissées : ${stops.join(', ')}.`,
  pasteUnreadable: (stop: string, trip: number, written: string): string =>
    `${stop}, course ${trip} : « ${written} » n’est pas une heure.`,
  pasteTake: 'Mettre ces heures dans l’horaire',
};
