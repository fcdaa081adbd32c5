// Do the answers kept in the tab change the calendar, without ever standing in an address?

import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SlotsAnswers } from '#web/features/journey/slots-answers.tsx';
import { SlotsLink } from '#web/features/journey/slots-link.tsx';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { keepAnswers, readKeptAnswers } from '#web/lib/kept-answers.ts';
import { PageContext } from '#web/lib/page-context.ts';
import { type Answers, NO_ANSWERS } from '#web/lib/personal-answers.ts';

const PATH = '/creneaux/abc?depart=16020';
const ANSWERS: Answers = { profile: { hasLicence: false }, needs: ['wheelchair'] };
const STATE = {
  locale: 'fr' as const,
  path: '/creneaux/abc',
  search: '?depart=16020',
  nowMs: 0,
  api: createApi(() => Promise.reject(new Error('nothing is asked of the API here'))),
  text: fr,
  format: createFormat(fr.conventions),
  site: null,
  baseMap: null,
};

/** Requests for a page, and what they are answered with. */
const asked: { path: string; method: string | undefined; body: string }[] = [];
let answer: () => Promise<Response>;

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    asked.push({ path, method: init?.method, body: String(init?.body) });
    return answer();
  });
});

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const page = (calendar: string) =>
  new Response(`<main><div class="slots-found"><p>${calendar}</p></div></main>`);

function show(answers: Answers = NO_ANSWERS): HTMLElement {
  let calendar!: HTMLDivElement;
  render(() => (
    <PageContext.Provider value={STATE}>
      <SlotsAnswers answers={answers} path={PATH} calendar={() => calendar} />
      <div ref={calendar}>
        <p>pour tous</p>
      </div>
    </PageContext.Provider>
  ));
  return calendar;
}

const settled = () => new Promise((done) => setTimeout(done, 5));

describe('the calendar of somebody who answered questions', () => {
  it('takes the place of the one for everybody, asked with the answers in the body', async () => {
    keepAnswers(ANSWERS);
    answer = async () => page('pour vous');
    const calendar = show();
    expect(calendar.getAttribute('aria-busy')).toBe('true');
    expect(screen.getByRole('status').textContent).toBe(fr.slots.answersBusy);
    await settled();
    expect(asked).toEqual([
      { path: PATH, method: 'POST', body: 'hasLicence=non&besoins=wheelchair' },
    ]);
    expect([calendar.textContent, calendar.getAttribute('aria-busy')]).toEqual(['pour vous', null]);
    expect(screen.getByRole('status').textContent).toBe(fr.slots.withAnswers);
  });

  it.each([
    ['does not answer', () => Promise.reject(new Error('offline'))],
    ['refuses', async () => new Response('', { status: 503 })],
    ['answers something else', async () => new Response('<main></main>')],
  ])('says it is the one for everybody when the server %s', async (_how, failing) => {
    keepAnswers(ANSWERS);
    answer = failing;
    const calendar = show();
    await settled();
    expect([calendar.textContent, calendar.getAttribute('aria-busy')]).toEqual(['pour tous', null]);
    expect(document.body.textContent).toContain(fr.slots.answersFailed);
  });

  it('is asked once when nothing was answered, or when the server already knew', async () => {
    show();
    show(ANSWERS);
    await settled();
    expect(asked).toEqual([]);
    expect(readKeptAnswers()).toEqual(ANSWERS);
  });
});

describe('the way to the calendar', () => {
  const go = (answers: Answers) =>
    render(() => (
      <PageContext.Provider value={STATE}>
        <SlotsLink href={PATH} answers={answers} />
      </PageContext.Provider>
    ));

  it('is a plain link when nothing was answered', () => {
    go(NO_ANSWERS);
    expect(screen.getByRole('link').getAttribute('href')).toBe(PATH);
  });

  it('posts the answers, or keeps them in the tab and follows the address', () => {
    const { container } = go(ANSWERS);
    const form = container.querySelector('form');
    if (form === null) throw new Error('a form was expected');
    expect([form.method, form.getAttribute('action')]).toEqual(['post', PATH]);
    expect(new URLSearchParams([...new FormData(form)] as [string, string][]).toString()).toBe(
      'hasLicence=non&besoins=wheelchair',
    );
    const assign = vi.fn();
    vi.stubGlobal('location', { assign });
    expect(fireEvent.submit(form)).toBe(false);
    expect(assign.mock.calls).toEqual([[PATH]]);
    expect(readKeptAnswers()).toEqual(ANSWERS);
  });
});
