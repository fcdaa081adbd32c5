// What stands between a draft and its publication, in French: one sentence a notice, with what to do.

import type { LegalReference, NoticeCode, OfferNotice } from '#domain/transport/offer-notice.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

type Values = OfferNotice['values'];

const said = (values: Values, name: string): string => String(values[name] ?? '');
const hour = (values: Values, name: string): string => f.hour(Number(values[name] ?? 0));
const day = (values: Values, name: string): string => f.factDate(said(values, name));
const euros = (values: Values, name: string): string => f.euros(Number(values[name] ?? 0));
const trip = (values: Values): string =>
  `course ${said(values, 'trip')} ${Number(values['direction']) === 1 ? 'du retour' : 'de l’aller'}`;
const km = (values: Values, name: string): string => `${f.number(Number(values[name] ?? 0))} km`;

const MISSING: Readonly<Record<string, string>> = {
  'offer.name': 'Donnez un nom à l’offre.',
  'offer.summary': 'Dites en une phrase ce que vous faites : c’est ce que les gens lisent d’abord.',
};

const CHANNELS: Readonly<Record<string, string>> = {
  phone: 'On réserve par téléphone, mais le numéro manque.',
  text: 'On réserve par SMS, mais le numéro manque.',
  email: 'On réserve par courriel, mais l’adresse manque.',
  online: 'On réserve en ligne, mais l’adresse du site manque.',
};

const SENTENCES: Readonly<Record<NoticeCode, (values: Values, field: string) => string>> = {
  missing_required_field: (_, field) => MISSING[field] ?? 'Il manque une réponse.',
  missing_recommended_field: (_, field) => MISSING[field] ?? 'Une réponse serait utile ici.',
  missing_pickup_drop_off_booking_rule_id: () =>
    'Dites comment on réserve : sans cela, personne ne saura comment vous joindre.',
  invalid_pickup_drop_off_window: (values) =>
    `Une plage finit avant de commencer : de ${hour(values, 'from')} à ${hour(values, 'to')}.`,
  service_has_no_active_day_of_the_week: () => 'Choisissez au moins un jour de la semaine.',
  start_and_end_range_out_of_order: (values) =>
    `La saison finit (${day(values, 'to')}) avant de commencer (${day(values, 'from')}).`,
  expired_calendar: (values) =>
    `Le service est fini depuis le ${day(values, 'to')}. Changez la date de fin.`,
  prior_notice_last_day_after_start_day: (values) =>
    `Les réservations ouvrent ${said(values, 'opens')} jours avant, mais ferment ${said(values, 'days')} jours avant : elles ferment avant d’ouvrir.`,
  invalid_prior_notice_duration_min: (values) =>
    `Il faut réserver au moins ${f.duration(Number(values['minMinutes'] ?? 0))} avant, mais pas plus de ${f.duration(Number(values['maxMinutes'] ?? 0))} : c’est impossible.`,
  forbidden_prior_notice_start_day: () =>
    'Choisissez une seule façon de dire quand les réservations ouvrent.',
  forbidden_prior_notice_start_time: () =>
    'Une heure d’ouverture des réservations est donnée sans le jour.',
  foreign_key_violation: (values) =>
    `« ${said(values, 'name')} » est cité ici, mais n’existe pas ou plus.`,
  duplicate_key: (values) => `« ${said(values, 'name')} » est écrit deux fois.`,
  invalid_phone_number: (values) =>
    `« ${said(values, 'value')} » n’est pas un numéro de téléphone. Écrivez par exemple 05 45 00 00 00.`,
  invalid_email: (values) => `« ${said(values, 'value')} » n’est pas une adresse de courriel.`,
  invalid_url: (values) =>
    `« ${said(values, 'value')} » n’est pas une adresse de site. Elle commence par https://.`,
  stop_time_with_arrival_before_previous_departure_time: (values) =>
    `Dans la ${trip(values)}, le passage à « ${said(values, 'to')} », à ${hour(values, 'minute')}, est plus tôt que celui à « ${said(values, 'from')} », à ${hour(values, 'before')}.`,
  fast_travel_between_consecutive_stops: (values) =>
    `Dans la ${trip(values)}, de « ${said(values, 'from')} » à « ${said(values, 'to')} », le véhicule roulerait à ${f.number(Number(values['kmPerHour'] ?? 0))} km/h. Vérifiez les heures.`,
  unusable_trip: (values) => `La ${trip(values)} s’arrête à moins de deux arrêts.`,
  no_area: () => 'Dites où le service fonctionne.',
  unknown_area: () =>
    'La zone n’est pas connue : l’offre ne sera proposée pour aucun trajet tant qu’elle ne l’est pas.',
  no_way_of_working: () => 'Dites où et quand le service fonctionne.',
  no_way_to_book: (values) =>
    CHANNELS[said(values, 'channel')] ?? 'Dites par quel moyen on réserve.',
  windows_overlap: (values) =>
    `La plage de ${hour(values, 'from')} à ${hour(values, 'to')} en recouvre une autre.`,
  never_runs: () => 'Avec ces jours et ces dates, le service ne fonctionne jamais.',
  school_calendar_unknown: () =>
    'Les vacances scolaires des mois à venir ne sont pas connues : choisissez la zone scolaire.',
  line_hours_reversed: (values) =>
    `Une plage du téléphone finit avant de commencer : de ${hour(values, 'from')} à ${hour(values, 'to')}.`,
  line_never_open: () => 'Personne ne répond jamais au téléphone, d’après ces heures.',
  line_hours_unknown: () =>
    'Dites quand quelqu’un répond au téléphone : les gens appelleront au bon moment.',
  unknown_price: () => 'Aucun prix n’est donné. Dites-le aussi quand c’est gratuit.',
  price_range_reversed: (values) =>
    `Le prix le plus bas (${euros(values, 'minCents')}) dépasse le plus haut (${euros(values, 'maxCents')}).`,
  distance_range_reversed: (values) =>
    `La distance la plus courte (${km(values, 'minKm')}) dépasse la plus longue (${km(values, 'maxKm')}).`,
  no_timetable: () => 'Une ligne a des arrêts et des heures : ils manquent.',
  foreign_territory: (values) =>
    `Votre organisme ne travaille pas sur le territoire « ${said(values, 'name')} ».`,
  social_transport_distance: (values) =>
    `Le transport d’utilité sociale s’arrête à ${said(values, 'limit')} km ; cette offre va jusqu’à ${km(values, 'maxKm')}.`,
  social_transport_distance_open: (values) =>
    `Aucune distance n’est donnée. Le transport d’utilité sociale s’arrête à ${said(values, 'limit')} km.`,
  social_transport_price: (values) =>
    `Le transport d’utilité sociale demande au plus ${euros(values, 'limit')} du kilomètre ; cette offre demande ${euros(values, 'centsPerKm')}.`,
  social_transport_beneficiaries: () =>
    'Le transport d’utilité sociale est pour qui vit en zone rurale ou a de petits revenus : dites-le dans « Pour qui ».',
  social_transport_association: (values) =>
    `Le transport d’utilité sociale est fait par une association ; ${said(values, 'name')} n’en est pas une.`,
};

const LEGAL: Readonly<Record<LegalReference, string>> = {
  'L3133-1': 'Code des transports, article L3133-1',
  'decret-2019-850': 'Décret 2019-850 du 20 août 2019',
  'arrete-2019-10-17': 'Arrêté du 17 octobre 2019',
};

export const frNotices = {
  sentence: ({ code, values, field }: OfferNotice): string => SENTENCES[code](values, field),
  legal: LEGAL,
  groups: {
    error: 'À corriger avant de publier',
    warning: 'À regarder',
    info: 'Pour aider',
  },
};
