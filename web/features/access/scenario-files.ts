// What is tried, as files: a table, a map, an image.

import { writeCsv } from '#domain/csv-text.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { ShapesAnswer } from './report-shapes.ts';
import type { DeskModel, TriedResult } from './scenario-messages.ts';

type Words = Dictionary['scenario']['kept']['header'];

export function scenarioCsv(
  words: Words,
  crossing: Crossing,
  model: DeskModel,
  result: TriedResult,
): string {
  const header = [
    words.insee,
    words.commune,
    words.population,
    words.before,
    words.after,
    words.change,
    words.crossing,
  ];
  return writeCsv(
    header,
    rowsOf(crossing, model, result).map((row) => [
      row.insee,
      row.commune,
      row.population,
      row.before,
      row.after,
      row.change,
      row.crossing,
    ]),
  );
}

export type Crossing = { down: string; up: string };

export function scenarioGeoJson(
  shapes: ShapesAnswer,
  crossing: Crossing,
  model: DeskModel,
  result: TriedResult,
): string {
  const rows = new Map(rowsOf(crossing, model, result).map((row) => [row.insee, row]));
  return JSON.stringify({
    type: 'FeatureCollection',
    features: shapes.features.flatMap(({ geometry, properties }) => {
      const row = rows.get(properties.insee);
      return row === undefined ? [] : [{ type: 'Feature', geometry, properties: row }];
    }),
  });
}

function rowsOf(crossing: Crossing, model: DeskModel, result: TriedResult) {
  const dropped = new Set(result.dropped.places);
  const lifted = new Set(result.lifted.places);
  return model.places.flatMap(({ id, name, population, isInside }, place) => {
    if (!isInside) return [];
    const [before, after] = [result.before[place] ?? 0, result.after[place] ?? 0];
    return [
      {
        insee: id,
        commune: name,
        population,
        before: rounded(before),
        after: rounded(after),
        change: rounded(after - before),
        crossing: dropped.has(place) ? crossing.down : lifted.has(place) ? crossing.up : '',
      },
    ];
  });
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** In the browser: gives a file to save. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
