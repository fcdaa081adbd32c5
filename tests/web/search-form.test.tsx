// Do the four questions send what was answered, and nothing else?

import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  NeedSearchForm,
  type SearchFormErrors,
  type SearchFormValues,
} from '#web/features/directory/need-search-form.tsx';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { PageContext } from '#web/lib/page-context.ts';

const aubeterre = {
  key: '16020',
  insee: '16020',
  name: 'Aubeterre-sur-Dronne',
  postcode: '16390',
  point: [0.17, 45.27],
  matched: 'name',
  matchedText: 'Aubeterre-sur-Dronne',
  territoryCode: 'sud-charente',
};

const values: SearchFormValues = {
  needId: null,
  needText: '',
  placeKey: null,
  placeText: '',
  mode: 'no_car',
  day: '',
  time: '',
  radiusMeters: null,
  accessible: false,
};

const asked: string[] = [];

function show(options: { values?: Partial<SearchFormValues>; errors?: SearchFormErrors } = {}) {
  const api = createApi(async (path) => {
    asked.push(path);
    return path.startsWith('/api/places/nearest')
      ? Response.json(aubeterre)
      : Response.json([aubeterre]);
  });
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
  render(() => (
    <PageContext.Provider value={state}>
      <NeedSearchForm
        look="home"
        today="2026-11-22"
        values={{ ...values, ...options.values }}
        {...(options.errors === undefined ? {} : { errors: options.errors })}
      />
    </PageContext.Provider>
  ));
  const form = document.querySelector('form');
  if (form === null) throw new Error('the form is on screen');
  return form;
}

const sent = (form: HTMLFormElement) => Object.fromEntries(new FormData(form));

afterEach(() => {
  cleanup();
  asked.length = 0;
  vi.unstubAllGlobals();
});

describe('the search form', () => {
  it('is a plain form that leads to the answers', () => {
    const form = show();
    expect(form.getAttribute('action')).toBe('/resultats');
    expect(form.method).toBe('get');
  });

  it('sends typed words as words, and what was chosen before as its code', () => {
    const typed = show({ values: { needText: 'docteur', placeText: 'aubeterre' } });
    expect(sent(typed)).toMatchObject({
      quoi: 'docteur',
      lieu: 'aubeterre',
      deplacement: 'sans-voiture',
    });
    cleanup();
    const chosen = show({
      values: { needText: 'Dentiste', needId: 'dentiste', placeText: 'Chalais', placeKey: '16073' },
    });
    expect(sent(chosen)).toMatchObject({ besoin: 'dentiste', depart: '16073' });
    expect(sent(chosen)).not.toHaveProperty('quoi');
    expect(sent(chosen)).not.toHaveProperty('lieu');
  });

  it('sends the key of an address, and looks for names near its commune', async () => {
    const home = show({
      values: { needText: 'mart', placeText: '4 rue des Prés, Chalais', placeKey: '16073_0070_4' },
    });
    expect(sent(home)).toMatchObject({ depart: '16073_0070_4' });
    fireEvent.input(screen.getByDisplayValue('mart'), { target: { value: 'marti' } });
    await vi.waitFor(() => expect(asked).toContain('/api/directory/suggest?q=marti&insee=16073'));
  });

  it('leaves unanswered questions out of the address, and gives the fields back', async () => {
    const form = show({ values: { needText: 'docteur', placeText: 'aubeterre' } });
    let left: Record<string, unknown> = {};
    form.addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('submit', () => {
      left = sent(form);
    });
    fireEvent.submit(form);
    expect(left).toEqual({ quoi: 'docteur', lieu: 'aubeterre', deplacement: 'sans-voiture' });
    const day = screen.getByLabelText<HTMLInputElement>('Le jour');
    await waitFor(() => expect(day.disabled).toBe(false));
  });

  it('says each fault beside its field, tied for screen readers', () => {
    show({ errors: { need: 'Dites-nous de quoi vous avez besoin.' } });
    const field = screen.getByRole('combobox', { name: 'De quoi avez-vous besoin ?' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    const said = ids.map((id) => document.getElementById(id)?.textContent).join(' ');
    expect(said).toContain('Dites-nous de quoi vous avez besoin.');
  });

  it('finds the commune where one stands, without giving the exact place away', async () => {
    vi.stubGlobal('navigator', {
      geolocation: {
        getCurrentPosition: (found: (position: unknown) => void) =>
          found({ coords: { longitude: 0.169_812, latitude: 45.271_634 } }),
      },
    });
    const form = show();
    fireEvent.click(screen.getByRole('button', { name: 'Ma position' }));
    await waitFor(() => expect(sent(form)).toMatchObject({ depart: '16020' }));
    expect(screen.getByDisplayValue('Aubeterre-sur-Dronne')).toBeTruthy();
    expect(asked).toEqual(['/api/places/nearest?lon=0.17&lat=45.27']);
  });

  it('says what to do when the position is refused', async () => {
    vi.stubGlobal('navigator', {
      geolocation: {
        getCurrentPosition: (_: unknown, refused: (error: Error) => void) =>
          refused(new Error('denied')),
      },
    });
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Ma position' }));
    await waitFor(() => expect(screen.getByText(fr.form.locateFailed)).toBeTruthy());
  });
});
