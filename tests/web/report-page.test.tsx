// Is whoever reports an error told what became of it: kept, or said by enough people already?

import { cleanup, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, it } from 'vitest';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { reportPage } from '#web/features/report/report-page.tsx';
import { fr } from '#web/i18n/fr.ts';
import type { PageRequest } from '#web/lib/page.ts';
import { PageContext } from '#web/lib/page-context.ts';

afterEach(cleanup);

it.each([
  [true, fr.report.thanks],
  [false, fr.report.knownAlready],
])(
  'a report that was added to the queue or not (%s) is thanked in these words: %s',
  async (isKept, words) => {
    const { state, asked } = workspacePage({
      'POST /reports': { status: 201, body: { id: 'r1', isKept } },
      'GET /navette': { status: 200, body: { name: 'La navette' } },
    });
    const request = (address: string): PageRequest => {
      const { pathname, searchParams } = new URL(address, 'https://voisoin.example');
      return {
        ...state,
        path: pathname,
        query: searchParams,
        params: {},
        origin: 'https://voisoin.example',
        helpNumbers: [],
        colours: null,
      };
    };
    const form = new URLSearchParams({ offre: 'navette', quoi: 'price', texte: ' 2 € ' });
    const sent = await reportPage.submit?.(request('/signaler'), form);
    expect(asked.map(({ body }) => body)).toEqual([
      { offerId: 'navette', kind: 'price', text: '2 €' },
    ]);
    if (sent?.kind !== 'redirect') throw new Error('It leads to another page');
    const thanked = await reportPage.load(request(sent.to));
    if (thanked.kind !== 'page' || typeof thanked.data === 'function')
      throw new Error('It is a page');
    const { data } = thanked;
    render(() => (
      <PageContext.Provider value={state}>
        <reportPage.Content data={data} />
      </PageContext.Provider>
    ));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(fr.report.thanksTitle);
    const said = document.body.textContent ?? '';
    expect(said).toContain(words);
    expect(
      [fr.report.thanks, fr.report.knownAlready].filter((each) => said.includes(each)),
    ).toEqual([words]);
  },
);
