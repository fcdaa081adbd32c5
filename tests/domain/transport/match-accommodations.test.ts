import { describe, expect, it } from 'vitest';
import { matchAccommodations } from '#domain/transport/match-accommodations.ts';

const offer = {
  accommodations: [
    { code: 'door_through_door', value: 'yes', note: null },
    { code: 'luggage_help', value: 'on_request', note: 'à demander' },
    { code: 'wheelchair', value: 'unknown', note: null },
    { code: 'animal', value: 'no', note: null },
  ],
} as const;

describe('the needs of a person', () => {
  it('are met as far as the least met of them', () => {
    expect(matchAccommodations(offer, []).value).toBe('yes');
    expect(matchAccommodations(offer, ['door_through_door']).value).toBe('yes');
    expect(matchAccommodations(offer, ['door_through_door', 'luggage_help']).value).toBe(
      'on_request',
    );
    expect(matchAccommodations(offer, ['luggage_help', 'wheelchair']).value).toBe('unknown');
    expect(matchAccommodations(offer, ['wheelchair', 'animal']).value).toBe('no');
  });

  it('are unknown, not refused, when the offer says nothing of them', () => {
    expect(matchAccommodations(offer, ['child_seat'])).toEqual({
      value: 'unknown',
      needs: [{ code: 'child_seat', value: 'unknown', note: null }],
    });
  });

  it('are listed once each with the note of the offer', () => {
    expect(matchAccommodations(offer, ['luggage_help', 'luggage_help']).needs).toEqual([
      { code: 'luggage_help', value: 'on_request', note: 'à demander' },
    ]);
  });
});
