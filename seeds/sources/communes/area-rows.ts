// Areas larger than a commune as files give them: départements and EPCI, with their shape.

import { AppError } from '#domain/error.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { firstPoint, geometryFault, placeFault } from '#seeds/sources/communes/geometry.ts';
import { isObject, type Json, readJson, shown } from '#seeds/sources/communes/read-json.ts';
import { elementsOf } from '#seeds/sources/communes/row.ts';

export type AreaRow = { code: string; name: string; geometry: string; fault: string | null };

export type AreaWords = {
  /** For messages, what the file should be. */
  expects: string;
  code: readonly string[];
  name: readonly string[];
  codePattern: RegExp;
  codeExpected: string;
};

/** Refuses elements that cannot be used. `properties` are those of the first element. */
export async function readAreas(
  { file, reject }: ImportContext,
  words: AreaWords,
): Promise<{ areas: AreaRow[]; readCount: number; properties: Json }> {
  const content = await readJson(file);
  const isFeature = isObject(content) && content['type'] === 'Feature';
  const elements = elementsOf(
    isFeature ? { type: 'FeatureCollection', features: [content] } : content,
  );
  if (elements === null) {
    throw new AppError(
      'bad_import',
      `« ${file.name} », ligne 1, colonne 1 : reçu un objet JSON sans liste « features » ; attendu ${words.expects}.`,
    );
  }
  const areas: AreaRow[] = [];
  const seen = new Set<string>();
  for (const [index, { properties, geometry }] of elements.entries()) {
    const known = isObject(properties) ? properties : {};
    const [code, name] = [firstText(known, words.code), firstText(known, words.name)];
    const fault = geometryFault(geometry);
    const refuse = (column: string, value: unknown, reason: string) =>
      reject({ line: index + 1, column, value: shown(value), reason });
    if (code === null || !words.codePattern.test(code)) {
      refuse(words.code[0] ?? 'code', code, words.codeExpected);
    } else if (seen.has(code)) {
      refuse(words.code[0] ?? 'code', code, 'Code déjà lu plus haut dans le fichier.');
    } else if (name === null) {
      refuse(words.name[0] ?? 'nom', name, 'Nom attendu.');
    } else if (fault !== null) {
      refuse('geometry', code, fault);
    } else {
      seen.add(code);
      areas.push({
        code,
        name,
        geometry: JSON.stringify(geometry),
        fault: placeFault(firstPoint(geometry)),
      });
    }
  }
  const first = elements[0]?.properties;
  return { areas, readCount: elements.length, properties: isObject(first) ? first : {} };
}

/** A text, or the first of a list of texts: some producers write `["200069631"]`. */
function firstText(known: Json, names: readonly string[]): string | null {
  for (const name of names) {
    const given = known[name];
    const value: unknown = Array.isArray(given) ? given[0] : given;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}
