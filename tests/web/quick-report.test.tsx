// Is what is wrong on a page of an entry or of an offer told in two presses, the second sending it?

import { cleanup, render, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { offerSeed } from '#seeds/demo/transport/offer-seed.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { readReason, readSubject, reasonsFor } from '#web/features/report/report-query.ts';
import { OfferActions } from '#web/features/transport/offer-actions.tsx';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { QuickReport } from '#web/ui/quick-report.tsx';

afterEach(cleanup);

const OFFER = offerSeed({
  id: 'navette du lundi',
  name: 'Navette',
  kind: 'on_demand',
  territoryCodes: [],
  summary: '',
  status: 'active',
  sourceIds: [],
  provenance: { sourceId: 'fiche', asOf: null, confirmedOn: null, confidence: 'high' },
});
const { state } = workspacePage({});

describe('an error told in two presses', () => {
  test.each([
    ['an offer', () => <OfferActions offer={OFFER} />, { kind: 'offer', id: 'navette du lundi' }],
    [
      'an entry',
      () => (
        <QuickReport
          action="/signaler"
          subject={{ name: 'fiche', id: 'a&b' }}
          reasons={['hours', 'gone']}
          words={fr.report}
        />
      ),
      { kind: 'entry', id: 'a&b' },
    ],
  ] as const)('on the page of %s: one opens, one sends what the form takes', (_, page, subject) => {
    render(() => <PageContext.Provider value={state}>{page()}</PageContext.Provider>);
    const opened = screen.getByText(fr.report.title).closest('details');
    if (opened === null) throw new Error('It opens at a press');
    expect(opened.querySelector('summary')?.textContent).toBe(fr.report.title);
    const form = opened.querySelector('form');
    if (form === null) throw new Error('It is sent by a form');
    expect([form.method, new URL(form.action).pathname]).toEqual(['post', '/signaler']);
    const buttons = within(form).getAllByRole<HTMLButtonElement>('button', { hidden: true });
    expect(buttons.length).toBeGreaterThan(1);
    for (const button of buttons) {
      const sent = new URLSearchParams();
      for (const [name, value] of new FormData(form, button)) sent.set(name, String(value));
      expect(readSubject(sent)).toEqual(subject);
      const reason = readReason(sent);
      expect(reasonsFor(subject)).toContain(reason);
      expect(button.textContent).toBe(reason === null ? '' : fr.report.kinds[reason]);
    }
    const more = within(form).getByRole<HTMLAnchorElement>('link', { hidden: true });
    expect(readSubject(new URL(more.href).searchParams)).toEqual(subject);
  });
});
