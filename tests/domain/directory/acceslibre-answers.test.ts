import { describe, expect, it } from 'vitest';
import { categoryOfActivity } from '#domain/directory/acceslibre-activity.ts';
import {
  type AcceslibreDetails,
  acceslibreAnswers,
  type Stretch,
} from '#domain/directory/acceslibre-answers.ts';
import { professionGroupOf } from '#domain/directory/ameli-speciality.ts';

const UNSAID: Stretch = { isLevel: null, ramp: null, hasLift: null };
const LEVEL: Stretch = { ...UNSAID, isLevel: true };
const STEPS: Stretch = { ...UNSAID, isLevel: false };
const NOTHING: AcceslibreDetails = {
  hasOutsidePath: null,
  outside: UNSAID,
  door: UNSAID,
  hasOtherDoor: null,
  inside: UNSAID,
  hasParking: null,
  hasAdaptedParking: null,
  hasParkingNearby: null,
  hasAdaptedParkingNearby: null,
  hasToilet: null,
  hasAdaptedToilet: null,
  hasHearingEquipment: null,
  hearingEquipment: [],
  visitsHomes: null,
};
const answers = (given: Partial<AcceslibreDetails>) => acceslibreAnswers({ ...NOTHING, ...given });

describe('what acceslibre says of access', () => {
  it('a blank answers nothing', () => {
    expect(answers({})).toEqual({});
  });

  it.each<[string, Partial<AcceslibreDetails>, string | undefined]>([
    ['a level door and nothing else', { door: LEVEL }, 'yes'],
    ['a level door on the street', { door: LEVEL, hasOutsidePath: false, outside: STEPS }, 'yes'],
    ['a level door after steps outside', { door: LEVEL, outside: STEPS }, 'no'],
    ['a level door before steps inside', { door: LEVEL, inside: STEPS }, 'no'],
    ['steps at the door', { door: STEPS }, 'no'],
    ['steps with a fixed ramp', { door: { ...STEPS, ramp: 'fixe' } }, 'yes'],
    ['steps with a lift', { door: { ...STEPS, hasLift: true } }, 'yes'],
    ['steps with a ramp to ask for', { door: { ...STEPS, ramp: 'amovible' } }, undefined],
    [
      'a level door after a ramp to ask for',
      { door: LEVEL, outside: { ...STEPS, ramp: 'amovible' } },
      undefined,
    ],
    ['steps, and another door for wheelchairs', { door: STEPS, hasOtherDoor: true }, 'yes'],
    ['a level path to a door nobody described', { outside: LEVEL }, undefined],
  ])('%s', (_, given, expected) => {
    expect(answers(given).stepFree).toBe(expected);
  });

  it('adapted parking is a no only when there is none here nor near', () => {
    expect(answers({ hasAdaptedParking: true }).adaptedParking).toBe('yes');
    expect(answers({ hasAdaptedParkingNearby: true, hasParking: false }).adaptedParking).toBe(
      'yes',
    );
    expect(answers({ hasAdaptedParking: false }).adaptedParking).toBeUndefined();
    expect(
      answers({ hasAdaptedParking: false, hasAdaptedParkingNearby: false }).adaptedParking,
    ).toBe('no');
    expect(answers({ hasParking: false, hasParkingNearby: false }).adaptedParking).toBe('no');
  });

  it('toilet, hearing loop and home visits', () => {
    expect(answers({ hasToilet: false }).adaptedToilet).toBe('no');
    expect(answers({ hasToilet: true }).adaptedToilet).toBeUndefined();
    expect(answers({ hasAdaptedToilet: true, hasToilet: true }).adaptedToilet).toBe('yes');
    expect(answers({ hearingEquipment: ['lsf', 'bmp'] }).hearingLoop).toBe('yes');
    expect(answers({ hearingEquipment: ['lsf'] }).hearingLoop).toBe('no');
    expect(answers({ hasHearingEquipment: true }).hearingLoop).toBeUndefined();
    expect(answers({ visitsHomes: false }).homeVisits).toBe('no');
  });

  it('an activity the directory lists has its category, the others none', () => {
    expect(categoryOfActivity('Maison de santé ou centre de santé')).toBe('health_house');
    expect(categoryOfActivity('Personnes âgées : hébergement')).toBe('elderly');
    expect(categoryOfActivity('Boulangerie')).toBeNull();
    expect(categoryOfActivity('')).toBeNull();
    expect(categoryOfActivity('constructor')).toBeNull();
  });
});

describe('the professions of the Assurance Maladie', () => {
  it.each([
    ['1', '01', 'doctor'],
    ['1', '70', 'doctor'],
    ['2', '24', 'nurse'],
    ['2', '21', 'midwife'],
    ['5', '19', 'dentist'],
    ['3', '39', 'left_out'],
    ['4', '55', 'left_out'],
    ['1', '24', null],
    ['2', '01', null],
    ['2', '99', null],
    ['5', '01', null],
    ['9', '01', null],
    ['1', '', null],
  ])('type %s, code %s: %s', (type, code, group) => {
    expect(professionGroupOf(type, code)).toBe(group);
  });
});
