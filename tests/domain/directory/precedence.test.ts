import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLAIM_FIELDS,
  compareClaims,
  type RankedClaim,
  standingClaim,
  TRUSTED_SOURCES,
} from '#domain/directory/precedence.ts';

const TODAY = '2026-11-22';
const claim = (
  sourceId: string,
  asOf: string | null = null,
  confirmedOn: string | null = null,
): RankedClaim => ({ sourceId, asOf, confirmedOn });

const date = fc.oneof(
  fc.constantFrom('2024', '2025', '2026', '2025-11', '2026-10', '2025-11-22', '2025-11-23'),
  fc
    .date({
      min: new Date('2024-01-01T12:00:00Z'),
      max: new Date('2027-06-01T12:00:00Z'),
      noInvalidDate: true,
    })
    .map((each) => each.toISOString().slice(0, 10)),
);
const anyClaim = fc.record({
  sourceId: fc.constantFrom('rpps', 'finess', 'ameli', 'acceslibre', 'mairie', 'clic-2025'),
  asOf: fc.option(date, { nil: null }),
  confirmedOn: fc.option(date, { nil: null }),
});
const anyField = fc.constantFrom(...CLAIM_FIELDS);

describe('whose word stands', () => {
  it('a person’s check of less than twelve months stands against the trusted source', () => {
    const checked = claim('association', '2020', '2025-11-23');
    expect(standingClaim('phone', TODAY, [claim('ameli', '2026-11'), checked])).toBe(checked);
  });

  it('a check of twelve months ago counts no more', () => {
    const ameli = claim('ameli', '2020');
    expect(standingClaim('phone', TODAY, [claim('association', '2026', '2025-11-22'), ameli])).toBe(
      ameli,
    );
  });

  it('a check dated in the future is no check', () => {
    const ameli = claim('ameli', '2020');
    expect(standingClaim('phone', TODAY, [claim('association', '2026', '2027-01-01'), ameli])).toBe(
      ameli,
    );
  });

  it('among two checks the newest stands', () => {
    const newest = claim('association', null, '2026-11');
    expect(standingClaim('phone', TODAY, [claim('ameli', null, '2026-09-30'), newest])).toBe(
      newest,
    );
  });

  it('each field has its own trusted source, whatever its age', () => {
    const old = (sourceId: string) => claim(sourceId, '2019');
    const recent = claim('mairie', '2026-11');
    const all = [recent, old('finess'), old('ameli'), old('rpps'), old('acceslibre')];
    expect(
      CLAIM_FIELDS.map((field) => [field, standingClaim(field, TODAY, all)?.sourceId]),
    ).toEqual([
      ['name', 'rpps'],
      ['title', 'rpps'],
      ['category', 'rpps'],
      ['address', 'finess'],
      ['phone', 'ameli'],
      ['website', 'mairie'],
      ['fees', 'ameli'],
      ['accessibility', 'acceslibre'],
      ['new_patients', 'mairie'],
    ]);
  });

  it('among the others the newest document stands, an undated one last', () => {
    const newest = claim('mairie', '2026-02');
    expect(standingClaim('website', TODAY, [claim('a', '2026'), newest, claim('b', null)])).toBe(
      newest,
    );
    expect(standingClaim('website', TODAY, [])).toBeUndefined();
  });

  it('no trusted source is named twice for a field', () => {
    for (const sources of Object.values(TRUSTED_SOURCES)) {
      expect(new Set(sources).size).toBe(sources.length);
    }
  });

  it('is a total order among different sources: one winner, whatever the order of arrival', () => {
    fc.assert(
      fc.property(
        anyField,
        fc.uniqueArray(anyClaim, { selector: ({ sourceId }) => sourceId, minLength: 1 }),
        fc.infiniteStream(fc.nat()),
        (field, claims, numbers) => {
          const winner = standingClaim(field, TODAY, claims);
          const shuffled = claims
            .map((each) => ({ each, key: numbers.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
          expect(standingClaim(field, TODAY, shuffled)).toBe(winner);
          for (const other of claims) {
            if (other === winner || winner === undefined) continue;
            expect(compareClaims(field, TODAY, winner, other)).toBeLessThan(0);
            expect(compareClaims(field, TODAY, other, winner)).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
