// Is a person told that not everything was looked at in time, and can they ask again?

import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, it } from 'vitest';
import { CutShort } from '#web/features/journey/cut-short.tsx';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { NO_ANSWERS } from '#web/lib/personal-answers.ts';

afterEach(cleanup);

const state = {
  locale: 'fr' as const,
  path: '/trajet/a',
  search: '',
  nowMs: Date.UTC(2026, 10, 28),
  api: createApi(() => Promise.reject(new Error('no network'))),
  text: fr,
  format: createFormat(fr.conventions),
  site: null,
  baseMap: null,
};

it('says that time was short, and asks the same again, answers kept out of the address', () => {
  let asked = 0;
  const answers = { ...NO_ANSWERS, profile: { lowIncome: true } };
  const { container } = render(() => (
    <PageContext.Provider value={state}>
      <CutShort action="/trajet/a" answers={answers} busy={false} onAgain={() => asked++} />
    </PageContext.Provider>
  ));
  expect(screen.getByText('Nous n’avons pas eu le temps de tout regarder')).toBeDefined();
  const form = container.querySelector('form');
  expect([form?.method, form?.getAttribute('action')]).toEqual(['post', '/trajet/a']);
  expect(form?.querySelectorAll('input[type="hidden"]').length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  expect(asked).toBe(1);
});

it('waits while the page computes', () => {
  render(() => (
    <PageContext.Provider value={state}>
      <CutShort action="/trajet/a" answers={NO_ANSWERS} busy onAgain={() => undefined} />
    </PageContext.Provider>
  ));
  expect(screen.getByRole('button', { name: 'Réessayer' })).toHaveProperty('disabled', true);
});
