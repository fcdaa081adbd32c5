// Three communes, one territory, a few entries and one offer: what the API's tests ask about.

import type { Database } from '#db/database.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { writeOffers } from '#db/queries/transport/write-offers.ts';
import { place, practice, professional } from '#db/schema/directory.ts';
import {
  contactPoint,
  entryTheme,
  notice,
  openingHours,
  service,
} from '#db/schema/directory-details.ts';
import { clsTheme, need, needCategory, needSynonym } from '#db/schema/need.ts';
import { source } from '#db/schema/provenance.ts';
import {
  commune,
  communeFormer,
  communePostcode,
  territory,
  territoryCommune,
} from '#db/schema/territory.ts';
import type { Category } from '#domain/directory/directory.ts';
import { phoneOf } from '#domain/directory/phone.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Provenance } from '#domain/provenance.ts';
import type { Offer } from '#domain/transport/offer.ts';

export const TERRITORY = 'vallee';
/** A Tuesday. */
export const TUESDAY = '2026-11-24';

const PROVENANCE: Provenance = {
  sourceId: 'registre',
  asOf: '2026-09',
  confirmedOn: null,
  confidence: 'high',
};

const COMMUNES: readonly { insee: string; name: string; point: LonLat; population: number }[] = [
  { insee: '16020', name: 'Aubeterre-sur-Dronne', point: [0.17, 45.27], population: 360 },
  { insee: '16230', name: 'Montmoreau', point: [0.13, 45.4], population: 2400 },
  { insee: '24999', name: 'Loinville', point: [0.9, 45.2], population: 900 },
];

const OFFER: Offer = {
  id: 'covoiturage-solidaire',
  kind: 'volunteer',
  name: 'Voitures solidaires de la vallée',
  summary: 'Un bénévole vous conduit.',
  status: 'active',
  statusNote: null,
  provider: null,
  organizer: null,
  territoryCodes: [TERRITORY],
  phone: '+33536490099',
  email: null,
  url: null,
  patterns: [
    {
      id: 'covoiturage-solidaire-1',
      rule: 'starts_in',
      origin: { kind: 'communes', insees: ['16020', '16230'], label: 'La vallée' },
      destination: null,
      bothWays: true,
      pickup: 'door',
      roundTrip: 'required',
      waitMaxMinutes: null,
      maxKm: null,
      calendar: {
        weekdays: [1, 2, 3, 4, 5],
        holidays: 'closed',
        school: 'any',
        nthOfMonth: null,
        startsOn: null,
        endsOn: null,
        exceptions: [],
      },
      windows: [],
      durationFactor: 1,
      durationOffsetSeconds: 0,
      feeder: 'no',
      transferMarginMinutes: 10,
    },
  ],
  booking: {
    notice: {
      kind: 'days_before',
      days: 3,
      businessDays: false,
      atMinute: 1050,
      opensDaysBefore: null,
    },
    channels: ['phone'],
    phone: '+33536490099',
    url: null,
    email: null,
    lineHours: null,
    firstTripDays: null,
    urgentPossible: false,
    cancelBeforeMinutes: null,
    toSay: ['Votre adresse'],
    provenance: PROVENANCE,
  },
  fares: [
    {
      kind: 'per_km',
      centsPerKm: 10,
      basis: 'home_round_trip',
      waitRule: null,
      note: null,
      provenance: PROVENANCE,
    },
  ],
  eligibility: null,
  accommodations: [],
  purposes: { allowed: ['health'], denied: [] },
  conditions: ['Prévenez en cas d’absence.'],
  places: [],
  feedId: null,
  provenance: PROVENANCE,
  needIds: [],
  sourceIds: ['registre'],
};

/** Every row the tests of the API ask about; the entry projection included. */
export async function writeSmallTerritory(db: Database): Promise<void> {
  await db.insert(source).values({ id: 'registre', name: 'Registre', publisher: 'Test' });
  await db.insert(commune).values(
    COMMUNES.map((each) => ({
      ...each,
      departement: each.insee.slice(0, 2),
      pointKind: 'bourg' as const,
      population75Plus: 0,
      populationYear: 2022,
      shape: [squareAround(each.point)],
      shapeKind: 'schematic' as const,
      ...PROVENANCE,
    })),
  );
  await db.insert(communePostcode).values([
    { insee: '16020', postcode: '16390' },
    { insee: '16230', postcode: '16190' },
  ]);
  await db
    .insert(communeFormer)
    .values({ insee: '16004', name: 'Aignes-et-Puypéroux', currentInsee: '16230' });
  await db.insert(territory).values({
    code: TERRITORY,
    name: 'La vallée',
    holder: 'La communauté',
    colours: { main: '#094e43', soft: '#e3f0ec' },
    contacts: [],
    helpNumbers: [{ number: '15', label: 'SAMU', when: 'En urgence', kind: 'emergency' }],
    coverage: 'full',
    ...PROVENANCE,
  });
  await db.insert(territoryCommune).values([
    { territoryCode: TERRITORY, insee: '16020' },
    { territoryCode: TERRITORY, insee: '16230' },
  ]);
  await writeNeeds(db);
  await writeEntries(db);
  await refreshEntryProjection(db);
  await writeOffers(db, 'test', [OFFER]);
}

async function writeNeeds(db: Database): Promise<void> {
  const label = (fr: string, en: string) => ({ fr, en });
  await db.insert(need).values([
    {
      id: 'medecin-generaliste',
      position: 1,
      group: 'doctor',
      label: label('Médecin généraliste', 'General practitioner'),
      plain: label('Voir un médecin', 'See a doctor'),
    },
    {
      id: 'dentiste',
      position: 2,
      group: 'teeth_eyes',
      label: label('Dentiste', 'Dentist'),
      plain: label('Soigner ses dents', 'Care for teeth'),
    },
  ]);
  await db
    .insert(needSynonym)
    .values({ needId: 'medecin-generaliste', position: 1, text: 'docteur' });
  await db.insert(needCategory).values([
    { needId: 'medecin-generaliste', category: 'gp', position: 1 },
    { needId: 'dentiste', category: 'dentist', position: 1 },
  ]);
  await db
    .insert(clsTheme)
    .values({ id: 'acces-aux-soins', position: 1, label: label('Accès aux soins', 'Care') });
}

async function writeEntries(db: Database): Promise<void> {
  const morning = [{ from: 540, to: 720 }];
  const week = [morning, morning, morning, morning, morning, [], []];
  await writePractice(db, { id: 'gp-ouvert', name: 'Camille Rivière', insee: '16020', lon: 0.171 });
  await writePractice(db, { id: 'gp-ferme', name: 'Dominique Source', insee: '16020', lon: 0.172 });
  await writePractice(db, { id: 'gp-loin', name: 'Claude Lointain', insee: '24999', lon: 0.9 });
  await db.insert(openingHours).values(
    ['gp-ouvert', 'gp-ferme'].map((entryId, index) => ({
      entryId,
      position: 1,
      kind: 'public' as const,
      week: index === 0 ? week : [[], [], [], [], [], morning, []],
      closedOnHolidays: true,
      byAppointment: false,
      ...PROVENANCE,
    })),
  );
  const phone = phoneOf('05 36 49 00 12');
  if (phone === null) throw new Error('The number of the test is not read');
  await db.insert(contactPoint).values([
    {
      entryId: 'gp-ouvert',
      position: 1,
      kind: 'phone',
      value: phone.display,
      phone,
      ...PROVENANCE,
    },
    {
      entryId: 'gp-ouvert',
      position: 2,
      kind: 'email',
      value: 'cabinet@voisoin.example',
      ...PROVENANCE,
    },
  ]);
  await db.insert(service).values({
    entryId: 'gp-ouvert',
    position: 1,
    needId: null,
    name: 'Consultations, visites ; sur rendez-vous',
    ...PROVENANCE,
  });
  await db.insert(entryTheme).values({ entryId: 'gp-ouvert', themeId: 'acces-aux-soins' });
  await db.insert(notice).values({
    entryId: 'gp-ouvert',
    kind: 'message',
    startsOn: '2026-11-01',
    text: 'Le cabinet est au premier étage.',
    ...PROVENANCE,
  });
  await db.insert(place).values({
    id: 'maison-de-sante',
    name: 'Maison de santé <b>des Prés</b>',
    category: 'health_house' satisfies Category,
    title: 'Maison de santé',
    insee: '16230',
    city: 'Montmoreau',
    ...PROVENANCE,
  });
}

async function writePractice(
  db: Database,
  entry: { id: string; name: string; insee: string; lon: number },
): Promise<void> {
  const professionalId = `${entry.id}-personne`;
  await db
    .insert(professional)
    .values({ id: professionalId, name: entry.name, demonstration: true, ...PROVENANCE });
  await db.insert(practice).values({
    id: entry.id,
    professionalId,
    category: 'gp',
    title: 'Médecin généraliste',
    street: '1, rue du Test',
    postcode: '16390',
    city: 'Aubeterre-sur-Dronne',
    insee: entry.insee,
    point: [entry.lon, 45.27],
    pointPrecision: 'address',
    ...PROVENANCE,
  });
}

function squareAround([lon, lat]: LonLat): LonLat[][] {
  const half = 0.0512345678;
  return [
    [
      [lon - half, lat - half],
      [lon + half, lat - half],
      [lon + half, lat + half],
      [lon - half, lat + half],
      [lon - half, lat - half],
    ],
  ];
}
