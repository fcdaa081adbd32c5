// The report as it is read and printed: what matters first, maps that need no colour, warnings in one sentence.

import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FiguresSources } from '#web/features/access/figures-sources.tsx';
import { contourOf } from '#web/features/access/report-contour.ts';
import type { ReportData } from '#web/features/access/report-data.ts';
import { legendWords } from '#web/features/access/report-image-legend.ts';
import { reportPage } from '#web/features/access/report-page.tsx';
import { patternStrokes } from '#web/features/access/report-patterns.tsx';
import { sayEditions } from '#web/features/access/scenario-editions.ts';
import { loadDictionary } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { PageContext, type PageState } from '#web/lib/page-context.ts';
import { DATA, FIGURES, PLACES } from './access-fixture.ts';
import { workspacePage } from './workspace-page.ts';

let text: Dictionary;
let state: PageState;

beforeAll(async () => {
  text = await loadDictionary('fr');
  state = workspacePage({}, { text, path: '/observatoire/rapport' }).state;
});
beforeEach(() => {
  location.hash = '';
});
afterEach(cleanup);

/** Squares side by side, from the west, one a commune. */
const square = (at: number) => `M${at} 0L${at + 1} 0L${at + 1} 1L${at} 1Z`;
const REPORT: ReportData = {
  path: '/observatoire/rapport',
  territory: DATA.overview.territory,
  overview: DATA.overview,
  sections: [
    {
      ...FIGURES,
      publishedYear: 2023,
      places: PLACES.map((place) =>
        place.name === 'Creux' ? { ...place, published: 2.1 } : place,
      ),
    },
  ],
  sheet: {
    width: 800,
    height: 400,
    unitsAKm: 20,
    communes: PLACES.map(({ insee, name, population }, at) => ({
      insee,
      name,
      population,
      path: square(at),
      label: [at, 0] as const,
    })),
  },
};

/** Any blank is one. */
const plain = (said: string | null | undefined) => (said ?? '').replace(/\s+/g, ' ');

const show = (data: ReportData = REPORT) =>
  render(() => (
    <PageContext.Provider value={state}>
      <reportPage.Content data={data} />
    </PageContext.Provider>
  ));

describe('the report', () => {
  it('says on its first sheet who lives there, of when the figures are, and each answer', () => {
    show();
    const words = text.scenario.report.essentials;
    const first = screen.getByRole('region', { name: words.title });
    expect(within(first).getByText(/6 communes, 1\s504 habitants, dont 60 de 75 ans/)).toBeTruthy();
    expect(first.textContent).toContain('27 novembre 2026');
    expect(first.textContent).toContain('560 habitants, dont 40 de 75 ans et plus, disposent de');
    for (const each of words.care) expect(first.textContent).toContain(each);
  });

  it('sets what the ministry publishes beside our value, commune by commune', () => {
    show();
    const annex = screen.getByRole('table', { name: text.scenario.report.annex });
    const heads = within(annex).getAllByRole('columnheader');
    const at = heads.findIndex((head) => head.textContent === text.scenario.report.published(2023));
    const row = within(annex).getByRole('rowheader', { name: 'Creux' }).closest('tr');
    expect(row?.children[at]?.textContent).toBe('2,1');
    const other = within(annex).getByRole('rowheader', { name: 'Loin' }).closest('tr');
    expect(other?.children[at]?.textContent).toBe('—');
  });

  it('draws one line round the communes below the threshold, those with nothing in reach too', () => {
    const { container } = show();
    const line = container.querySelector('.report-map > path[stroke="#1c2b2a"]');
    // « Creux », « Loin » and « Presque » touch each other; « Bonneville » stays outside.
    expect(line?.getAttribute('d')).toBe(contourOf([1, 2, 3].map((at) => ({ path: square(at) }))));
    expect(container.textContent).toContain(text.scenario.report.contour('2,5'));
  });

  it('lays each pattern once over all the communes that bear it', () => {
    const { container } = show();
    const clips = [...container.querySelectorAll('clipPath')].map(({ id }) => id);
    expect(clips).toEqual(
      ['fragile', 'none', 'unknown', 'suppressed'].map((each) => `rapport-gp_access-${each}`),
    );
    expect(container.querySelectorAll('.report-map pattern')).toHaveLength(0);
  });

  it('opens the window of printing, and says how a PDF is made there', () => {
    show();
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    fireEvent.click(screen.getByRole('button', { name: text.scenario.report.print }));
    expect(print).toHaveBeenCalledOnce();
    expect(document.documentElement.dataset['print']).toBe('all');
    expect(screen.getByText(plain(text.scenario.report.printHow))).toBeTruthy();
    print.mockRestore();
  });
});

describe('the line round communes', () => {
  it('leaves out the sides two of them share, whichever way each is drawn', () => {
    const backwards = 'M1 1L2 1L2 0L1 0Z';
    const contour = contourOf([{ path: square(0) }, { path: backwards }]);
    expect(contour.split('M').filter((each) => each !== '')).toHaveLength(6);
    expect(contour).not.toContain('M1 0L1 1');
    expect(contour).not.toContain('M1 1L1 0');
  });

  it('is nothing round no commune', () => {
    expect(contourOf([])).toBe('');
  });
});

it('tells the editions a scenario rests on by their dates, never by the marks of a computation', () => {
  const words = text.scenario.kept;
  const vintages = { population: '2017, 2023', roads: '', days: '5c89ea10' };
  expect(sayEditions(words, vintages)).toBe(
    `${words.sources['population']} (2017, 2023), ${words.sources['roads']} (${words.undated}), ${words.sources['days']}`,
  );
});

it('writes in the legend of an image the words of a class, then how many people it holds', () => {
  const list = document.createElement('ul');
  list.innerHTML =
    '<li><i></i><span>de 1,5 à 2,5 <span class="report-people"> 6 413 habitants </span></span></li><li><i></i>Rayé : fragile</li>';
  expect([...list.children].map(legendWords)).toEqual([
    'de 1,5 à 2,5 : 6 413 habitants',
    'Rayé : fragile',
  ]);
});

it('covers the whole sheet with a pattern, to its corners', () => {
  const [line] = patternStrokes('hatched', 120, 60);
  const last = line?.d.split('M').at(-1) ?? '';
  expect(Number(last.split(' ')[0])).toBeGreaterThanOrEqual(120 + 60 - 12);
});

describe('the warning of what is missing around', () => {
  const missing = (['gp', 'nurse'] as const).map((kind) => ({
    what: 'supply' as const,
    kind,
    communes: ['Ailleurs', 'Plus loin'],
  }));
  const halo = { isComplete: false, communeCount: 40, missing };

  it('is one sentence, and tells once the professions that lack in the same communes', () => {
    const { container } = render(() => (
      <PageContext.Provider value={state}>
        <FiguresSources overview={{ ...DATA.overview, halo }} />
      </PageContext.Provider>
    ));
    expect(container.textContent).toContain('Dans 2 communes du territoire ou d’autour (40 autour');
    const fold = container.querySelector('details');
    expect(fold?.open).toBe(false);
    expect(
      [...(fold?.querySelectorAll('li') ?? [])].map((each) => plain(each.textContent)),
    ).toEqual([
      'Offre non comptée (médecin généraliste et infirmière ou infirmier) dans 2 communes du territoire ou d’autour : Ailleurs, Plus loin.',
    ]);
  });
});
