// Does the method say the bounds that are applied, in each language?

import { describe, expect, it } from 'vitest';
import { HALO_METERS } from '#db/queries/access/load-ground.ts';
import { DEFICIT_SHARE_OF_MEAN } from '#domain/access/measure-places.ts';
import { methodFigures } from '#web/features/access/method-page.tsx';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';

const FIGURES = methodFigures();

describe.each([
  ['fr', fr, ['la marche', 'à confirmer', 'ne comptent dans aucun chiffre de la carte']],
  ['en', en, ['walking', 'to confirm', 'counts in no figure of the map']],
] as const)('the method in %s', (_locale, { access }, said) => {
  const sections = access.method.sections(FIGURES);
  const told = sections.map(({ paragraphs, items = [] }) =>
    [...paragraphs, ...items].join(' ').replace(/\s/g, ' '),
  );
  const of = (pattern: RegExp): string => told.filter((each) => pattern.test(each)).join(' ');

  it('says how long a trip without a car may be, on foot too, and to how many places', () => {
    const days = of(/90 minutes/);
    for (const bound of [FIGURES.walkMinutes, FIGURES.visitMinutes]) {
      expect(days).toContain(`${bound} minutes`);
    }
    expect(days).toMatch(new RegExp(`${FIGURES.nearest} .* ${FIGURES.nearestByLine} `));
    for (const each of said) expect(told.join(' ')).toContain(each);
  });

  it('says how many minutes everyday care is away, and how far each trial changes what is known', () => {
    expect(of(new RegExp(`${FIGURES.basketMinutes} minutes .*(voiture|car)`))).not.toBe('');
    const trials = of(/200 /);
    expect([FIGURES.timeShare, FIGURES.supplyShare]).toEqual([0.15, 0.1]);
    expect(trials).toMatch(/15 ?%.*10 ?%/);
  });

  it('says the same bounds beside each question', () => {
    const { basket_missing: basket, useful_days_gp: days, deficits } = access.indicators;
    expect(basket.how.join(' ')).toContain(`${FIGURES.basketMinutes} minutes`);
    expect(days.how.join(' ')).toContain(`${FIGURES.oneWayMinutes} minutes`);
    expect(days.how.join(' ')).toContain(`${FIGURES.walkMinutes} minutes`);
    expect(DEFICIT_SHARE_OF_MEAN).toBe(0.5);
    expect(deficits.how.join(' ')).toMatch(/moitié de la moyenne du territoire|half the mean/);
  });
});

describe.each([
  ['fr', fr],
  ['en', en],
] as const)('what surrounds a territory, in %s', (_locale, { access }) => {
  it('is told by the distance that is applied, not by minutes that depend on the road', () => {
    const { haloFull, haloWhy } = access.sources;
    const [counted = ''] = access.method.sections(FIGURES).map(({ items }) => items?.join(' '));
    for (const each of [haloFull(120), haloWhy(2, 120), counted]) {
      expect(each).toContain(`${HALO_METERS / 1_000} km`);
    }
    expect(haloFull(120) + haloWhy(2, 120)).not.toContain('40 minutes');
  });

  it('is not where all that was not counted is: the territory may lack figures too', () => {
    const told = access.sources.haloSupply(['gp'], 'Chalais', 1);
    expect(told).toMatch(/commune du territoire ou d’autour|commune of the territory or around/);
  });
});
