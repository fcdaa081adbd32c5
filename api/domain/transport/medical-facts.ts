// Which official amounts and limits apply to transport prescribed by a doctor, since when, says who?
//
// Dated facts, read in public pages. A weak or old one is « à confirmer »: the health insurance says.

import type { Confidence, PartialDate } from '#domain/provenance.ts';

export type MedicalFactUnit =
  | 'percent'
  | 'cents'
  | 'cents_per_km'
  | 'km'
  | 'trips'
  | 'days'
  | 'months'
  | 'none';

/** `since`: day the rule applies from; `asOf`: date of the page read; both may be known in part. */
export type MedicalFact = {
  id: MedicalFactId;
  amount: number | null;
  unit: MedicalFactUnit;
  since: PartialDate | null;
  asOf: PartialDate | null;
  confidence: Confidence;
  /** Weak, secondary or old: shown « à confirmer ». */
  toConfirm: boolean;
  source: { name: string; url: string };
};

const AMELI = {
  name: 'Assurance Maladie, frais de transport',
  url: 'https://www.ameli.fr/assure/remboursements/rembourse/frais-transport',
};
const FRANCHISE = {
  name: 'Sécurité sociale des artistes auteurs, franchises au 31 mars 2024',
  url: 'https://www.secu-artistes-auteurs.fr/actu-franchise-medicale-24',
};
const SHARED = {
  name: 'Assurance Maladie, transport partagé : décret n° 2025-202 du 28 février 2025',
  url: 'https://www.ameli.fr/sage-femme/actualites/en-cas-de-refus-du-transport-partage-par-le-patient-le-tiers-payant-ne-s-applique-plus-0',
};
const OWN_CAR = {
  name: 'Camieg, transports pour motif médical (arrêté du 30 mars 2015)',
  url: 'https://www.camieg.fr/espace-assure/soins-et-prise-en-charge/transports-pour-motif-medical',
};
const RATE = {
  name: 'April, transports médicaux et remboursement',
  url: 'https://www.april.fr/actualites/complementaire-sante/transports-medicaux-remboursement',
};
const REPLY = {
  name: 'Espace personnel de l’Assurance Maladie, cité par des assurés',
  url: 'https://www.la-sclerose-en-plaques.com/viewtopic.php?p=357211',
};
const TAXI = {
  name: 'Convention-cadre nationale des taxis 2025, prise en charge citée par une société de taxi',
  url: 'https://taxi-alexandre-co.fr/blog-convention-cpam-taxi-2025.html',
};

type Known = Omit<MedicalFact, 'id' | 'toConfirm'> & { toConfirm?: boolean };

const FACTS = {
  prescription_first: fact(null, 'none', null, '2025', 'high', AMELI),
  usual_rate: fact(55, 'percent', null, '2025', 'medium', RATE, true),
  full_rate: fact(100, 'percent', null, '2025', 'high', AMELI),
  franchise_trip: fact(400, 'cents', '2024-03-31', '2024-03', 'high', FRANCHISE),
  franchise_day: fact(800, 'cents', '2024-03-31', '2024-03', 'high', FRANCHISE),
  franchise_year: fact(5000, 'cents', '2024-03-31', '2024-03', 'high', FRANCHISE),
  long_distance: fact(150, 'km', null, '2025', 'high', AMELI),
  series_trips: fact(4, 'trips', null, '2025', 'high', AMELI),
  series_distance: fact(50, 'km', null, '2025', 'high', AMELI),
  series_period: fact(2, 'months', null, '2025', 'high', AMELI),
  agreement_reply: fact(15, 'days', null, null, 'low', REPLY, true),
  shared_refusal: fact(null, 'none', '2025-03-01', '2025-03', 'high', SHARED),
  own_car: fact(30, 'cents_per_km', '2015-04-19', '2015-04', 'medium', OWN_CAR, true),
  taxi_pickup: fact(1300, 'cents', '2025-11-01', '2025-11', 'low', TAXI, true),
} as const satisfies Record<string, Known>;

export type MedicalFactId = keyof typeof FACTS;
export const MEDICAL_FACTS = Object.keys(FACTS) as MedicalFactId[];

export function medicalFact(id: MedicalFactId): MedicalFact {
  const known: Known = FACTS[id];
  return { ...known, id, toConfirm: known.toConfirm ?? false };
}

/** Amount of a fact that is a number by nature. */
export function medicalAmount(
  id: Exclude<MedicalFactId, 'prescription_first' | 'shared_refusal'>,
): number {
  return FACTS[id].amount;
}

function fact<Amount extends number | null>(
  amount: Amount,
  unit: MedicalFactUnit,
  since: PartialDate | null,
  asOf: PartialDate | null,
  confidence: Confidence,
  source: MedicalFact['source'],
  toConfirm = false,
) {
  return { amount, unit, since, asOf, confidence, source, toConfirm };
}
