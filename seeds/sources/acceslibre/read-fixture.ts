// Buildings out of a dump of acceslibre's own database (JSON): who and where they are, no detail of access.

import { categoryOfActivity } from '#domain/directory/acceslibre-activity.ts';
import { AppError } from '#domain/error.ts';
import { parseJson } from '#seeds/pipeline/parse-json.ts';
import { readWhole } from '#seeds/pipeline/read-file.ts';
import type { ImportFile, Reject } from '#seeds/pipeline/source.ts';
import { type AcceslibreRow, mapIdentity } from '#seeds/sources/acceslibre/map-identity.ts';
import { isFault, readPoint } from '#seeds/sources/acceslibre/read-point.ts';

type Json = { [key: string]: unknown };

export const isFixture = (name: string): boolean => /\.json$/i.test(name);

/** `line` of a refusal: position in the list, from 1. */
export async function readFixture(
  file: ImportFile,
  reject: (reject: Reject) => void,
): Promise<{ rows: AcceslibreRow[]; readCount: number }> {
  const items = parseList(file.name, await readWhole(file));
  const activities = new Map<unknown, string>();
  for (const { model, pk, fields } of items) {
    if (model === 'erp.activite' && isObject(fields)) activities.set(pk, textOf(fields['nom']));
  }
  const rows: AcceslibreRow[] = [];
  let readCount = 0;
  for (const [index, { model, pk, fields }] of items.entries()) {
    if (model !== 'erp.erp' || !isObject(fields)) continue;
    readCount += 1;
    const [lon, lat] = readEwkt(textOf(fields['geom']));
    const point = readPoint(lon, lat);
    const activity = activities.get(fields['activite']) ?? '';
    const row = isFault(point)
      ? point
      : mapIdentity({
          key: textOf(pk),
          name: textOf(fields['nom']),
          siret: textOf(fields['siret']),
          finess: '',
          insee: textOf(fields['code_insee']),
          number: textOf(fields['numero']),
          street: textOf(fields['voie']) || textOf(fields['lieu_dit']),
          postcode: textOf(fields['code_postal']),
          city: textOf(fields['commune']),
          activity,
          category: categoryOfActivity(activity),
          point,
          answers: {},
        });
    if (isFault(row)) reject({ line: index + 1, ...row });
    else rows.push(row);
  }
  if (readCount === 0) {
    throw new AppError(
      'bad_import',
      `« ${file.name} » : aucun établissement (« erp.erp ») dans ce fichier.`,
    );
  }
  return { rows, readCount };
}

/** « SRID=4326;POINT (2.25 48.89) » as longitude and latitude; two blanks when it is something else. */
function readEwkt(text: string): [string, string] {
  const found = /^(?:SRID=4326;)?POINT\s*\((-?[\d.]+) (-?[\d.]+)\)$/.exec(text);
  if (text === '') return ['', ''];
  return [found?.[1] ?? text, found?.[2] ?? ''];
}

function parseList(name: string, bytes: Buffer): Json[] {
  const list = parseJson(name, bytes);
  if (Array.isArray(list)) return list.filter(isObject);
  throw new AppError(
    'bad_import',
    `« ${name} », ligne 1, colonne 1 : une liste d’établissements est attendue.`,
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Blanks of every kind are one. */
function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value).replace(/\s+/g, ' ').trim();
}
