import { describe, expect, it } from 'vitest';
import { editionState, OFFICIAL_SOURCES } from '#domain/official-source.ts';

describe('the state of an imported edition', () => {
  const monthly = { oldAfterDays: 30 };
  const state = (checkedOn: string, validTo: string | null, source = monthly) =>
    editionState(source, { checkedOn, validTo }, '2026-11-27');

  it('is old the day after its delay, counted from the last comparison', () => {
    expect(state('2026-10-28', null)).toBe('fresh');
    expect(state('2026-10-27', null)).toBe('old');
  });

  it('is expired the day after its last day, however fresh', () => {
    expect(state('2026-11-27', '2026-11-27')).toBe('fresh');
    expect(state('2026-11-27', '2026-11-26')).toBe('expired');
  });
});

describe('official sources', () => {
  it('each have a word of their own, made for a command', () => {
    const names = OFFICIAL_SOURCES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
