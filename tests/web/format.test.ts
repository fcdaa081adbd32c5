// Are dates, hours, prices and distances said as one says them?

import { describe, expect, it } from 'vitest';
import { enConventions } from '#web/i18n/en-format.ts';
import { frConventions } from '#web/i18n/fr-format.ts';
import { createFormat, isDate, localMoment, parseMinute, timeValue } from '#web/lib/format.ts';

const fr = createFormat(frConventions);
const en = createFormat(enConventions);
/** Spaces that never break are spaces to a reader. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('in French', () => {
  it('says a date in words, and its year only when it is another one', () => {
    expect(fr.date('2026-11-24', 2026)).toBe('mardi 24 novembre');
    expect(fr.date('2027-01-05', 2026)).toBe('mardi 5 janvier 2027');
    expect(fr.date('2026-12-01', 2026)).toBe('mardi 1er décembre');
  });

  it('says a fact as exactly as it is dated', () => {
    expect(fr.factDate('2019')).toBe('2019');
    expect(fr.factDate('2025-03')).toBe('mars 2025');
    expect(fr.factDate('2026-11-03', 2026)).toBe('3 novembre');
    expect(fr.factDate('2024-11-01', 2026)).toBe('1er novembre 2024');
  });

  it.each([
    [630, '10 h 30'],
    [1080, '18 h'],
    [0, '0 h'],
    [545, '9 h 05'],
  ])('says minute %i as %s', (minute, said) => {
    expect(plain(fr.hour(minute))).toBe(said);
  });

  it('says the day before and the day after: a trip may begin the evening before', () => {
    expect(plain(fr.hour(-10))).toBe('23 h 50 la veille');
    expect(plain(fr.hour(-1440))).toBe('0 h la veille');
    expect(plain(fr.hour(0))).toBe('0 h');
    expect(plain(fr.hour(1439))).toBe('23 h 59');
    expect(plain(fr.hour(1445))).toBe('0 h 05 le lendemain');
    expect(en.hour(-10)).toBe('23:50 the day before');
    expect(en.hour(1440)).toBe('0:00 the next day');
  });

  it('says prices with cents, and a range only when there is one', () => {
    expect(plain(fr.euros(280))).toBe('2,80 €');
    expect(plain(fr.euros(0))).toBe('0,00 €');
    expect(plain(fr.euroRange(280, 280))).toBe('2,80 €');
    expect(plain(fr.euroRange(240, 300))).toBe('de 2,40 € à 3,00 €');
  });

  it.each([
    [20, '50 m'],
    [340, '350 m'],
    [940, '950 m'],
    [960, '1,0 km'],
    [2430, '2,4 km'],
    [9960, '10 km'],
    [38_400, '38 km'],
  ])('says %i metres as %s', (meters, said) => {
    expect(plain(fr.distance(meters))).toBe(said);
  });

  it.each([
    [0, '1 min'],
    [25, '25 min'],
    [60, '1 h'],
    [65, '1 h 05'],
    [59.6, '1 h'],
  ])('says %d minutes as %s', (minutes, said) => {
    expect(plain(fr.duration(minutes))).toBe(said);
  });

  it('names weekdays from Monday and joins with « et »', () => {
    expect(fr.weekday(1)).toBe('lundi');
    expect(fr.weekday(7)).toBe('dimanche');
    expect(fr.list(['lundi', 'mardi', 'jeudi'])).toBe('lundi, mardi et jeudi');
  });

  it('never breaks a line inside an hour, a price or a distance', () => {
    for (const said of [fr.hour(630), fr.euros(280), fr.distance(2430), fr.duration(65)]) {
      expect(said).not.toContain(' ');
    }
  });
});

describe('in English', () => {
  it('keeps the same facts in its own words', () => {
    expect(en.date('2026-11-24', 2026)).toBe('Tuesday 24 November');
    expect(en.hour(630)).toBe('10:30');
    expect(en.euros(280)).toBe('€2.80');
    expect(plain(en.duration(65))).toBe('1 h 5 min');
    expect(en.factDate('2026-11-01', 2026)).toBe('1 November');
  });
});

describe('what is typed', () => {
  it('reads an hour of the day and refuses the rest', () => {
    expect(parseMinute('10:30')).toBe(630);
    expect(parseMinute('0:00')).toBe(0);
    expect(parseMinute('24:00')).toBeNull();
    expect(parseMinute('10h30')).toBeNull();
    expect(parseMinute('')).toBeNull();
  });

  it('writes a minute as a time field wants it', () => {
    expect(timeValue(630)).toBe('10:30');
    expect(timeValue(5)).toBe('00:05');
  });

  it('knows which days exist', () => {
    expect(isDate('2026-11-24')).toBe(true);
    expect(isDate('2028-02-29')).toBe(true);
    expect(isDate('2026-02-29')).toBe(false);
    expect(isDate('24/11/2026')).toBe(false);
  });

  it('tells the day and minute in Paris, summer and winter', () => {
    expect(localMoment(Date.UTC(2026, 10, 22, 23, 30))).toEqual({ date: '2026-11-23', minute: 30 });
    expect(localMoment(Date.UTC(2026, 6, 1, 8, 15))).toEqual({ date: '2026-07-01', minute: 615 });
  });
});
