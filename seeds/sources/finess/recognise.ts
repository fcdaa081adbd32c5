// Which file of the register is this? Its first characters tell, whatever its name.

import { AppError } from '#domain/error.ts';
import { plainName } from '#seeds/pipeline/match-header.ts';
import { openContent } from '#seeds/pipeline/open-content.ts';
import { refuseUtf16 } from '#seeds/pipeline/other-format.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

export type FinessKind =
  | 'structures_json'
  | 'activities_json'
  | 'etalab'
  | 'sites_csv'
  | 'care_csv'
  | 'equipment_csv'
  | 'categories_xml';

/** What it is, and the source that reads it; null: nothing does. */
const KINDS: Readonly<Record<FinessKind, readonly [what: string, source: string]>> = {
  structures_json: ['les structures de FINESS+', 'finess'],
  activities_json: ['les activités de FINESS+', 'finess-activites'],
  etalab: ['les établissements de l’ancien FINESS', 'finess'],
  sites_csv: ['une liste d’établissements', 'finess'],
  care_csv: ['les activités de soins autorisées', 'finess-activites'],
  equipment_csv: ['les équipements sociaux et médico-sociaux', 'finess-equipements'],
  categories_xml: ['la nomenclature des catégories', 'finess-nomenclature'],
};

/** Files of the register that say nothing of care. */
const REFUSED: Readonly<Record<string, string>> = {
  teaching: 'les disciplines d’enseignement : des écoles, pas des soins',
  statuses: 'la nomenclature des statuts juridiques, qui ne sert à rien ici',
};

const HEAD_BYTES = 200_000;

/** Throws `bad_import` naming what came, and the source that would read it. */
export async function expectKind<Kind extends FinessKind>(
  file: ImportFile,
  kinds: readonly Kind[],
  expects: string,
): Promise<Kind> {
  const head = await readHead(file);
  const found = kindOf(head);
  const wanted = kinds.find((kind) => kind === found);
  if (wanted !== undefined) return wanted;
  throw new AppError(
    'bad_import',
    `« ${file.name} », ligne 1, colonne 1 : attendu ${expects} ; reçu ${said(found, head, file.name)}.`,
  );
}

function said(found: string, head: string, name: string): string {
  if (isKind(found)) {
    const [what, source] = KINDS[found];
    return `${what} (npm run import -- ${source} ${name})`;
  }
  const refused = REFUSED[found];
  if (refused !== undefined) return refused;
  if (head.trim() === '') return 'un fichier vide';
  if (/^\s*<(!doctype html|html)/i.test(head)) return 'une page web (HTML)';
  const [line = ''] = head.split('\n', 1);
  return `un autre fichier, qui commence par « ${line.trim().slice(0, 120)} »`;
}

function isKind(kind: string): kind is FinessKind {
  return kind in KINDS;
}

async function readHead(file: ImportFile): Promise<string> {
  let head = Buffer.alloc(0);
  for await (const chunk of openContent(file)) {
    head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
    if (head.length >= HEAD_BYTES) break;
  }
  refuseUtf16(head, file.name);
  return head.toString('utf8').replace(/^\u{feff}/u, '');
}

function kindOf(head: string): FinessKind | keyof typeof REFUSED | 'other' {
  const start = head.trimStart();
  if (start.startsWith('{')) {
    if (/"(activitesAutorisees|activitesExercees|numFiness|numeroFiness)"\s*:/.test(start)) {
      return 'activities_json';
    }
    return /"(pmej|gcc|gco)"\s*:/.test(start) ? 'structures_json' : 'other';
  }
  if (start.startsWith('<')) {
    if (/<nomenclcategorieET/i.test(start)) return 'categories_xml';
    return /<nomenclstatut/i.test(start) ? 'statuses' : 'other';
  }
  if (/^(finess;|structureet;|geolocalisation;)/i.test(start)) return 'etalab';
  return tableKind(start);
}

function tableKind(start: string): ReturnType<typeof kindOf> {
  const [line = ''] = start.split(/\r?\n/, 1);
  const names = new Set(line.split(/[;,|\t]/).map(plainName));
  const has = (...wanted: readonly string[]) => wanted.every((name) => names.has(name));
  if (has('libde', 'ta')) return 'teaching';
  if (has('activite', 'modalite')) return 'care_csv';
  if (names.has('libdeequipement')) return 'equipment_csv';
  if (names.has('categetab') || has('nofinesset', 'rs') || names.has('numerofinessetablissement')) {
    return 'sites_csv';
  }
  return 'other';
}
