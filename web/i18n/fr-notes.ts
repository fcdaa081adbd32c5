// What is good to know of one way to travel, in French.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { JourneyNote } from '#domain/journey/journey.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frRules } from '#web/i18n/fr-rules.ts';

/** « de 8 h à 9 h et de 17 h à 18 h ». */
function hoursOf(windows: readonly DayHours[]): string {
  const each = windows.map(({ from, to }) => `de ${f.hour(from)} à ${f.hour(to)}`);
  return each.join(', ').replace(/, (?=[^,]*$)/, ' et ');
}

export const frNotes = {
  notes: 'Bon à savoir',
  note: (note: JourneyNote): string => {
    switch (note.code) {
      case 'reference_timetable':
        return `Horaires de référence, valables du ${f.factDate(note.validFrom)} au ${f.factDate(note.validTo)} : vérifiez avant de partir.`;
      case 'timetable_missing':
        return `Nous n’avons pas les horaires de « ${note.offerName} » : regardez-les avant de partir.`;
      case 'facts_to_confirm':
        return note.asOf === null
          ? 'Informations sans date, à confirmer.'
          : `Informations ${f.ofDate(note.asOf)}, à confirmer.`;
      case 'walk_long':
        return `Il y a ${f.distance(note.meters)} à marcher.`;
      case 'no_return_after':
        return `Plus de retour après ${f.hour(note.minute)}.`;
      case 'wait_beyond_free':
        return `L’attente dépasse ${f.duration(note.freeMinutes)} : le prix peut doubler. Parlez-en en réservant.`;
      case 'prescription_before':
        return 'Demandez la prescription à votre médecin avant le trajet.';
      case 'insurance_excluded':
        return 'Pas possible si l’Assurance maladie paie ce trajet.';
      case 'last_resort':
        return 'À demander seulement si rien d’autre ne convient.';
      case 'accommodation_unknown':
        return `${frRules.accommodations[note.accommodation]} : nous ne savons pas si c’est possible. Demandez en appelant.`;
      case 'duration_assumed':
        return `Nous avons compté ${f.duration(note.minutes)} sur place : dites-nous la durée si vous la connaissez.`;
      case 'long_wait':
        return `Il y a ${f.duration(note.minutes)} d’attente.`;
      case 'not_running':
        return note.nextDate === null
          ? 'Ne circule pas ce jour-là.'
          : `Ne circule pas ce jour-là. Prochain jour : ${f.date(note.nextDate)}.`;
      case 'outside_hours':
        return `Circule seulement ${hoursOf(note.windows)}.`;
      case 'calendar_unknown':
        return 'Les vacances scolaires de cette date ne sont pas encore connues : demandez si le transport circule.';
      case 'stop_unknown':
        return 'Le transport vous prend à un arrêt : demandez lequel en appelant.';
      case 'no_return':
        return 'Il n’y a pas de retour ce jour-là.';
      case 'driver_waits':
        return `Le conducteur vous attend sur place, environ ${f.duration(note.minutes)}.`;
      case 'driver_to_find':
        return 'Un conducteur doit être trouvé pour ce jour-là : attendez la réponse avant de compter dessus.';
      case 'connection_margin':
        return `Vous avez ${f.duration(note.minutes)} pour changer.`;
      case 'hire_place_unknown':
        return 'Nous ne savons pas où prendre le véhicule : demandez-le en appelant.';
      case 'hire_hours_unknown':
        return 'Nous ne savons pas quels jours, ni à quelles heures, on prend et on rend le véhicule.';
      case 'hire_out_of_reach':
        return `Le véhicule est à ${f.distance(note.meters)} de chez vous à vol d’oiseau (${note.placeName}), trop loin à pied, sans ligne qui convienne. Quelqu’un peut-il vous y conduire ?`;
      case 'hire_closed':
        return note.placeName === null
          ? 'Personne ne peut apporter puis reprendre le véhicule dans la semaine.'
          : `${note.placeName} : fermé quand il faudrait prendre ou rendre le véhicule, à une semaine près.`;
    }
  },
};
