// Can a person say where an offer works, without a map, and undo it?

import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { AreaCoverage } from '#domain/transport/area-recipe.ts';
import { type AreaRecipe, areaKey, blankDocument } from '#domain/transport/offer-document.ts';
import { createDraftStore } from '#web/features/workspace/draft-store.ts';
import type { EditorData } from '#web/features/workspace/editor-data.ts';
import { StepWhere } from '#web/features/workspace/step-where.tsx';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

const SIREN = '200000001';
const COMMUNES = [
  { insee: '16001', name: 'Aigne', epciSiren: SIREN },
  { insee: '16002', name: 'Bors', epciSiren: SIREN },
  { insee: '16003', name: 'Curac', epciSiren: SIREN },
];
const SQUARE = [
  [
    [0, 45],
    [0.1, 45],
    [0.1, 45.1],
    [0, 45],
  ],
];
const coverage = (change: Partial<AreaCoverage> = {}): AreaCoverage => ({
  population: 8420,
  population75Plus: 1230,
  communesWithoutAges: 0,
  populationYear: 2022,
  isEstimate: false,
  careCount: 34,
  communes: COMMUNES.map(({ insee, name }) => ({ insee, name, share: 'whole' as const })),
  ...change,
});

type Answer = (recipe: AreaRecipe) => Response | Promise<Response>;

/** As the server does: whole communes stay communes, the rest is a polygon. */
const made: Answer = ({ parts }) => {
  const isWhole = parts.every(({ kind }) => kind === 'communes');
  const insees = parts.flatMap((part) => (part.kind === 'communes' ? part.insees : []));
  return Response.json({
    area: isWhole
      ? { kind: 'communes', insees: [...insees].sort() }
      : { kind: 'polygon', polygons: [SQUARE] },
    coverage: coverage(isWhole ? {} : { isEstimate: true }),
  });
};

function show(answer: Answer = made) {
  const asked: AreaRecipe[] = [];
  const answers = { next: answer };
  const api = createApi(async (path, init) => {
    if (!path.endsWith('/areas')) return Response.json([]);
    const { recipe } = JSON.parse(String(init?.body)) as { recipe: AreaRecipe };
    asked.push(recipe);
    return answers.next(recipe);
  });
  const document = blankDocument({
    id: 'tad',
    kind: 'on_demand',
    territoryCodes: ['sud'],
    provider: null,
    sourceId: 'workspace:mosc',
  });
  const draft = createDraftStore({
    initial: { document, revision: 1 },
    keep: { read: () => null, write: () => {} },
    save: async (_, revision) => ({ kind: 'saved', revision: revision + 1 }),
    schedule: () => () => {},
  });
  const data: EditorData = {
    workspaceId: 'mosc',
    offerId: 'tad',
    step: 'ou',
    draft: { document, revision: 1 },
    ground: {
      workspace: { id: 'mosc', name: 'MOSC' },
      role: 'editor',
      communes: COMMUNES,
      epcis: [{ siren: SIREN, name: 'CC des Collines' }],
      needs: [],
    },
  };
  const state = {
    locale: 'fr' as const,
    path: '/',
    search: '',
    nowMs: 0,
    api,
    text: fr,
    format: createFormat(fr.conventions),
    site: null,
    baseMap: null,
  };
  const view = render(() => (
    <PageContext.Provider value={state}>
      <StepWhere draft={draft} data={data} />
    </PageContext.Provider>
  ));
  fireEvent.click(screen.getByRole('button', { name: 'Ajouter une façon de faire' }));
  const pattern = () => {
    const [first] = draft.document().offer.patterns;
    if (first === undefined) throw new Error('There is a way of working');
    return first;
  };
  const recipe = () => draft.document().areas[areaKey(pattern().id, 'origin')];
  return { draft, asked, answers, pattern, recipe, unmount: view.unmount };
}

/** The first box of these words: those of what is taken away come after. */
function openBox(
  summary: RegExp,
  within: { getAllByText: typeof screen.getAllByText } = screen,
): void {
  const found = within.getAllByText(summary)[0]?.closest('details');
  if (found == null) throw new Error(`No box ${summary}`);
  found.open = true;
  fireEvent(found, new Event('toggle'));
}

const tick = (name: RegExp | string) => fireEvent.click(screen.getByRole('checkbox', { name }));
const write = (label: RegExp | string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

afterEach(cleanup);

describe('communes', () => {
  test('ticked one by one make the zone, its name, and figures of whom it covers', async () => {
    const { pattern, recipe } = show();
    openBox(/CC des Collines/);
    tick('Aigne');
    tick('Curac');
    expect(pattern().origin).toEqual({
      kind: 'communes',
      insees: ['16001', '16003'],
      label: 'Aigne et Curac',
    });
    expect(recipe()?.parts).toEqual([{ kind: 'communes', insees: ['16001', '16003'] }]);
    expect(screen.getByText('CC des Collines : 2 sur 3')).toBeTruthy();
    const said = await screen.findByText(/lieux de soin/);
    expect(said.textContent?.replaceAll(/\s/g, ' ')).toBe(
      '3 communes, 8 420 habitants dont 1 230 de 75 ans et plus, 34 lieux de soin. Population de 2022.',
    );
  });

  test('of a whole community are one tick, and stay its own', () => {
    const { pattern, recipe } = show();
    openBox(/CC des Collines/);
    tick(/^Tout cocher/);
    expect(pattern().origin).toMatchObject({
      insees: ['16001', '16002', '16003'],
      label: 'Les 3 communes de la CC des Collines',
    });
    expect(recipe()?.parts).toEqual([{ kind: 'epci', siren: SIREN }]);
    tick('Bors');
    expect(recipe()?.parts).toEqual([{ kind: 'communes', insees: ['16001', '16003'] }]);
  });

  test('pasted are ticked, and the names nobody knows are said', () => {
    const { pattern } = show();
    openBox(/Coller une liste/);
    write(/Votre liste/, 'CURAC\n16001, Atlantide');
    fireEvent.click(screen.getByRole('button', { name: 'Cocher ces communes' }));
    expect(pattern().origin).toMatchObject({ insees: ['16001', '16003'] });
    expect(screen.getByText('2 communes reconnues et cochées.')).toBeTruthy();
    expect(screen.getByText('Non reconnu : Atlantide.')).toBeTruthy();
  });

  test('unticked by an undo are unticked on the page', () => {
    const { draft, pattern } = show();
    openBox(/CC des Collines/);
    tick('Aigne');
    tick('Bors');
    draft.undo();
    expect(pattern().origin).toMatchObject({ insees: ['16001'], label: 'Aigne' });
    const box = screen.getByRole('checkbox', { name: 'Bors' }) as HTMLInputElement;
    expect(box.checked).toBe(false);
  });

  test('keep the name somebody wrote', () => {
    const { pattern } = show();
    openBox(/CC des Collines/);
    tick('Aigne');
    write(/Ce que liront/, 'Le haut de la vallée');
    tick('Bors');
    expect(pattern().origin.label).toBe('Le haut de la vallée');
    fireEvent.click(screen.getByRole('button', { name: /Reprendre/ }));
    expect(pattern().origin.label).toBe('Aigne et Bors');
  });
});

describe('what the server computes', () => {
  test('is one change with the choice, undone at once', async () => {
    const { draft, pattern, recipe } = show();
    openBox(/CC des Collines/);
    tick('Aigne');
    write(/Et autour de ces communes/, '5');
    await waitFor(() => expect(pattern().origin.kind).toBe('polygon'));
    expect(recipe()?.parts).toContainEqual({ kind: 'around', insees: ['16001'], meters: 5000 });
    expect(pattern().origin.label).toBe('Aigne, et 5 km autour');
    expect(screen.getByText(/environ/)).toBeTruthy();
    draft.undo();
    expect(pattern().origin).toMatchObject({ kind: 'communes', insees: ['16001'] });
  });

  test('waits for the network: the choice is kept, and nothing wrong can be published', async () => {
    const { pattern, recipe, answers } = show(() => Promise.reject(new Error('no network')));
    openBox(/CC des Collines/);
    tick('Aigne');
    write(/Et autour de ces communes/, '5');
    await screen.findByText(/Pas de réseau/);
    expect(recipe()?.parts).toHaveLength(2);
    expect(pattern().origin).toMatchObject({ kind: 'polygon', polygons: [] });
    answers.next = made;
    fireEvent.click(screen.getByRole('button', { name: 'Calculer maintenant' }));
    await waitFor(() => expect(pattern().origin).toMatchObject({ polygons: [SQUARE] }));
  });

  test('is kept when the step is left before the answer', () => {
    const { recipe, unmount } = show(() => new Promise<Response>(() => {}));
    openBox(/CC des Collines/);
    tick('Aigne');
    write(/Et autour de ces communes/, '5');
    unmount();
    expect(recipe()?.parts).toHaveLength(2);
  });

  test('never comes back once something else was said instead', () => {
    const { draft, pattern } = show(() => new Promise<Response>(() => {}));
    fireEvent.click(screen.getByRole('radio', { name: /D’une zone vers une autre/ }));
    for (const name of ['D’où', 'Vers où']) {
      const end = within(screen.getByRole('group', { name }));
      openBox(/CC des Collines/, end);
      fireEvent.click(end.getByRole('checkbox', { name: 'Aigne' }));
      fireEvent.input(end.getByLabelText(/Et autour/), { target: { value: '5' } });
    }
    const from = within(screen.getByRole('group', { name: 'D’où' }));
    fireEvent.click(from.getByRole('radio', { name: /Partout/ }));
    fireEvent.click(screen.getByRole('radio', { name: /À l’intérieur d’une zone/ }));
    expect(pattern()).toMatchObject({ origin: { kind: 'everywhere' }, destination: null });
    expect(draft.document().areas).toEqual({});
  });

  test('and refuses is said in plain words', async () => {
    const notices = [{ code: 'crossed_drawing', field: 'parts.1', value: '45.05, 0.05' }];
    show(() => Response.json({ notices }, { status: 400 }));
    openBox(/CC des Collines/);
    tick('Aigne');
    await screen.findByText(/Le trait d’un dessin se croise lui-même, près de 45.05, 0.05/);
  });
});

test('a zone is drawn corner by corner, with the keyboard alone', async () => {
  const { pattern, recipe } = show();
  openBox(/Dessiner coin par coin/);
  const add = screen.getByRole('button', { name: 'Ajouter ce dessin' }) as HTMLButtonElement;
  write(/Ses coins/, '45, 0\n45, 0.1');
  expect(screen.getByText('Il faut au moins trois coins.')).toBeTruthy();
  expect(add.disabled).toBe(true);
  write(/Ses coins/, '45, 0\n45, 0.1\n45.1, 0.1');
  fireEvent.click(add);
  await waitFor(() => expect(pattern().origin.kind).toBe('polygon'));
  expect(recipe()?.parts).toMatchObject([{ kind: 'drawn', polygons: [SQUARE] }]);
});

test('something taken away is no more in the zone, and its name says so', () => {
  const { pattern } = show();
  openBox(/CC des Collines/);
  tick(/^Tout cocher/);
  openBox(/Retirer une partie/);
  const minus = screen.getByText('Retirer une partie').closest('details');
  if (minus === null) throw new Error('The box is there');
  const group = within(minus)
    .getByText(/CC des Collines/)
    .closest('details');
  if (group === null) throw new Error('The community is there');
  group.open = true;
  fireEvent(group, new Event('toggle'));
  fireEvent.click(within(group).getByRole('checkbox', { name: 'Bors' }));
  expect(pattern().origin).toMatchObject({
    insees: ['16001', '16003'],
    label: 'Les 3 communes de la CC des Collines, sauf Bors',
  });
});

describe('the rule', () => {
  test('from a zone to another asks for both, and forgets the second when it no longer counts', () => {
    const { draft, pattern } = show();
    fireEvent.click(screen.getByRole('radio', { name: /D’une zone vers une autre/ }));
    expect(pattern().destination).toEqual({ kind: 'communes', insees: [], label: '' });
    expect(screen.getByRole('group', { name: 'Vers où' })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: /À l’intérieur d’une zone/ }));
    expect(pattern().destination).toBeNull();
    draft.undo();
    expect(pattern().rule).toBe('from_to');
  });

  test('and the rest are said in the words residents read', () => {
    show();
    fireEvent.click(screen.getByRole('radio', { name: /Au départ d’une zone/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Le conducteur attend/ }));
    write(/Distance la plus longue/, '30');
    const said = screen.getAllByRole('list')[0]?.textContent ?? '';
    expect(said).toContain('Le départ est dans la zone.');
    expect(said).toContain('Le conducteur vous attend');
    expect(said.replaceAll(/\s/g, ' ')).toContain('Pas plus de 30 km.');
  });
});

test('a way of working that is added is where one goes on', () => {
  show();
  const added = screen.getByRole('group', { name: 'Façon de faire 1' });
  expect(document.activeElement).toBe(added);
});

test('a way of working that is removed takes its zones with it', () => {
  const { draft } = show();
  openBox(/CC des Collines/);
  tick('Aigne');
  fireEvent.click(screen.getByRole('button', { name: 'Retirer la façon de faire 1' }));
  expect(draft.document().offer.patterns).toEqual([]);
  expect(draft.document().areas).toEqual({});
});
