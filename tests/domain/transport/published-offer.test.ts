// What do residents read of an offer, whatever its document says of itself?

import { describe, expect, test } from 'vitest';
import type { LocalDate } from '#domain/time.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { type Keeping, standingOf } from '#domain/transport/offer-standing.ts';
import { publishedOffer } from '#domain/transport/published-offer.ts';
import { statedBy } from '#domain/transport/stated-document.ts';
import { bookingRule, provenance, serviceCalendar, travelPattern } from './drawn.ts';

const KEEPING: Keeping = { suspension: null, verifiedOn: '2026-11-01', reviewEveryDays: 30 };
const DOCUMENT = (() => {
  const blank = blankDocument({
    id: 'elsewhere',
    kind: 'volunteer',
    territoryCodes: [],
    provider: null,
    sourceId: 'drawn',
  });
  const exceptions = [{ date: '2026-12-02', runs: true, label: 'Foire' }];
  return {
    ...blank,
    offer: {
      ...blank.offer,
      status: 'historic' as const,
      statusNote: 'Arrêtée en 2019',
      patterns: [travelPattern({ id: 'p1', calendar: serviceCalendar({ exceptions }) })],
      booking: bookingRule(),
      fares: [{ kind: 'free' as const, note: null, provenance }],
      sourceIds: ['drawn', 'other'],
    },
  };
})();
const publish = (keeping: Keeping, today: LocalDate) =>
  publishedOffer(statedBy(DOCUMENT, 'workspace:w', '2026-11-01'), {
    offerId: 'o',
    provider: null,
    keeping,
    isVerified: true,
    today,
  });

describe('a published offer', () => {
  test('carries the origin of its publication in each of its parts', () => {
    const offer = publish(KEEPING, '2026-11-15');
    const ours = {
      sourceId: 'workspace:w',
      asOf: '2026-11-01',
      confirmedOn: '2026-11-01',
      confidence: 'high',
    };
    expect(offer).toMatchObject({ id: 'o', status: 'active', statusNote: null, provenance: ours });
    expect([offer.booking?.provenance, offer.fares[0]?.provenance]).toEqual([ours, ours]);
    expect(offer.sourceIds).toEqual(['workspace:w']);
    expect(offer.patterns[0]?.id).toBe('o:p1');
  });

  test('that nobody of the organization verified says where it was read, and asks to confirm', () => {
    const unverified = { ...KEEPING, verifiedOn: '2019-01-01' };
    const read = publishedOffer(DOCUMENT, {
      offerId: 'o',
      provider: null,
      keeping: unverified,
      isVerified: false,
      today: '2026-11-15',
    });
    expect(read).toMatchObject({ status: 'to_confirm', statusNote: 'Arrêtée en 2019' });
    expect(read.fares[0]?.provenance).toEqual(provenance);
    expect(read.sourceIds).toEqual(['drawn', 'other']);
  });

  test('keeps the days of an interruption out, an exception of that day too, and no day past', () => {
    const suspension = { from: '2026-12-01', until: '2026-12-03', note: null };
    const daysOn = (today: LocalDate) =>
      publish({ ...KEEPING, suspension }, today).patterns[0]?.calendar.exceptions.map(
        ({ date, runs }) => `${date} ${runs}`,
      );
    expect(daysOn('2026-11-20')).toEqual([
      '2026-12-01 false',
      '2026-12-02 false',
      '2026-12-03 false',
    ]);
    expect(daysOn('2026-12-03')).toEqual(['2026-12-02 true', '2026-12-03 false']);
    expect(daysOn('2026-12-04')).toEqual(['2026-12-02 true']);
  });
});

describe('how an offer stands', () => {
  const suspended = (until: LocalDate | null, note: string | null = null): Keeping => ({
    ...KEEPING,
    suspension: { from: '2026-11-10', until, note },
  });

  test.each<[Keeping, LocalDate, string, string | null]>([
    [KEEPING, '2026-12-01', 'active', null],
    [
      KEEPING,
      '2026-12-02',
      'to_confirm',
      'Vérifié pour la dernière fois le 1er novembre 2026 : à confirmer par téléphone.',
    ],
    [
      { ...KEEPING, verifiedOn: null },
      '2026-11-02',
      'to_confirm',
      'Jamais vérifié par l’organisme : à confirmer par téléphone.',
    ],
    [suspended('2026-11-12'), '2026-11-09', 'active', null],
    [
      suspended('2026-11-12'),
      '2026-11-10',
      'suspended',
      'Service interrompu jusqu’au 12 novembre 2026.',
    ],
    [
      suspended('2026-11-12', 'Panne.'),
      '2026-11-12',
      'suspended',
      'Service interrompu jusqu’au 12 novembre 2026. Panne.',
    ],
    [suspended('2026-11-12'), '2026-11-13', 'active', null],
    [suspended(null), '2027-11-13', 'suspended', 'Service interrompu jusqu’à nouvel ordre.'],
  ])('%o on %s is %s', (keeping, today, status, note) => {
    expect(standingOf(keeping, today)).toEqual({ status, note });
  });
});
