// `npm run import -- ameli-centres FILE`: phone numbers of health centres, by their FINESS number.

import { sql } from 'drizzle-orm';
import type { CopyValue } from '#db/database.ts';
import { ameliCentre } from '#db/schema/ameli.ts';
import { phonesOf } from '#domain/directory/phone.ts';
import { applyClaims, createStagedClaims } from '#seeds/derived/apply-claims.ts';
import { dateInName } from '#seeds/derived/date-in-name.ts';
import { createProposedLinks, writeProposedLinks } from '#seeds/derived/link-records.ts';
import { replaceSnapshot } from '#seeds/derived/replace-snapshot.ts';
import { loadWanted } from '#seeds/derived/wanted-territory.ts';
import {
  type DelimitedOptions,
  type DelimitedRow,
  readDelimited,
} from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import {
  AMELI_CENTRES_SOURCE_ID,
  stageAmeliCentreClaims,
} from '#seeds/sources/ameli/claim-ameli.ts';
import {
  answerOf,
  type Fault,
  isPostcode,
  postcodeFault,
  textOr,
} from '#seeds/sources/ameli/row.ts';

const FILE: DelimitedOptions = {
  delimiter: ';',
  quoted: true,
  columns: {
    finess: ['etab_finess'],
    name: ['etab_raison_sociale'],
    vitale: ['etab_carte_vitale'],
    specialityLabel: ['specialite_libelle'],
    typeLabel: ['type_etab_libelle'],
    street: ['coordonnees_voie'],
    complement: ['coordonnees_complement'],
    postcode: ['coordonnees_code_postal'],
    city: ['coordonnees_ville'],
    phone: ['coordonnees_num_tel'],
  },
  optional: ['vitale', 'typeLabel', 'complement'],
};
const COLUMNS = [
  'finess',
  'name',
  'type_label',
  'speciality',
  'street',
  'complement',
  'postcode',
  'city',
  'phone',
  'vitale',
] as const;

export const ameliCentresSource: ImportSource = {
  name: 'ameli-centres',
  version: 1,
  expects:
    'la liste des centres de santé de l’Annuaire santé (« liste-cds-… »), en CSV à points-virgules : etab_finess, etab_raison_sociale…',
  changesDirectory: true,

  source: () => ({
    id: AMELI_CENTRES_SOURCE_ID,
    name: 'Annuaire santé de l’Assurance Maladie, centres de santé',
    publisher: 'Caisse nationale de l’Assurance Maladie',
    url: 'https://www.data.gouv.fr/datasets/annuaire-sante-ameli',
    licence: 'Licence Ouverte 2.0',
    note: 'Téléphones ; par numéro FINESS',
  }),

  stage: async (context) => {
    const { tx, asOf, file } = context;
    const { readCount, keptCount } = await stageCentres(context);
    await tx.execute(sql`create temporary table staged_centre on commit drop as
      select finess, min(name) as name, min(type_label) as type_label, jsonb_agg(distinct speciality) as specialities,
        min(street) as street, min(complement) as complement, min(postcode) as postcode, min(city) as city,
        (array_agg(phone order by phone::text) filter (where phone is not null))[1] as phone, min(vitale) as vitale
      from staged_centre_row group by finess`);
    return {
      read: null,
      readCount,
      keptCount,
      asOf: asOf ?? dateInName(file.name),
      validFrom: null,
      validTo: null,
    };
  },

  check: async () => [],

  swap: async (context, { asOf }) => {
    const { tx } = context;
    const { unchangedCount } = await replaceSnapshot(tx, ameliCentre, 'staged_centre', 'finess');
    await createProposedLinks(tx);
    await tx.execute(sql`insert into proposed_link
      select c.finess, l.id, 'finess', 1, null from ameli_centre c join place l on l.finess = c.finess
      where l.gone_on is null and l.category is not null`);
    const { linked } = await writeProposedLinks(tx, AMELI_CENTRES_SOURCE_ID);
    await createStagedClaims(tx);
    await stageAmeliCentreClaims(tx);
    const { won } = await applyClaims(context, { asOf, confidence: 'high' });
    return { counts: { 'fiches rapprochées': linked, 'téléphones affichés': won }, unchangedCount };
  },
};

async function stageCentres({
  tx,
  bulk,
  file,
  territoryCodes,
  reject,
  onProgress,
}: ImportContext): Promise<{ readCount: number; keptCount: number }> {
  const wanted = await loadWanted(tx, territoryCodes);
  let readCount = 0;
  await tx.execute(sql`create temporary table staged_centre_row (finess text, name text, type_label text,
    speciality text, street text, complement text, postcode text, city text, phone jsonb, vitale text) on commit drop`);
  const rows = readDelimited(
    file,
    FILE,
    (fault) => {
      readCount += 1;
      reject(fault);
    },
    (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  async function* values(): AsyncGenerator<readonly CopyValue[]> {
    for await (const row of rows) {
      readCount += 1;
      const mapped = mapCentre(row);
      if ('reason' in mapped) reject({ line: row.line, ...mapped });
      else if (wanted === null || wanted.postcodes.has(row.get('postcode'))) yield mapped.values;
    }
  }
  const keptCount = await bulk.copyValues('staged_centre_row', COLUMNS, values());
  return { readCount, keptCount };
}

function mapCentre(row: DelimitedRow): Fault | { values: readonly CopyValue[] } {
  const finess = row.get('finess');
  if (!/^\d[\dAB]\d{7}$/.test(finess)) {
    return {
      column: 'etab_finess',
      value: textOr(finess),
      reason: 'Numéro FINESS attendu : neuf caractères.',
    };
  }
  if (!isPostcode(row.get('postcode'))) return postcodeFault(row.get('postcode'));
  const vitale = answerOf(row.get('vitale'));
  if (vitale === null) {
    return {
      column: 'etab_carte_vitale',
      value: row.get('vitale'),
      reason: 'Réponse attendue : true ou false.',
    };
  }
  const [phone = null] = phonesOf(row.get('phone'));
  return {
    values: [
      finess,
      row.get('name'),
      textOr(row.get('typeLabel')),
      row.get('specialityLabel'),
      textOr(row.get('street')),
      textOr(row.get('complement')),
      row.get('postcode'),
      row.get('city'),
      phone === null ? null : JSON.stringify(phone),
      vitale,
    ],
  };
}
