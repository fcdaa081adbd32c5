// One building as acceslibre's export gives it: 70 columns and more, lists as JSON inside CSV.

import { categoryOfActivity } from '#domain/directory/acceslibre-activity.ts';
import {
  type AcceslibreDetails,
  acceslibreAnswers,
  type Ramp,
  type Stretch,
} from '#domain/directory/acceslibre-answers.ts';
import type { DelimitedOptions, DelimitedRow } from '#seeds/pipeline/read-delimited.ts';
import { type AcceslibreRow, mapIdentity } from '#seeds/sources/acceslibre/map-identity.ts';
import { type Fault, isFault, readPoint } from '#seeds/sources/acceslibre/read-point.ts';

export const ACCESLIBRE_EXPECTS =
  'l’export d’acceslibre en CSV : id, name, postal_code, commune, siret, activite, entree_plain_pied…';

const IDENTITY = {
  key: ['id', 'uuid'],
  name: ['name', 'nom'],
  postcode: ['postal_code', 'code_postal'],
  city: ['commune'],
  number: ['numero'],
  street: ['voie'],
  locality: ['lieu_dit'],
  insee: ['code_insee'],
  siret: ['siret'],
  finess: ['finess', 'numero_finess'],
  activity: ['activite'],
  longitude: ['longitude'],
  latitude: ['latitude'],
};
/** Ours → the column of the file. */
const BOOLEANS = {
  hasOutsidePath: 'cheminement_ext_presence',
  outsideLevel: 'cheminement_ext_plain_pied',
  outsideLift: 'cheminement_ext_ascenseur',
  doorLevel: 'entree_plain_pied',
  doorLift: 'entree_ascenseur',
  hasOtherDoor: 'entree_pmr',
  insideLevel: 'accueil_cheminement_plain_pied',
  insideLift: 'accueil_cheminement_ascenseur',
  hasParking: 'stationnement_presence',
  hasAdaptedParking: 'stationnement_pmr',
  hasParkingNearby: 'stationnement_ext_presence',
  hasAdaptedParkingNearby: 'stationnement_ext_pmr',
  hasToilet: 'sanitaires_presence',
  hasAdaptedToilet: 'sanitaires_adaptes',
  hasHearingEquipment: 'accueil_equipements_malentendants_presence',
  visitsHomes: 'accueil_consultation_domicile',
} as const;
const RAMPS = {
  outsideRamp: 'cheminement_ext_rampe',
  doorRamp: 'entree_marches_rampe',
  insideRamp: 'accueil_cheminement_rampe',
} as const;
const LIST = { hearingEquipment: 'accueil_equipements_malentendants' } as const;
const DETAILS: Readonly<Record<string, string>> = { ...BOOLEANS, ...RAMPS, ...LIST };

export const ACCESLIBRE_FILE: DelimitedOptions = {
  delimiter: ',',
  quoted: true,
  columns: {
    ...IDENTITY,
    ...Object.fromEntries(Object.entries(DETAILS).map(([ours, column]) => [ours, [column]])),
  },
  optional: [
    'finess',
    'number',
    'locality',
    'insee',
    ...Object.keys(DETAILS).filter((ours) => ours !== 'doorLevel'),
  ],
};

export function mapAcceslibreRow(row: DelimitedRow): AcceslibreRow | Fault {
  const point = readPoint(row.get('longitude'), row.get('latitude'));
  if (isFault(point)) return point;
  const details = readDetails(row);
  if (isFault(details)) return details;
  const activity = row.get('activity');
  return mapIdentity({
    key: row.get('key'),
    name: row.get('name'),
    siret: row.get('siret').replace(/\s/g, ''),
    finess: row.get('finess'),
    insee: row.get('insee'),
    number: row.get('number'),
    street: row.get('street') || row.get('locality'),
    postcode: row.get('postcode'),
    city: row.get('city'),
    activity,
    category: categoryOfActivity(activity),
    point,
    answers: acceslibreAnswers(details),
  });
}

function readDetails(row: DelimitedRow): AcceslibreDetails | Fault {
  const booleans = {} as Record<keyof typeof BOOLEANS, boolean | null>;
  for (const ours of Object.keys(BOOLEANS) as (keyof typeof BOOLEANS)[]) {
    const text = row.get(ours).toLowerCase();
    if (!['', 'true', 'false'].includes(text)) {
      return {
        column: BOOLEANS[ours],
        value: text,
        reason: 'Réponse attendue : True, False ou rien.',
      };
    }
    booleans[ours] = text === '' ? null : text === 'true';
  }
  const ramps = {} as Record<keyof typeof RAMPS, Ramp>;
  for (const ours of Object.keys(RAMPS) as (keyof typeof RAMPS)[]) {
    const text = row.get(ours);
    if (text !== '' && text !== 'aucune' && text !== 'fixe' && text !== 'amovible') {
      return {
        column: RAMPS[ours],
        value: text,
        reason: 'Rampe attendue : aucune, fixe, amovible ou rien.',
      };
    }
    ramps[ours] = text === '' ? null : text;
  }
  const hearingEquipment = readList(row.get('hearingEquipment'));
  if (hearingEquipment === null) {
    return {
      column: LIST.hearingEquipment,
      value: row.get('hearingEquipment').slice(0, 120),
      reason: 'Liste attendue, comme ["bim", "lsf"], ou rien.',
    };
  }
  const stretch = (isLevel: boolean | null, ramp: Ramp, hasLift: boolean | null): Stretch => ({
    isLevel,
    ramp,
    hasLift,
  });
  return {
    ...booleans,
    outside: stretch(booleans.outsideLevel, ramps.outsideRamp, booleans.outsideLift),
    door: stretch(booleans.doorLevel, ramps.doorRamp, booleans.doorLift),
    inside: stretch(booleans.insideLevel, ramps.insideRamp, booleans.insideLift),
    hearingEquipment,
  };
}

/** Null when it is no list of texts. */
function readList(text: string): string[] | null {
  if (text === '') return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : null;
  } catch {
    return null;
  }
}
