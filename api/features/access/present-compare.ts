// How are territories told side by side?

import type { TerritoryPortrait } from '#db/queries/access/list-portraits.ts';
import { compareIndicator } from '#domain/access/compare-indicator.ts';
import { areComparable, compareWarnings, isEstimated } from '#domain/access/compare-warnings.ts';
import type { Vintage } from '#domain/access/figures.ts';
import { INDICATORS } from '#domain/access/indicators.ts';
import { densityOf, likeness, olderShareOf, sortAlike } from '#domain/access/twin-likeness.ts';
import type { AccessComparison, AccessTwins, TerritoryPortraitView } from './compare-views.ts';
import { knownIndicators } from './present-figures.ts';
import type { ReadFigures } from './read-figures.ts';

export type ComparedTerritory = { portrait: TerritoryPortrait; read: ReadFigures | null };

export function presentTwins(
  own: TerritoryPortrait,
  all: readonly TerritoryPortrait[],
  computedAt: ReadonlyMap<string, Date>,
): AccessTwins {
  const twins = all
    .filter(({ code }) => code !== own.code)
    .map((each) => ({
      ...presentPortrait(each, computedAt.get(each.code)),
      likeness: likeness(own, each),
    }));
  return {
    territory: presentPortrait(own, computedAt.get(own.code)),
    twins: sortAlike(
      twins,
      (each) => each.likeness.gap,
      ({ code }) => code,
    ),
  };
}

export function presentComparison(compared: readonly ComparedTerritory[]): AccessComparison {
  const computed = compared.flatMap(({ portrait: { code, populationYear }, read }) =>
    read === null ? [] : [{ code, populationYear, ...read }],
  );
  const warnings = compareWarnings(computed);
  const known = new Set(computed.flatMap((read) => knownIndicators(read).map(({ id }) => id)));
  const [first] = compared;
  return {
    territories: compared.map(({ portrait, read }, index) => ({
      ...presentPortrait(portrait, read?.computedAt),
      likeness: index === 0 || first === undefined ? null : likeness(first.portrait, portrait),
      fingerprint: read?.fingerprint ?? null,
      vintages: read?.vintages ?? [],
      isEstimated: read !== null && isEstimated(read),
    })),
    warnings,
    indicators: INDICATORS.filter(({ id }) => known.has(id)).map((indicator) => ({
      ...indicator,
      areComparable: areComparable(indicator, warnings),
      values: compared.map(({ portrait, read }) =>
        read === null
          ? null
          : compareIndicator(indicator, read.figures, ownVintages(portrait, read)),
      ),
    })),
  };
}

/** Its people are of one census, whatever that of the communes around. */
function ownVintages({ populationYear }: TerritoryPortrait, { vintages }: ReadFigures): Vintage[] {
  return vintages.map((vintage) =>
    vintage.id === 'population' && populationYear !== null
      ? { ...vintage, date: String(populationYear) }
      : vintage,
  );
}

function presentPortrait(
  portrait: TerritoryPortrait,
  computedAt: Date | undefined,
): TerritoryPortraitView {
  return {
    ...portrait,
    density: densityOf(portrait),
    olderShare: olderShareOf(portrait),
    computedAt: computedAt?.toISOString() ?? null,
  };
}
