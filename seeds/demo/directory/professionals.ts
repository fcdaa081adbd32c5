// As many demonstration entries in each commune as Insee counts professionals there (BPE 2025).
// Who they are is invented and says so; where and how many they are is true.

import type { Accessibility, Category } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';
import { fact, phoneContact } from '#seeds/demo/compact.ts';
import {
  type EntrySeed,
  entrySeed,
  UNKNOWN_ACCESSIBILITY,
} from '#seeds/demo/directory/entry-seed.ts';
import { HEALTH_HOUSES } from '#seeds/demo/directory/health-houses.ts';
import {
  answerOf,
  fictionPhone,
  HOUSE_NAMES,
  hashOf,
  inventedPerson,
  LABORATORY_HOURS,
  newPatientsOf,
  type PracticeCategory,
  pharmacyHours,
  pick,
  practiceHours,
} from '#seeds/demo/directory/invented.ts';
import { ofPlace } from '#seeds/demo/directory/of-place.ts';
import { type CommuneSeed, HALO_SEEDS, TERRITORY_SEEDS } from '#seeds/demo/territory/communes.ts';
import { HALO_COMMUNES } from '#seeds/demo/territory/halo-communes.ts';
import { TERRITORY_SUPPLY } from '#seeds/demo/territory/territory-supply.ts';

const DEMONSTRATION = fact('demonstration', '2026-11', 'low');
const SUFFIX = ' (démonstration)';

const PRACTICE_TITLES: Readonly<Record<PracticeCategory, string>> = {
  gp: 'Médecin généraliste',
  nurse: 'Infirmier, infirmière',
  physio: 'Kinésithérapeute',
  dentist: 'Dentiste',
  midwife: 'Sage-femme',
  mental_health: 'Psychologue',
};
const PRACTICES = Object.keys(PRACTICE_TITLES) as PracticeCategory[];

const PSYCHOLOGIST_SERVICES: EntrySeed['services'] = [
  { needId: 'psychologue', name: 'Entretiens', note: 'Sur rendez-vous.' },
];

type Supply = Readonly<Record<Category, number>>;

const supplyByInsee = new Map<string, Partial<Supply>>([
  ...Object.entries(TERRITORY_SUPPLY).map(
    ([
      insee,
      [
        gp,
        nurse,
        physio,
        dentist,
        midwife,
        pharmacy,
        laboratory,
        elderly,
        home_care,
        mental_health,
      ],
    ]) =>
      [
        insee,
        {
          gp,
          nurse,
          physio,
          dentist,
          midwife,
          pharmacy,
          laboratory,
          elderly,
          home_care,
          mental_health,
        },
      ] as const,
  ),
  ...HALO_COMMUNES.map(
    ([insee, , , , , , , gp, nurse, physio, dentist, midwife, pharmacy, health_house]) =>
      [insee, { gp, nurse, physio, dentist, midwife, pharmacy, health_house }] as const,
  ),
]);

const namedHealthHouses = new Map(
  HEALTH_HOUSES.filter(({ category }) => category === 'health_house').map((house) => [
    house.insee,
    house,
  ]),
);

/** Health houses of the halo that Insee counts and no document of ours names. */
export const COUNTED_HEALTH_HOUSES: readonly EntrySeed[] = HALO_SEEDS.filter(
  ({ insee }) => (supplyByInsee.get(insee)?.health_house ?? 0) > 0 && !namedHealthHouses.has(insee),
).map((commune) =>
  entrySeed({
    id: `msp-${commune.insee}`,
    kind: 'place',
    category: 'health_house',
    name: `Maison de santé ${ofPlace(commune.name)}`,
    title: 'Maison de santé',
    address: addressOf(commune),
    insee: commune.insee,
    themes: ['acces-soins-droits'],
    description: 'Recensée par l’Insee en 2025. Nom exact, adresse et téléphone à compléter.',
    provenance: fact('insee-bpe-2025', '2025', 'medium'),
  }),
);

const healthHouseByInsee = new Map(
  [...namedHealthHouses.values(), ...COUNTED_HEALTH_HOUSES].map((house) => [house.insee, house]),
);

function addressOf(commune: CommuneSeed): EntrySeed['address'] {
  return {
    street: null,
    complement: null,
    postcode: commune.postcodes[0] ?? null,
    city: commune.name,
  };
}

/** Up to 180 m from the commune's point, so that symbols do not hide each other. */
function pointNear([lon, lat]: LonLat, seed: string): LonLat {
  const angle = ((hashOf(`${seed} angle`) % 360) * Math.PI) / 180;
  const meters = 30 + (hashOf(`${seed} distance`) % 150);
  return [
    Number((lon + (meters * Math.cos(angle)) / 78_200).toFixed(5)),
    Number((lat + (meters * Math.sin(angle)) / 111_132).toFixed(5)),
  ];
}

function accessOf(category: Category, seed: string): Accessibility {
  const homeVisits =
    category === 'nurse'
      ? 'yes'
      : category === 'gp' || category === 'physio'
        ? answerOf(40, 20, `${seed} visits`)
        : 'unknown';
  return {
    ...UNKNOWN_ACCESSIBILITY,
    stepFree: answerOf(45, 15, `${seed} step`),
    adaptedParking: answerOf(35, 15, `${seed} parking`),
    adaptedToilet: answerOf(20, 15, `${seed} toilet`),
    homeVisits,
  };
}

type Ranks = { person: number; phone: number };

function common(commune: CommuneSeed, category: Category, index: number, ranks: Ranks) {
  const seed = `${commune.insee}-${category}-${index}`;
  const phone = fictionPhone(ranks.phone);
  ranks.phone += 1;
  return {
    id: `demo-${seed}`,
    category,
    demonstration: true,
    insee: commune.insee,
    address: addressOf(commune),
    point: pointNear(commune.point, seed),
    pointPrecision: commune.pointKind === 'bourg' ? 'bourg' : 'commune',
    contacts: [phoneContact(phone, null, 'fiction')],
    accessibility: accessOf(category, seed),
    provenance: DEMONSTRATION,
  } as const;
}

function practice(
  commune: CommuneSeed,
  category: PracticeCategory,
  index: number,
  ranks: Ranks,
): EntrySeed {
  const shared = common(commune, category, index, ranks);
  const name = `${inventedPerson(ranks.person)}${SUFFIX}`;
  ranks.person += 1;
  const house = healthHouseByInsee.get(commune.insee);
  const inHouse = house !== undefined && category !== 'dentist' && index % 3 !== 2;
  return entrySeed({
    ...shared,
    kind: 'practice',
    name,
    title: PRACTICE_TITLES[category],
    placeKey: inHouse ? house.id : null,
    placeName: inHouse ? house.name : null,
    hours: practiceHours(category, shared.id),
    newPatients: newPatientsOf(category, shared.id),
    services: category === 'mental_health' ? PSYCHOLOGIST_SERVICES : [],
    themes: category === 'mental_health' ? ['sante-mentale'] : [],
  });
}

function site(
  commune: CommuneSeed,
  category: 'pharmacy' | 'laboratory' | 'elderly',
  index: number,
  ranks: Ranks,
): EntrySeed {
  const shared = common(commune, category, index, ranks);
  const house = pick(HOUSE_NAMES, `${commune.insee} house ${index}`);
  const words = {
    pharmacy: [`Pharmacie ${house}`, 'Pharmacie', pharmacyHours(shared.id)],
    laboratory: [`Laboratoire ${house}`, 'Laboratoire d’analyses', LABORATORY_HOURS],
    elderly: [`Résidence ${house}`, 'Hébergement pour personnes âgées', []],
  } as const;
  const [name, title, hours] = words[category];
  return entrySeed({
    ...shared,
    kind: 'place',
    name: `${name}, ${commune.name}${SUFFIX}`,
    title,
    hours,
    themes: category === 'elderly' ? ['perte-autonomie'] : [],
  });
}

function homeHelp(commune: CommuneSeed, index: number, ranks: Ranks): EntrySeed {
  return entrySeed({
    ...common(commune, 'home_care', index, ranks),
    kind: 'organization',
    name: `Aide à domicile ${ofPlace(commune.name)}${SUFFIX}`,
    title: 'Service d’aide à domicile',
    services: [
      { needId: 'aide-a-domicile', name: 'Ménage, repas, toilette', note: null },
      { needId: 'aidants', name: 'Relais auprès des proches', note: null },
    ],
    themes: ['perte-autonomie'],
    coverageInsees: TERRITORY_SEEDS.filter(({ epciSiren }) => epciSiren === commune.epciSiren).map(
      ({ insee }) => insee,
    ),
  });
}

const times = (count: number | undefined): number[] =>
  Array.from({ length: count ?? 0 }, (_, i) => i);

function entriesOf(commune: CommuneSeed, ranks: Ranks): EntrySeed[] {
  const supply = supplyByInsee.get(commune.insee);
  if (supply === undefined) return [];
  return [
    ...PRACTICES.flatMap((category) =>
      times(supply[category]).map((index) => practice(commune, category, index, ranks)),
    ),
    ...(['pharmacy', 'laboratory', 'elderly'] as const).flatMap((category) =>
      times(supply[category]).map((index) => site(commune, category, index, ranks)),
    ),
    ...times(supply.home_care).map((index) => homeHelp(commune, index, ranks)),
  ];
}

export function demoProfessionals(): EntrySeed[] {
  const ranks: Ranks = { person: 0, phone: 0 };
  return [...TERRITORY_SEEDS, ...HALO_SEEDS].flatMap((commune) => entriesOf(commune, ranks));
}
