// What is tried, as files: a table, a map, an image.

import { daysIn } from '#domain/access/half-days.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { scenarioOn } from '#domain/access/scenario-link.ts';
import { scenarioHash } from '#domain/access/scenario-text.ts';
import { writeCsv } from '#domain/csv-text.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { ShapesAnswer } from './report-shapes.ts';
import { sayEditions } from './scenario-editions.ts';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { isShared } from './scenario-professions.ts';
import { createValueWords } from './scenario-values.ts';

export type ScenarioFile = {
  text: Dictionary;
  model: DeskModel;
  result: TriedResult;
  changes: readonly ScenarioChange[];
};

/** Each line says of what it is: lines of several files may be put together. */
export function scenarioCsv(file: ScenarioFile): string {
  const { header } = file.text.scenario.kept;
  const about = aboutOf(file);
  return writeCsv(
    [...ROW_COLUMNS, ...ABOUT_COLUMNS].map((name) => header[name]),
    rowsOf(file).map((row) => [
      ...ROW_COLUMNS.map((name) => row[name]),
      ...ABOUT_COLUMNS.map((name) => about[name]),
    ]),
  );
}

export function scenarioGeoJson(shapes: ShapesAnswer, file: ScenarioFile): string {
  const rows = new Map(rowsOf(file).map((row) => [row.insee, row]));
  const { profession, unit, fingerprint, scenario } = aboutOf(file);
  return JSON.stringify({
    type: 'FeatureCollection',
    ...{ profession, unit, fingerprint, scenario, vintages: file.model.vintages },
    features: shapes.features.flatMap(({ geometry, properties }) => {
      const row = rows.get(properties.insee);
      return row === undefined ? [] : [{ type: 'Feature', geometry, properties: row }];
    }),
  });
}

const ROW_COLUMNS = [
  ...(['insee', 'commune', 'population'] as const),
  ...(['before', 'stateBefore', 'after', 'stateAfter', 'change', 'crossing'] as const),
  ...(['daysBefore', 'daysAfter', 'daysChange'] as const),
] as const;
const ABOUT_COLUMNS = ['profession', 'unit', 'vintages', 'fingerprint', 'scenario'] as const;

/** Whose figures, in which unit, of which data, of which changes. */
function aboutOf({ text, model, changes }: ScenarioFile) {
  const words = text.scenario;
  return {
    profession: words.professions[model.profession],
    unit: isShared(model.profession) ? createValueWords(text, model).unit : '',
    vintages: sayEditions(words.kept, model.vintages),
    fingerprint: model.fingerprint,
    scenario: scenarioHash(scenarioOn(model, changes)),
  };
}

function rowsOf({ text, model, result }: ScenarioFile) {
  const dropped = new Set(result.dropped.places);
  const lifted = new Set(result.lifted.places);
  const days = daysByCommune(model, result);
  const { down, up } = text.scenario.losers;
  const { inReach, nothing } = text.scenario.kept.states;
  return model.places.flatMap(({ id, name, population, isInside }, place) => {
    if (!isInside) return [];
    const [before, after] = [result.before[place] ?? 0, result.after[place] ?? 0];
    const isTold = isShared(model.profession);
    const passes = dropped.has(place) ? down : lifted.has(place) ? up : '';
    return [
      {
        insee: id,
        commune: name,
        population,
        before: isTold ? rounded(before) : null,
        // Care in reach has a share, however small.
        stateBefore: !isTold ? '' : before > 0 ? inReach : nothing,
        after: isTold ? rounded(after) : null,
        stateAfter: !isTold ? '' : result.reached[place] === 1 ? inReach : nothing,
        change: isTold ? rounded(after - before) : null,
        crossing: isTold ? passes : '',
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
