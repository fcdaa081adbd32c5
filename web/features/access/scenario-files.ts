// What is tried, as files: a table, a map, an image.

import { daysIn } from '#domain/access/half-days.ts';
import { writeCsv } from '#domain/csv-text.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { ShapesAnswer } from './report-shapes.ts';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { isShared } from './scenario-professions.ts';

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
    words.daysBefore,
    words.daysAfter,
    words.daysChange,
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
      row.daysBefore,
      row.daysAfter,
      row.daysChange,
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
    fingerprint: model.fingerprint,
    vintages: model.vintages,
    features: shapes.features.flatMap(({ geometry, properties }) => {
      const row = rows.get(properties.insee);
      return row === undefined ? [] : [{ type: 'Feature', geometry, properties: row }];
    }),
  });
}

function rowsOf(crossing: Crossing, model: DeskModel, result: TriedResult) {
  const dropped = new Set(result.dropped.places);
  const lifted = new Set(result.lifted.places);
  const days = daysByCommune(model, result);
  return model.places.flatMap(({ id, name, population, isInside }, place) => {
    if (!isInside) return [];
    const [before, after] = [result.before[place] ?? 0, result.after[place] ?? 0];
    const isTold = isShared(model.profession);
    return [
      {
        insee: id,
        commune: name,
        population,
        before: isTold ? rounded(before) : null,
        after: isTold ? rounded(after) : null,
        change: isTold ? rounded(after - before) : null,
        crossing: !isTold
          ? ''
          : dropped.has(place)
            ? crossing.down
            : lifted.has(place)
              ? crossing.up
              : '',
        ...(days.get(id) ?? { daysBefore: null, daysAfter: null, daysChange: null }),
      },
    ];
  });
}

/** Useful days a week without a car, by code; empty when they are not known. */
function daysByCommune({ days }: DeskModel, { noCar }: TriedResult) {
  if (days.state !== 'done' || noCar === null) return new Map<string, never>();
  return new Map(
    days.homes.map(({ insee }, home) => {
      const daysBefore = daysIn(noCar.before[home] ?? 0);
      const daysAfter = daysIn(noCar.after[home] ?? 0);
      return [insee, { daysBefore, daysAfter, daysChange: daysAfter - daysBefore }];
    }),
  );
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
