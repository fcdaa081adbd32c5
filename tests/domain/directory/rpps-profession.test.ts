import { describe, expect, it } from 'vitest';
import { type ActivityCodes, judgeActivity } from '#domain/directory/rpps-profession.ts';
import { professionalName } from '#domain/directory/rpps-words.ts';

const DOCTOR: ActivityCodes = {
  profession: '10',
  professionLabel: 'Médecin',
  professionalCategory: 'C',
  speciality: '',
  mode: 'L',
  sector: 'SA07',
  activityFunction: 'FON-01',
  kind: 'GENR01',
};
const judge = (given: Partial<ActivityCodes>) => judgeActivity({ ...DOCTOR, ...given });
const shownAs = (given: Partial<ActivityCodes>) => {
  const judged = judge(given);
  return judged.kind === 'shown' ? `${judged.work.category} ${judged.work.title}` : judged.kind;
};

describe('an activity of the register', () => {
  it.each(['', 'SM26', 'SM53', 'SM54', 'C99'])(
    'is general practice with the speciality « %s »',
    (speciality) => {
      expect(shownAs({ speciality })).toBe('gp Médecin généraliste');
    },
  );

  it.each<[string, string, string]>([
    ['10', 'SM04', 'specialist Cardiologue'],
    ['10', 'SM73', 'specialist Cardiologue'],
    ['10', 'SM42', 'mental_health Psychiatre'],
    ['10', 'CEX24', 'specialist Gynécologue'],
    ['40', 'SCD01', 'dentist Orthodontiste'],
    ['60', 'SI04', 'nurse Infirmier en pratique avancée'],
  ])('of profession %s with %s is shown as « %s »', (profession, speciality, expected) => {
    expect(shownAs({ profession, speciality, professionLabel: '' })).toBe(expected);
  });

  it.each<[string, readonly string[]]>([
    ['SM04', ['cardiologue']],
    ['SM73', ['cardiologue']],
    ['SM15', ['dermatologue']],
    ['SM38', ['medecin-ophtalmologue', 'ophtalmologue']],
    ['SM40', ['pediatre', 'sante-enfant']],
    ['SM42', ['psychiatrie']],
    ['SM19', ['gynecologue', 'contraception']],
    ['SM20', ['gynecologue', 'grossesse']],
    ['SM26', []],
  ])('with %s answers, beside those of its kind, the needs it names', (speciality, needIds) => {
    expect(judge({ speciality })).toMatchObject({ kind: 'shown', work: { needIds } });
  });

  it.each<[string, string, string]>([
    ['93', 'Psychologue', 'mental_health Psychologue'],
    ['71', 'Ostéopathe', 'paramedical Ostéopathe'],
    ['91', 'Orthophoniste', 'paramedical Orthophoniste'],
    ['70', 'Masseur-Kinésithérapeute', 'physio Kinésithérapeute'],
    ['21', 'Pharmacien', 'left_out'],
  ])('of profession %s, %s, is « %s »', (profession, professionLabel, expected) => {
    expect(shownAs({ profession, professionLabel })).toBe(expected);
  });

  it.each<[string, Partial<ActivityCodes>]>([
    ['in a public hospital', { sector: 'SA01', mode: 'S' }],
    ['on duty at night, outside a surgery', { sector: 'SA50' }],
    ['as a substitute, by its kind', { kind: 'GENR02' }],
    ['as a substitute, by its function', { activityFunction: 'FON-22' }],
    ['of a student', { professionalCategory: 'E' }],
    ['salaried, without a sector', { sector: '', mode: 'S' }],
    ['in a laboratory', { speciality: 'SM03' }],
  ])('%s is no entry of its own', (_, given) => {
    expect(judge(given)).toEqual({ kind: 'left_out' });
  });

  it.each<[string, Partial<ActivityCodes>]>([
    ['independent, without a sector', { sector: '', mode: 'L' }],
    ['salaried in a health centre', { sector: 'SA05', mode: 'S' }],
    ['in a health house', { sector: 'SA52' }],
  ])('%s is shown', (_, given) => {
    expect(judge(given).kind).toBe('shown');
  });

  it.each<[Partial<ActivityCodes>, string, string]>([
    [{ profession: '97', professionLabel: 'Magnétiseur' }, 'profession', '97 Magnétiseur'],
    [{ profession: '72', professionLabel: 'Interne' }, 'profession', '72 Interne'],
    [{ profession: '__proto__', professionLabel: '' }, 'profession', '__proto__'],
    [{ speciality: 'SM99' }, 'speciality', 'SM99'],
    [{ profession: '60', professionLabel: 'Infirmier', speciality: 'SM04' }, 'speciality', 'SM04'],
  ])('is refused, not guessed, with codes we do not know: %j', (given, column, value) => {
    expect(judge(given)).toEqual({ kind: 'unknown', column, value });
  });
});

it.each<[string, string, string, string]>([
  ['DR', 'CAMILLE', 'CLAIRCOMBE', 'Dr Camille Claircombe'],
  ['MME', 'ANNE-LISE', "D'HAUTEVIGNE", 'Anne-Lise D’Hautevigne'],
  ['', 'Éloi', 'de la Combe', 'Éloi de la Combe'],
])('%s %s %s is written « %s »', (civility, firstName, lastName, expected) => {
  expect(professionalName(civility, firstName, lastName)).toBe(expected);
});
