// Are personal answers read exactly, kept whole, and never mistaken for « non »? Do reports fit the API?

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportBody as apiReportBody } from '#api/features/about/contract.ts';
import type { JourneyPlan } from '#domain/journey/journey.ts';
import { ACCOMMODATIONS } from '#domain/transport/offer.ts';
import { questionCount } from '#web/features/journey/profile-form.ts';
import {
  REASONS,
  readReason,
  readSubject,
  reasonsFor,
  reportBody,
} from '#web/features/report/report-query.ts';
import { fr } from '#web/i18n/fr.ts';
import { keepableAnswers, parseKeptAnswers } from '#web/lib/kept-answers.ts';
import { hasAnswers, NO_ANSWERS, readAnswers } from '#web/lib/personal-answers.ts';

describe('answers about oneself', () => {
  it('takes an empty or unknown answer as no answer, never as « non »', () => {
    const read = readAnswers(
      new URLSearchParams(
        'hasLicence=&inscrit:mosc=peut-être&ageYears=&residenceInsee=ici&besoins=lit',
      ),
    );
    expect(read).toEqual(NO_ANSWERS);
    expect(hasAnswers(read)).toBe(false);
  });

  it('keeps zero and « non » as answers', () => {
    const { profile } = readAnswers(new URLSearchParams('ageYears=0&hasLicence=non'));
    expect(profile).toEqual({ ageYears: 0, hasLicence: false });
  });

  it('tells « aucune aide » from no answer', () => {
    expect(readAnswers(new URLSearchParams('benefits=')).profile.benefits).toEqual([]);
    expect(readAnswers(new URLSearchParams('')).profile.benefits).toBeUndefined();
  });

  it('keeps and reads back any answers unchanged', () => {
    const yesNo = fc.option(fc.boolean(), { nil: undefined });
    const profile = fc.record(
      {
        ageYears: fc.integer({ min: 0, max: 130 }),
        residenceInsee: fc.constantFrom('16020', '2A004', '00000'),
        hasLicence: yesNo,
        registrations: fc.dictionary(
          fc.constantFrom('mosc', 'sortir-plus', 'a.b:c'),
          fc.boolean(),
          {
            minKeys: 1,
          },
        ),
        coveredByInsurance: yesNo,
        benefits: fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,20}$/), { maxLength: 5 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(profile, fc.subarray([...ACCOMMODATIONS]), (answered, needs) => {
        const given = Object.fromEntries(
          Object.entries(answered).filter(([, value]) => value !== undefined),
        );
        const answers = { profile: given, needs };
        expect(parseKeptAnswers(keepableAnswers(answers))).toEqual(answers);
      }),
    );
  });

  it('says of each transport whether one is registered with it', () => {
    const { profile } = readAnswers(
      new URLSearchParams('inscrit:mosc=oui&inscrit:sortir-plus=non&inscrit:taxi=&inscrit:=oui'),
    );
    expect(profile).toEqual({ registrations: { mosc: true, 'sortir-plus': false } });
  });

  it('reads what was kept as one answer for all transports, and grants nothing by it', () => {
    expect(parseKeptAnswers('member=oui&hasLicence=non')).toEqual({
      profile: { hasLicence: false },
      needs: [],
    });
    expect(parseKeptAnswers('member=oui')).toEqual(NO_ANSWERS);
  });

  it('counts one question for each transport to register with, until it is answered', () => {
    const plan = {
      questions: ['hasLicence'],
      registrations: [
        { offerId: 'mosc', offerName: 'MOSC' },
        { offerId: 'sortir-plus', offerName: 'Sortir Plus' },
      ],
    } as unknown as JourneyPlan;
    expect(questionCount(plan, {})).toBe(3);
    expect(questionCount(plan, { registrations: { mosc: false } })).toBe(2);
  });
});

describe('a report', () => {
  it('says for every reason what the API takes', () => {
    for (const kind of ['entry', 'offer'] as const) {
      for (const reason of reasonsFor({ kind, id: 'x-1' })) {
        const body = reportBody({ kind, id: 'x-1' }, reason, '');
        expect(apiReportBody.safeParse(body).error).toBeUndefined();
        expect(fr.report.kinds[reason]).toBeTruthy();
      }
    }
    expect(REASONS.every((reason) => reason in fr.report.kinds)).toBe(true);
  });

  it('cuts a text that is too long instead of losing it', () => {
    const body = reportBody({ kind: 'offer', id: 'x' }, 'price', 'a'.repeat(5000));
    expect(apiReportBody.safeParse(body).error).toBeUndefined();
  });

  it('reads its subject and its reason, and nothing it does not know', () => {
    expect(readSubject(new URLSearchParams('offre=mosc'))).toEqual({ kind: 'offer', id: 'mosc' });
    expect(readSubject(new URLSearchParams('fiche=%20'))).toBeNull();
    expect(readReason(new URLSearchParams('quoi=phone'))).toBe('phone');
    expect(readReason(new URLSearchParams('quoi=tout'))).toBeNull();
  });
});
