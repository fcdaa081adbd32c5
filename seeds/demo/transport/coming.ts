// What comes to the residents: rounds of France services, hospital care at home, a bus of prevention.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { BookingRule, Offer, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import { dayHours, fact } from '#seeds/demo/compact.ts';
import { OUTLINE_COMMUNES } from '#seeds/demo/territory/outline-communes.ts';
import { TRAVEL_EVERY_DAY, weekdayCalendar } from '#seeds/demo/transport/calendars.ts';
import { doorPattern, offerSeed, SUD_CHARENTE_AREA } from '#seeds/demo/transport/offer-seed.ts';
import { SUD_HERAULT_STOPS } from '#seeds/demo/transport/sud-herault-stops.ts';

const FRANCE_SERVICES = fact('france-services-2024', '2024-08-01', 'high');
const COUNTER_NEEDS = ['demarches-droits', 'securite-sociale'];
const COUNTER_AGE = 'Jours, lieux et téléphone relevés en août 2024.';

function epciArea(siren: string, label: string): ServiceArea {
  return { kind: 'communes', insees: insees(siren), label };
}

function insees(siren: string): Insee[] {
  return (OUTLINE_COMMUNES[siren] ?? []).map(([insee]) => insee);
}

const AUNIS = epciArea('200041499', 'Les 20 communes d’Aunis Atlantique');
const SUD_HERAULT = epciArea('200042653', 'Les communes du Sud-Hérault');
const MINERVOIS = epciArea('200042646', 'Minervois au Caroux, communes desservies à confirmer');

/** Who may come, where it stands, which day of the week, in which weeks of the month. */
function visit(known: {
  id: string;
  origin: ServiceArea;
  destination: ServiceArea;
  weekday: number;
  hours: DayHours[];
  weeks?: readonly number[];
}): TravelPattern {
  const { weekday, hours, weeks = null, ...rest } = known;
  return doorPattern({
    ...rest,
    rule: 'starts_in',
    bothWays: false,
    pickup: 'stop',
    calendar: weekdayCalendar(weekday, weeks),
    windows: hours,
  });
}

const PICTONS_ROUND = [
  [1, '14:30-17:00', '17218', 'Marans'],
  [2, '9:30-12:00', '17208', 'Longèves'],
  [3, '9:30-12:00', '17472', 'Villedoux'],
  [3, '14:30-17:00', '17091', 'Charron'],
  [4, '9:30-12:00', '17008', 'Andilly'],
  [5, '9:30-12:00', '17376', 'Saint-Ouen-d’Aunis'],
] as const;

const COUNTER = {
  status: 'to_confirm',
  statusNote: COUNTER_AGE,
  organizer: 'France services',
  fares: [{ kind: 'free', note: null, provenance: FRANCE_SERVICES }],
  needIds: COUNTER_NEEDS,
  provenance: FRANCE_SERVICES,
  sourceIds: ['france-services-2024'],
} as const satisfies Partial<Offer>;

/** An appointment by phone or e-mail, with no delay asked. */
function byPhone(phone: string, email: string): BookingRule {
  return {
    notice: { kind: 'real_time' },
    channels: ['phone', 'email'],
    phone,
    url: null,
    email,
    lineHours: null,
    firstTripDays: null,
    urgentPossible: false,
    cancelBeforeMinutes: null,
    toSay: ['La démarche à faire', 'Le jour et le lieu qui vous vont'],
    provenance: FRANCE_SERVICES,
  };
}

export const COMING_OFFERS: readonly Offer[] = [
  offerSeed({
    id: 'had-mutualiste-charente',
    kind: 'home_visit',
    name: 'Hospitalisation à domicile (HAD mutualiste)',
    summary: 'Une équipe d’hôpital vous soigne chez vous, quand un médecin le prescrit.',
    status: 'to_confirm',
    statusNote: 'Établissement connu en 2023. Communes desservies et téléphone à compléter.',
    territoryCodes: ['sud-charente'],
    patterns: [
      doorPattern({
        id: 'had-mutualiste-charente-domicile',
        rule: 'starts_in',
        origin: { ...SUD_CHARENTE_AREA, label: 'Sud Charente, communes desservies à confirmer' },
        bothWays: false,
        calendar: TRAVEL_EVERY_DAY,
      }),
    ],
    fares: [{ kind: 'unknown', note: null, provenance: fact('drees-sae-2023', '2023', 'medium') }],
    eligibility: {
      criterion: {
        kind: 'other',
        label: 'Avoir une prescription de votre médecin ou de l’hôpital',
      },
      proof: 'Prescription d’hospitalisation à domicile',
      weight: 'hard',
    },
    purposes: { allowed: ['health'], denied: [] },
    conditions: [
      'Parlez-en à votre médecin, ou au médecin de l’hôpital avant la sortie : c’est lui qui demande.',
      'L’équipe dit ensuite si elle peut venir chez vous.',
    ],
    needIds: ['hospitalisation-a-domicile'],
    provenance: fact('drees-sae-2023', '2023', 'medium'),
    sourceIds: ['drees-sae-2023', 'ars-had-2023'],
  }),
  offerSeed({
    ...COUNTER,
    id: 'bus-france-services-pictons',
    kind: 'itinerant',
    name: 'Bus France services Les Pictons',
    summary: 'Un bus vient six fois par semaine dans les bourgs : papiers, droits, internet.',
    territoryCodes: ['aunis-atlantique'],
    phone: '07 54 35 04 89',
    email: 'mesdesmarches@csclespictons.org',
    patterns: PICTONS_ROUND.map(([weekday, hours, insee, name]) =>
      visit({
        id: `bus-pictons-${insee}`,
        origin: AUNIS,
        destination: { kind: 'communes', insees: [insee], label: name },
        weekday,
        hours: dayHours(hours),
      }),
    ),
    booking: byPhone('07 54 35 04 89', 'mesdesmarches@csclespictons.org'),
  }),
  offerSeed({
    ...COUNTER,
    id: 'france-services-sud-herault',
    kind: 'permanence',
    name: 'France services du Sud-Hérault',
    summary: 'Une permanence change de village chaque jour : papiers, droits, internet.',
    territoryCodes: ['haut-languedoc-et-vignobles'],
    phone: '06 43 95 11 95',
    email: 'franceservicesitinerante@cc-sud-herault.fr',
    patterns: SUD_HERAULT_STOPS.flatMap(({ insee, name, point, days }) =>
      days.map(({ weekday, hours, weeks }) =>
        visit({
          id: `sud-herault-${insee}-${weekday}`,
          origin: SUD_HERAULT,
          destination: {
            kind: 'points',
            points: [{ id: insee, name, point, radiusMeters: 200 }],
            label: name,
          },
          weekday,
          hours: dayHours(hours),
          ...(weeks === undefined ? {} : { weeks }),
        }),
      ),
    ),
    booking: {
      ...byPhone('06 43 95 11 95', 'franceservicesitinerante@cc-sud-herault.fr'),
      channels: ['none'],
      toSay: [],
    },
    places: SUD_HERAULT_STOPS.map(({ name, address, insee, point }) => ({
      name,
      address,
      insee,
      point,
    })),
  }),
  offerSeed({
    ...COUNTER,
    id: 'bus-france-services-msa-languedoc',
    kind: 'itinerant',
    name: 'Bus France services de la MSA du Languedoc',
    summary: 'Un bus vient en semaine dans les villages : papiers, droits, santé, retraite.',
    statusNote: 'Relevé en août 2024 : appelez pour savoir quand il passe chez vous.',
    territoryCodes: ['haut-languedoc-et-vignobles'],
    phone: '06 37 09 39 82',
    email: 'mfs@languedoc.msa.fr',
    patterns: [
      doorPattern({
        id: 'bus-msa-languedoc',
        rule: 'starts_in',
        origin: MINERVOIS,
        bothWays: false,
        pickup: 'stop',
      }),
    ],
    booking: byPhone('06 37 09 39 82', 'mfs@languedoc.msa.fr'),
  }),
  offerSeed({
    id: 'sante-en-mouvement',
    kind: 'itinerant',
    name: 'Santé en mouvement',
    summary:
      'Une sage-femme et une infirmière en camping-car : dépistage, vaccination, contraception.',
    status: 'to_document',
    statusNote: 'Vu à Marans en 2023, à Oléron en 2025. Lieux et dates à compléter.',
    organizer: 'Groupe hospitalier de La Rochelle',
    territoryCodes: ['aunis-atlantique'],
    needIds: ['contraception', 'vaccination'],
    provenance: fact('sante-en-mouvement-2025', '2025-06', 'low'),
    sourceIds: ['sante-en-mouvement-2025'],
  }),
];
