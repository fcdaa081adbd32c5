// One row of the Assurance Maladie's directory of professionals, as the file gives it.

import { createHash } from 'node:crypto';
import { type ProfessionGroup, professionGroupOf } from '#domain/directory/ameli-speciality.ts';
import type { Answer, Phone } from '#domain/directory/directory.ts';
import { normalizeText } from '#domain/directory/normalize-text.ts';
import { phonesOf } from '#domain/directory/phone.ts';
import type { DelimitedOptions, DelimitedRow } from '#seeds/pipeline/read-delimited.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

export const AMELI_EXPECTS =
  'la liste des professionnels de l’Annuaire santé (« liste-ps-… »), en CSV à points-virgules : ps_activite_nom, specialite_code, coordonnees_num_tel…';

export const AMELI_FILE: DelimitedOptions = {
  delimiter: ';',
  quoted: true,
  columns: {
    lastName: ['ps_activite_nom'],
    firstName: ['ps_activite_prenom'],
    specialityCode: ['specialite_code'],
    specialityLabel: ['specialite_libelle'],
    typeCode: ['type_ps_code'],
    street: ['coordonnees_voie'],
    complement: ['coordonnees_complement'],
    locality: ['coordonnees_lieu_dit'],
    postcode: ['coordonnees_code_postal'],
    city: ['coordonnees_ville'],
    phone: ['coordonnees_num_tel'],
    sectorCode: ['secteur_conventionnel_code'],
    sectorLabel: ['secteur_conventionnel_libelle'],
    optionCode: ['option_tarifaire_code'],
    optionLabel: ['option_tarifaire_libelle'],
    vitale: ['carte_vitale', 'ps_carte_vitale', 'ps_activite_carte_vitale', 'ps_activite_vitale'],
  },
  optional: ['complement', 'locality', 'vitale'],
};

export type AmeliRow = {
  line: number;
  key: string;
  lastName: string;
  firstName: string;
  professionGroup: ProfessionGroup;
  specialityCode: string;
  specialityLabel: string;
  street: string | null;
  complement: string | null;
  postcode: string;
  city: string;
  phone: Phone | null;
  /** True: a number is written and cannot be dialled. */
  isPhoneUnreadable: boolean;
  sectorCode: string | null;
  sectorLabel: string | null;
  optionCode: string | null;
  optionLabel: string | null;
  vitale: Answer;
};

export type Fault = Omit<Reject, 'line' | 'file'>;

/** `left_out`: laboratories, pharmacies, transport, which other registers describe. */
export function mapAmeliRow(row: DelimitedRow): AmeliRow | Fault | 'left_out' {
  const typeCode = row.get('typeCode');
  const specialityCode = row.get('specialityCode').padStart(2, '0');
  const professionGroup = professionGroupOf(typeCode, specialityCode);
  if (professionGroup === 'left_out') return 'left_out';
  if (professionGroup === null) {
    return {
      column: 'specialite_code',
      value: `${specialityCode} (type ${typeCode})`,
      reason: 'Spécialité inconnue pour ce type de professionnel.',
    };
  }
  const [lastName, firstName] = [row.get('lastName'), row.get('firstName')];
  if (lastName === '') return { column: 'ps_activite_nom', value: null, reason: 'Nom attendu.' };
  const postcode = row.get('postcode');
  if (!isPostcode(postcode)) return postcodeFault(postcode);
  const vitale = answerOf(row.get('vitale'));
  if (vitale === null) {
    return {
      column: 'carte_vitale',
      value: row.get('vitale'),
      reason: 'Réponse attendue : oui, non, true, false, ou rien.',
    };
  }
  const street = textOr(row.get('street')) ?? textOr(row.get('locality'));
  const [phone = null] = phonesOf(row.get('phone'));
  return {
    line: row.line,
    key: keyOf([lastName, firstName, specialityCode, postcode, street ?? '']),
    lastName,
    firstName,
    professionGroup,
    specialityCode,
    specialityLabel: row.get('specialityLabel'),
    street,
    complement: textOr(row.get('complement')),
    postcode,
    city: row.get('city'),
    phone,
    isPhoneUnreadable: phone === null && row.get('phone') !== '',
    sectorCode: textOr(row.get('sectorCode')),
    sectorLabel: textOr(row.get('sectorLabel')),
    optionCode: textOr(row.get('optionCode')),
    optionLabel: textOr(row.get('optionLabel')),
    vitale,
  };
}

export const isPostcode = (text: string): boolean => /^(?:0[1-9]|[1-9]\d)\d{3}$/.test(text);

export const postcodeFault = (value: string): Fault => ({
  column: 'coordonnees_code_postal',
  value: value === '' ? null : value,
  reason: 'Code postal attendu : cinq chiffres.',
});

/** Null when the word is not understood; nothing written is « unknown ». */
export function answerOf(text: string): Answer | null {
  const word = normalizeText(text);
  if (word === '') return 'unknown';
  if (['true', 'oui', 'o', '1'].includes(word)) return 'yes';
  return ['false', 'non', 'n', '0'].includes(word) ? 'no' : null;
}

export const textOr = (text: string): string | null => (text === '' ? null : text);

/** The same person, speciality and address have the same key in every edition. */
function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.map(normalizeText).join('|')).digest('hex').slice(0, 16);
}
