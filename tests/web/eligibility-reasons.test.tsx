// Is each reason told with its answer, and whose answer it is?

import { cleanup, render } from '@solidjs/testing-library';
import { afterEach, expect, it } from 'vitest';
import type { EligibilityReason } from '#domain/transport/eligibility.ts';
import { EligibilityReasons } from '#web/features/journey/eligibility-reasons.tsx';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

afterEach(cleanup);

const STATE = {
  locale: 'fr' as const,
  path: '/trajet/a',
  search: '',
  nowMs: 0,
  api: createApi(() => Promise.reject(new Error('no network'))),
  text: fr,
  format: createFormat(fr.conventions),
  site: null,
  baseMap: null,
};

function told(...reasons: EligibilityReason[]): string[] {
  const { container } = render(() => (
    <PageContext.Provider value={STATE}>
      <EligibilityReasons result={{ value: true, reasons }} />
    </PageContext.Provider>
  ));
  return [...container.querySelectorAll('.reasons strong')].map(({ textContent }) =>
    textContent.replaceAll(/[\u00a0\u202f]/g, ' '),
  );
}

it('says that the timetables, and not the person, found no other way', () => {
  const ask = { proof: null } as const;
  expect(
    told(
      { ...ask, criterion: { kind: 'no_other_solution' }, value: true },
      { ...ask, criterion: { kind: 'no_vehicle' }, value: true },
      { ...ask, criterion: { kind: 'no_licence' }, value: null },
      { ...ask, criterion: { kind: 'member' }, value: false },
    ),
  ).toEqual(['(oui : nous n’en trouvons pas ce jour-là)', '(oui)', '(à vérifier)', '(non)']);
});
