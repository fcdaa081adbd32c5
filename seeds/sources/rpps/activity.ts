// What is kept of one row of the extract, and how are the rows of one person at one place made one?

import type { CopyValue } from '#db/database.ts';
import type { Phone } from '#domain/directory/directory.ts';
import { readableText, streetText } from '#domain/directory/finess-words.ts';
import { phonesOf } from '#domain/directory/phone.ts';
import type { ActivityCodes } from '#domain/directory/rpps-profession.ts';
import { type RppsWork, specialityRank } from '#domain/directory/rpps-speciality.ts';
import { personName, professionalName } from '#domain/directory/rpps-words.ts';
import { ownText } from '#seeds/pipeline/own-text.ts';
import type { DelimitedRow } from '#seeds/pipeline/read-delimited.ts';

export const STAGED_TABLE = 'staged_rpps';

/** Name → type, in the order of `stagedValues`. */
export const STAGED_COLUMNS = {
  practice_id: 'text',
  rpps: 'text',
  structure_key: 'text',
  civility: 'text',
  last_name: 'text',
  first_name: 'text',
  name: 'text',
  category: 'text',
  title: 'text',
  /** Ids apart by spaces. */
  need_id: 'text',
  profession_code: 'text',
  speciality_code: 'text',
  mode_code: 'text',
  function_code: 'text',
  activity_code: 'text',
  finess: 'text',
  siret: 'text',
  structure_name: 'text',
  complement: 'text',
  street: 'text',
  postcode: 'text',
  city: 'text',
  insee: 'text',
  phone: 'jsonb',
  phone_2: 'jsonb',
  /** How much its speciality says: of two rows of one practice, the higher stays. */
  rank: 'smallint',
} as const;

export type Activity = { rank: number; structureKey: string; values: readonly CopyValue[] };

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The rows read are those of a person and structure that are shown; `insee` is the commune of today. */
export function activityOf(
  row: DelimitedRow,
  codes: ActivityCodes,
  work: RppsWork,
  insee: string,
): Activity {
  const rpps = row.get('identifier');
  const finess = /^[0-9][0-9AB][0-9]{7}$/.test(row.get('finess')) ? row.get('finess') : '';
  const civility = row.get('civilityCode');
  const [lastName, firstName] = [row.get('lastName'), row.get('firstName')];
  const street = streetOf(row);
  const structureKey = structureKeyOf(row, finess, street, insee);
  const [phone = null, phone2 = null] = phonesOfRow(row);
  const rank = specialityRank(codes.speciality);
  return {
    rank,
    structureKey,
    values: [
      `rpps-${rpps}-${structureKey}`,
      rpps,
      structureKey,
      orNull(civility),
      personName(lastName),
      personName(firstName),
      professionalName(civility, firstName, lastName),
      work.category,
      work.title,
      orNull(work.needIds.join(' ')),
      codes.profession,
      orNull(codes.speciality),
      orNull(codes.mode),
      orNull(codes.activityFunction),
      orNull(codes.sector),
      orNull(finess),
      /^\d{14}$/.test(row.get('siret')) ? row.get('siret') : null,
      orNull(readableText(row.get('brandName') || row.get('companyName'))),
      orNull(complementOf(row)),
      street,
      orNull(row.get('postcode')),
      orNull(cityOf(row.get('communeLabel'))),
      insee,
      phone === null ? null : JSON.stringify(phone),
      phone2 === null ? null : JSON.stringify(phone2),
      rank,
    ],
  };
}

/** One activity a structure: the most telling speciality, the first of equals. */
export function mergeByStructure(activities: readonly Activity[]): readonly Activity[] {
  if (activities.length < 2) return activities;
  const merged = new Map<string, Activity>();
  for (const activity of activities) {
    const known = merged.get(activity.structureKey);
    if (known === undefined || activity.rank > known.rank) {
      merged.set(activity.structureKey, activity);
    }
  }
  return [...merged.values()];
}

const cities = new Map<string, string>();

/** The same few thousand names come back millions of times. */
function cityOf(label: string): string {
  const known = cities.get(label);
  if (known !== undefined) return known;
  const city = ownText(readableText(label.replace(/^\d{5} /, '')));
  cities.set(ownText(label), city);
  return city;
}

function streetOf(row: DelimitedRow): string | null {
  const number = `${row.get('streetNumber')} ${row.get('streetRepetition').toLowerCase()}`;
  const type = row.get('streetTypeLabel') || row.get('streetType');
  return streetText(number, type, row.get('streetName'));
}

function complementOf(row: DelimitedRow): string {
  const parts = [row.get('addressee'), row.get('geographicComplement'), row.get('distribution')];
  return readableText(parts.filter((part) => part !== '').join(', '));
}

/** The register's own key of the structure, made of letters and digits; else its numbers, else its address. */
function structureKeyOf(
  row: DelimitedRow,
  finess: string,
  street: string | null,
  insee: string,
): string {
  const given = row.get('structure').replace(/[^A-Za-z0-9]+/g, '');
  if (given !== '') return given;
  if (finess !== '') return `F${finess}`;
  if (row.get('siret') !== '') return `S${row.get('siret').replace(/\D/g, '')}`;
  const address = `${street ?? ''} ${insee}`.normalize('NFD').toLowerCase();
  return `A${address.replace(/[^a-z0-9]+/g, '')}`;
}

function phonesOfRow(row: DelimitedRow): Phone[] {
  const phones = [...phonesOf(row.get('phone')), ...phonesOf(row.get('phone2'))];
  return phones.filter(({ dial }, at) => phones.findIndex((each) => each.dial === dial) === at);
}
