// Does an address say exactly what is searched, and do typed words find their way to it?

import { describe, expect, it } from 'vitest';
import {
  entryValue,
  resolveNeed,
  resolvePlace,
  sameWords,
} from '#web/features/directory/need-resolve.ts';
import {
  readSearch,
  readWhen,
  searchPath,
  travelQuery,
} from '#web/features/directory/need-search.ts';
import { createApi } from '#web/lib/api.ts';

const read = (query: string) => readSearch(new URLSearchParams(query));

/** An API that answers these paths, and 404 to the others. */
function drawnApi(answers: Record<string, unknown>) {
  return createApi(async (path) => {
    const answer = answers[decodeURIComponent(path)];
    return answer === undefined
      ? Response.json({ title: 'Nothing by this name' }, { status: 404 })
      : Response.json(answer);
  });
}

const dentist = {
  id: 'dentiste',
  group: 'teeth_eyes',
  label: { fr: 'Dentiste', en: 'Dentist' },
  plain: { fr: '', en: '' },
  synonyms: [],
  categories: ['dentist'],
};

const place = (insee: string, name: string, postcode: string) => ({
  key: insee,
  insee,
  name,
  postcode,
  point: [0.1, 45.3],
  matched: 'name',
  matchedText: name,
  territoryCode: 'sud-charente',
});

describe('the address of a search', () => {
  it('reads back what it wrote', () => {
    const search = read(
      'besoin=dentiste&depart=16020&deplacement=on-memmene&jour=2026-11-24&heure=10:00&rayon=30&acces=oui',
    );
    expect(search).toMatchObject({
      need: 'dentiste',
      needTyped: false,
      place: '16020',
      mode: 'driven',
      radiusMeters: 30_000,
      accessible: true,
    });
    expect(readSearch(new URL(searchPath(search), 'http://x').searchParams)).toEqual(search);
  });

  it('takes what was typed before what was chosen', () => {
    expect(read('besoin=dentiste&quoi=docteur')).toMatchObject({
      need: 'docteur',
      needTyped: true,
    });
  });

  it('ignores a radius or a way to travel it never offered', () => {
    expect(read('rayon=7&deplacement=en-fusee')).toMatchObject({
      radiusMeters: null,
      mode: 'no_car',
    });
    expect(read('rayon=').radiusMeters).toBeNull();
  });

  it('cuts words too long to mean anything', () => {
    expect(read(`quoi=${'a'.repeat(500)}`).need).toHaveLength(80);
  });

  it('gives the other pages the place, the way, the moment, and what to come back to', () => {
    expect(travelQuery(read('besoin=dentiste&depart=16020&jour=2026-11-24'))).toEqual({
      depart: '16020',
      deplacement: 'sans-voiture',
      jour: '2026-11-24',
      heure: undefined,
      besoin: 'dentiste',
      rayon: undefined,
      acces: undefined,
      suite: undefined,
    });
    const narrowed = 'besoin=dentiste&depart=16020&rayon=20&acces=oui&suite=abc';
    expect(travelQuery(read(narrowed))).toMatchObject({ rayon: '20', acces: 'oui', suite: 'abc' });
  });
});

describe('the moment of a search', () => {
  const when = (query: string) => readWhen(read(query), '2026-11-22');

  it('is nothing, a day, or a day with its hour', () => {
    expect(when('')).toEqual({ kind: 'none' });
    expect(when('jour=2026-11-22')).toEqual({ kind: 'day', date: '2026-11-22' });
    expect(when('jour=2026-11-24&heure=00:00')).toEqual({
      kind: 'moment',
      date: '2026-11-24',
      minute: 0,
    });
  });

  it.each([
    ['jour=2026-02-30', 'date'],
    ['jour=demain', 'date'],
    ['jour=2026-11-21', 'date_past'],
    ['jour=2026-11-24&heure=25:00', 'time'],
    ['heure=10:00', 'time_without_date'],
  ])('says what is wrong with %s', (query, fault) => {
    expect(when(query)).toEqual({ kind: 'fault', fault });
  });
});

describe('the words of a need', () => {
  it('are a need when they are its id, chosen and not typed', async () => {
    const api = drawnApi({ '/api/needs': [dentist] });
    expect(await resolveNeed(api, { need: 'dentiste', needTyped: false })).toEqual({
      kind: 'need',
      need: dentist,
    });
  });

  it('are understood by the directory otherwise', async () => {
    const api = drawnApi({
      '/api/needs': [dentist],
      '/api/directory/suggest?q=mal+aux+dents': [
        { kind: 'need', id: 'dentiste', label: dentist.label, matchedText: 'dents' },
      ],
    });
    expect(await resolveNeed(api, { need: 'mal aux dents', needTyped: true })).toMatchObject({
      kind: 'need',
    });
  });

  it('may be somebody, by name or by choice', async () => {
    const api = drawnApi({
      '/api/needs': [dentist],
      '/api/directory/suggest?q=vauclair': [
        {
          kind: 'entry',
          id: 'p-1',
          name: 'Dr Vauclair',
          title: 'Dentiste',
          communeName: 'Chalais',
        },
      ],
    });
    const expected = { kind: 'entry', entryId: 'p-1' };
    expect(await resolveNeed(api, { need: 'vauclair', needTyped: true })).toEqual(expected);
    expect(await resolveNeed(api, { need: entryValue('p-1'), needTyped: false })).toEqual(expected);
  });

  it('are asked again when absent or unknown', async () => {
    const api = drawnApi({ '/api/needs': [dentist], '/api/directory/suggest?q=zz': [] });
    expect(await resolveNeed(api, { need: '', needTyped: false })).toEqual({ kind: 'missing' });
    expect(await resolveNeed(api, { need: 'zz', needTyped: true })).toEqual({ kind: 'unknown' });
  });
});

describe('the words of a place', () => {
  const chalais = place('16073', 'Chalais', '16210');
  const other = place('16210', 'Montignac', '16330');
  const resolve = (
    answers: Record<string, unknown>,
    asked: { place: string; placeTyped: boolean },
  ) => resolvePlace(drawnApi(answers), asked, 'sud-charente');
  const suggest = (text: string) => `/api/places/suggest?q=${text}&territory=sud-charente`;

  it('are a commune when its code was chosen', async () => {
    const answer = await resolve(
      { '/api/places/16073': chalais },
      { place: '16073', placeTyped: false },
    );
    expect(answer).toEqual({ kind: 'place', place: chalais });
  });

  it('are an address when its key was chosen, or when it was typed whole', async () => {
    const home = {
      ...place('16073', '4 bis rue des Prés, Chalais', '16210'),
      key: '16073_0070_4bis',
      matched: 'address',
    };
    const chosen = { place: '16073_0070_4bis', placeTyped: false };
    const expected = { kind: 'place', place: home };
    expect(await resolve({ '/api/places/16073_0070_4bis': home }, chosen)).toEqual(expected);
    const typed = { [suggest('4+bis+rue+des+pres+chalais')]: [home, chalais] };
    expect(await resolve(typed, { place: '4 bis rue des pres chalais', placeTyped: true })).toEqual(
      expected,
    );
  });

  it('are a postcode when five digits were typed, even if a commune has them as its code', async () => {
    const answers = { '/api/places/16210': other, [suggest('16210')]: [chalais] };
    expect(await resolve(answers, { place: '16210', placeTyped: true })).toEqual({
      kind: 'place',
      place: chalais,
    });
  });

  it('are the one place with exactly that name among several', async () => {
    const answers = { [suggest('chalais')]: [place('16999', 'Chalais-sur-Tude', '1'), chalais] };
    expect(await resolve(answers, { place: 'chalais', placeTyped: true })).toEqual({
      kind: 'place',
      place: chalais,
    });
  });

  it('are asked again when several places answer as well', async () => {
    const places = [place('1', 'Saint-Laurent', '1'), place('2', 'Saint-Léger', '2')];
    const answers = { [suggest('saint')]: places };
    expect(await resolve(answers, { place: 'saint', placeTyped: true })).toEqual({
      kind: 'choice',
      places,
    });
  });

  it('are unknown when nobody answers', async () => {
    const answers = { [suggest('zz')]: [] };
    expect(await resolve(answers, { place: 'zz', placeTyped: true })).toEqual({ kind: 'unknown' });
    expect(await resolve({}, { place: '', placeTyped: false })).toEqual({ kind: 'missing' });
  });

  it('are the same with or without accents, hyphens and « saint » in full', () => {
    expect(sameWords('st severin', 'Saint-Séverin')).toBe(true);
    expect(sameWords('ste marie', 'Sainte-Marie')).toBe(true);
    expect(sameWords('Chalais', 'Chalais-sur-Tude')).toBe(false);
  });
});
