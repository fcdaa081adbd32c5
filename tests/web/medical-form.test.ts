// Are the answers about a prescribed transport read exactly, and is every step of the advice said?

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEDICAL_STEPS } from '#domain/transport/medical-advice.ts';
import { MEDICAL_FACTS, medicalFact } from '#domain/transport/medical-facts.ts';
import { MEDICAL_QUESTIONS } from '#domain/transport/medical-situations.ts';
import {
  FIRST_QUESTIONS,
  OTHER_QUESTIONS,
  readMedicalAnswers,
} from '#web/features/transport/medical-form.ts';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';

describe('answers about a prescribed transport', () => {
  it('are read when well formed; zero and « non » are answers', () => {
    const form = new URLSearchParams(
      'reason=consultation&posture=lying&hasPrescription=non&longTermIllness=oui&oneWayKm=0&ageYears=82',
    );
    expect(readMedicalAnswers(form)).toEqual({
      reason: 'consultation',
      posture: 'lying',
      hasPrescription: false,
      longTermIllness: true,
      oneWayKm: 0,
      ageYears: 82,
    });
  });

  it('are left out when empty, unknown or out of bounds: never taken as « non »', () => {
    const form = new URLSearchParams(
      'reason=envie&posture=&hasPrescription=peut-être&oneWayKm=-3&ageYears=999&tripsInTwoMonths=2.5',
    );
    expect(readMedicalAnswers(form)).toEqual({});
  });

  it('never fail, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...MEDICAL_QUESTIONS, 'x'), fc.string())),
        (fields) => {
          const read = readMedicalAnswers(new URLSearchParams(fields));
          return Object.values(read).every((value) => value !== undefined);
        },
      ),
    );
  });

  it('cover every question once', () => {
    expect([...FIRST_QUESTIONS, ...OTHER_QUESTIONS].toSorted()).toEqual(
      MEDICAL_QUESTIONS.toSorted(),
    );
  });
});

describe('the advice in words', () => {
  const AMOUNT = '§';
  it.each([
    ['fr', fr],
    ['en', en],
  ] as const)('says every step, with every amount it names (%s)', (_locale, { medical }) => {
    for (const code of MEDICAL_STEPS) {
      const named: string[] = [];
      const said = medical.step(code, (id) => {
        named.push(medical.amount(medicalFact(id)));
        return AMOUNT;
      });
      expect(said).toMatch(/^\p{Lu}.*[.?]$/u);
      expect(said.split(AMOUNT)).toHaveLength(named.length + 1);
      expect(named).not.toContain('');
    }
  });

  it('gives a weak amount with « à confirmer », and each fact a name', () => {
    expect(fr.medical.toConfirm('55 %')).toContain('à confirmer');
    for (const id of MEDICAL_FACTS) expect(fr.medical.fact(id)).not.toBe('');
    expect(fr.medical.amount(medicalFact('franchise_trip'))).toMatch(/4.€/);
  });
});
