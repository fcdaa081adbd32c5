// Does what one reads out on the phone say the day, the place and the hour of each ride, and the train to catch?

import { describe, expect, it } from 'vitest';
import type { AskedRide, Call } from '#domain/journey/journey.ts';
import { type CallerFacts, callScript } from '#web/features/journey/call-script.ts';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';

const RIDE: AskedRide = {
  from: 'Chalais',
  to: 'Cabinet médical',
  date: '2026-12-01',
  minute: 491,
  direction: 'outbound',
  arriveBy: null,
};
const CALLER: CallerFacts = { needs: [], fromName: 'Chalais', hasReturn: true };

function script(
  rides: readonly AskedRide[],
  caller: Partial<CallerFacts> = {},
  words = fr,
): string[] {
  const call: Call = {
    offerId: 'solidaire',
    offerName: 'Transport solidaire',
    phone: null,
    email: null,
    url: null,
    deadline: null,
    registerBefore: null,
    registrationClosed: null,
    urgentPossible: false,
    toSay: [],
    rides,
  };
  return callScript(call, { ...CALLER, ...caller }, words).map((line) =>
    line.replaceAll(/[\u00a0\u202f]/g, ' '),
  );
}

const back = (change: Partial<AskedRide> = {}): AskedRide => ({
  ...RIDE,
  from: 'Cabinet médical',
  to: 'Chalais',
  minute: 1120,
  direction: 'back',
  ...change,
});

describe('what to say on the phone', () => {
  it('has the day, the place and the hour of the ride there and of the ride back', () => {
    expect(script([RIDE, back()])).toEqual([
      'Bonjour, je voudrais réserver un transport.',
      'Mardi 1er décembre, je pars de Chalais à 8 h 11. Je vais ici : Cabinet médical.',
      'Pour le retour, mardi 1er décembre, pouvez-vous me prendre vers 18 h 40 ? Ce sera ici : Cabinet médical. Je rentre à Chalais.',
      'Combien cela va-t-il coûter ?',
    ]);
  });

  it('has all of it when only the way back is booked', () => {
    const [, said, ...rest] = script([back()]);
    expect(said).toContain('mardi 1er décembre');
    expect(said).toContain('vers 18 h 40');
    expect(said).toContain('Cabinet médical');
    expect(rest).toEqual(['Combien cela va-t-il coûter ?']);
  });

  it('tells the driver which train is to be caught, there and back', () => {
    const train = { minute: 466, lineMinute: 476, vehicle: 'train' } as const;
    const [, there] = script([{ ...RIDE, to: 'Gare de Chalais', arriveBy: train }]);
    expect(there).toBe(
      'Mardi 1er décembre, je dois arriver à 7 h 46, avant le train de 7 h 56. Je pars de Chalais. Je vais ici : Gare de Chalais.',
    );
    const coach = { minute: 1140, lineMinute: 1150, vehicle: 'coach' } as const;
    const [, homeward] = script([back({ to: 'Gare routière', arriveBy: coach })]);
    expect(homeward).toContain('Pour le retour, mardi 1er décembre, je dois arriver à 19 h');
    expect(homeward).toContain('avant le car de 19 h 10');
    expect(script([{ ...RIDE, arriveBy: train }], {}, en)[1]).toContain('before the train of');
  });

  it('tells a ride home from a station by its own place, and a ride the next day by its own day', () => {
    const [, said] = script([back({ from: 'Gare de Chalais', minute: 1450 })]);
    expect(said).toContain('mercredi 2 décembre');
    expect(said).toContain('vers 0 h 10');
    expect(said).toContain('Ce sera ici : Gare de Chalais');
    const [, stop] = script([back({ to: 'Arrêt Mairie' })]);
    expect(stop).toContain('Je vais ici : Arrêt Mairie');
  });

  it('asks how to come back only when the trip has no way back', () => {
    const asksBack = (lines: readonly string[]) =>
      lines.some((line) => line.includes('Comment faire pour le retour'));
    expect(asksBack(script([RIDE])), 'the way back is another’s').toBe(false);
    expect(asksBack(script([RIDE], { hasReturn: false }))).toBe(true);
    expect(asksBack(script([RIDE, back({ to: 'Arrêt Mairie' })]))).toBe(false);
  });

  it('ends with the help needed and the price', () => {
    const lines = script([RIDE], { needs: ['wheelchair'] });
    expect(lines.at(-2)).toMatch(/^J’ai besoin de : /);
    expect(lines.at(-1)).toBe('Combien cela va-t-il coûter ?');
  });
});
