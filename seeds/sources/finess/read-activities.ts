// What are sites authorised to do, or equipped for? Three files, one kind of row.

import {
  equipmentNeed,
  type ShownActivity,
  shownActivity,
} from '#domain/directory/finess-activity.ts';
import { readableText } from '#domain/directory/finess-words.ts';
import type { PartialDate } from '#domain/provenance.ts';
import { openContent } from '#seeds/pipeline/open-content.ts';
import { readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import {
  codeOf,
  isObject,
  type Json,
  objectOf,
  objectsOf,
  textOf,
} from '#seeds/sources/finess/read-json.ts';
import { splitElements } from '#seeds/sources/finess/split-elements.ts';
import { dayOrNull, FINESS_NUMBER } from '#seeds/sources/finess/staged-rows.ts';

export type ActivityRow = {
  line: number;
  finess: string;
  nature: string;
  /** « activity/modality/form », or the label of equipment. */
  code: string;
  label: string | null;
  shown: ShownActivity | null;
  detail: string | null;
  capacity: number | null;
  startsOn: PartialDate | null;
  endsOn: PartialDate | null;
};

export type ActivitiesRead = {
  readCount: number;
  inactive: number;
  generatedOn: PartialDate | null;
};

/** Authorised care activities, with the labels of the file. */
export async function* readCareTable(
  context: ImportContext,
  read: ActivitiesRead,
): AsyncGenerator<ActivityRow> {
  const columns = columnsOf(
    'nofinesset activite modalite forme libactivite libmodalite libforme datemeo datefin',
  );
  for await (const { line, get } of tableRows(context, columns, [], read)) {
    const code = [get('activite'), get('modalite'), get('forme')].join('/');
    yield {
      line,
      finess: get('nofinesset').toUpperCase(),
      nature: 'AMF',
      code,
      label: [get('libactivite'), get('libmodalite'), get('libforme')].join(' · '),
      shown: shownActivity('AMF', code),
      detail: null,
      capacity: null,
      startsOn: dayOrNull(get('datemeo')),
      endsOn: dayOrNull(get('datefin')),
    };
  }
}

/** Social and medico-social equipment: labels and places, no code. */
export async function* readEquipmentTable(
  context: ImportContext,
  read: ActivitiesRead,
): AsyncGenerator<ActivityRow> {
  const columns = columnsOf('nofinesset libde_equipement libta_equipement client capinstot');
  const optional = ['libta_equipement', 'client', 'capinstot'];
  for await (const { line, get } of tableRows(context, columns, optional, read)) {
    const label = get('libde_equipement');
    const needId = equipmentNeed(label);
    const said = get('capinstot');
    const capacity = /^\d{1,6}$/.test(said) ? Number(said) : null;
    const places =
      capacity === null || capacity === 0
        ? ''
        : `${capacity} ${capacity === 1 ? 'place' : 'places'}`;
    yield {
      line,
      finess: get('nofinesset').toUpperCase(),
      nature: 'EQUIPEMENT',
      code: label,
      label: [label, get('libta_equipement'), get('client')]
        .filter((part) => part !== '')
        .join(' · '),
      shown: needId === undefined ? null : { needId, name: readableText(label) },
      detail: [get('client'), places].filter((part) => part !== '').join(', ') || null,
      capacity,
      startsOn: null,
      endsOn: null,
    };
  }
}

/** FINESS+: what each site does, inactive activities left out. */
export async function* readPlusActivities(
  context: ImportContext,
  read: ActivitiesRead,
): AsyncGenerator<ActivityRow> {
  const { file } = context;
  const content = openContent(file, {
    onBytes: (done) => context.onProgress({ step: 'lecture', done, total: file.byteCount }),
  });
  const onHeader = (key: string, value: unknown) => {
    const said = isObject(value)
      ? textOf(value, 'generatedAt')
      : key === 'generatedAt'
        ? String(value)
        : '';
    read.generatedOn ??= dayOrNull(said);
  };
  const options = { fileName: file.name, lists: ['pmej'], onHeader };
  for await (const { value, position } of splitElements(content, options)) {
    if (!isObject(value)) continue;
    for (const site of objectsOf(value['ege'])) {
      const finess = textOf(site, 'numFinessEge').toUpperCase();
      for (const activity of objectsOf(site['activitesExercees'])) {
        read.readCount += 1;
        const row = plusActivity(activity, finess, position);
        if (row === null) read.inactive += 1;
        else yield row;
      }
    }
  }
}

function plusActivity(activity: Json, finess: string, line: number): ActivityRow | null {
  const { nature, block } = natureOf(activity);
  const general = objectOf({ a: activity, b: block }, objectKey(activity, block));
  const generic = objectOf(general, 'caracteristiquesGeneriques');
  const endsOn = dayOrNull(textOf(generic, 'dateFinEffectiveActivite', 'dateFinActiviteAutorisee'));
  if (codeOf(generic, 'etatObjet') !== 'A' || textOf(generic, 'dateFinEffectiveActivite') !== '')
    return null;
  const specific = Object.entries(block).find(([key]) =>
    key.startsWith('caracteristiquesSpecifiques'),
  )?.[1];
  const type = isObject(specific)
    ? Object.entries(specific).find(
        ([key, said]) => /^typeActivite/.test(key) && isObject(said),
      )?.[1]
    : undefined;
  const codes = isObject(type) ? Object.keys(type).map((key) => codeOf(type, key)) : [];
  const code = codes.filter((part) => part !== '').join('/');
  return {
    line,
    finess,
    nature,
    code,
    label: null,
    shown: shownActivity(nature, code),
    detail: null,
    capacity: capacityOf(activity['capacite'] ?? block['capacite']),
    startsOn: dayOrNull(textOf(generic, 'dateDebutActiviteAutorisee')),
    endsOn,
  };
}

/** `nature: { codeNature, … }` as published since 2026, or one key a nature as in the first schema. */
function natureOf(activity: Json): { nature: string; block: Json } {
  const block = objectOf(activity, 'nature');
  const code = codeOf(block, 'codeNature');
  if (code !== '') return { nature: code, block };
  const key = Object.keys(activity).find(
    (name) => /^nature[A-Z]/.test(name) && isObject(activity[name]),
  );
  return key === undefined
    ? { nature: '', block: {} }
    : { nature: key.slice('nature'.length), block: objectOf(activity, key) };
}

const objectKey = (activity: Json, block: Json): 'a' | 'b' =>
  isObject(activity['caracteristiquesGeneriques']) || !isObject(block['caracteristiquesGeneriques'])
    ? 'a'
    : 'b';

const INSTALLED = '09';

/** Places installed, those given without any breakdown. */
function capacityOf(value: unknown): number | null {
  const totals = objectsOf(value).filter(
    (each) =>
      codeOf(each, 'statutCapacite') === INSTALLED &&
      codeOf(each, 'modeFinancement', 'habilitation', 'typeLogement', 'genre') === '',
  );
  const sum = totals.reduce((total, each) => total + (Number(textOf(each, 'nombre')) || 0), 0);
  return sum > 0 && sum < 1_000_000 ? Math.round(sum) : null;
}

const columnsOf = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, [name]]));

async function* tableRows(
  { file, reject, onProgress }: ImportContext,
  columns: Readonly<Record<string, readonly string[]>>,
  optional: readonly string[],
  read: ActivitiesRead,
): AsyncGenerator<{ line: number; get: (name: string) => string }> {
  const rows = readDelimited(
    file,
    { delimiter: ';', quoted: true, columns, optional },
    (fault) => {
      read.readCount += 1;
      reject(fault);
    },
    (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  for await (const row of rows) {
    read.readCount += 1;
    const finess = row.get('nofinesset').toUpperCase();
    if (FINESS_NUMBER.test(finess)) yield { line: row.line, get: (name) => row.get(name) };
    else {
      reject({
        line: row.line,
        column: 'nofinesset',
        value: finess,
        reason: 'Numéro FINESS attendu : neuf chiffres ou lettres.',
      });
    }
  }
}
