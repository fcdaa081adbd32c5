// Is writing that was not saved kept until its author has chosen?

import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { AccountSignOut } from '#web/features/account/account-sign-out.tsx';
import { browserKeep } from '#web/features/workspace/browser-keep.ts';
import { fr } from '#web/i18n/fr.ts';
import { forgetAllButDrafts, listKeptDrafts } from '#web/lib/kept-drafts.ts';
import { PageContext } from '#web/lib/page-context.ts';

const words = fr.account.account;
const draftOf = (name: string) => JSON.stringify({ revision: 3, document: { offer: { name } } });
const sent: string[] = [];

/** jsdom goes nowhere: what would be sent is noted. */
function note(event: SubmitEvent) {
  if (event.defaultPrevented) return;
  event.preventDefault();
  sent.push((event.submitter as HTMLButtonElement).value);
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  sent.length = 0;
  document.addEventListener('submit', note);
});
afterEach(() => {
  cleanup();
  document.removeEventListener('submit', note);
});

function show() {
  const { state } = workspacePage({});
  render(() => (
    <PageContext.Provider value={state}>
      <AccountSignOut workspaceIds={['mosc', 'autre']} />
    </PageContext.Provider>
  ));
  fireEvent.click(screen.getByRole('button', { name: words.signOut }));
}

it('a sign-out with nothing unsaved goes at once', () => {
  localStorage.setItem('voisoin.no-drive', 'oui');
  show();
  expect(sent).toEqual(['quitter']);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a sign-out with unsaved writing names the offers, and waits for a choice', () => {
  browserKeep('mosc', 'navette').write(draftOf('La navette'));
  browserKeep('autre', 'minibus').write(draftOf(''));
  browserKeep('ailleurs', 'x').write(draftOf('Of people who are not me'));
  show();
  expect(sent).toEqual([]);
  const alert = within(screen.getByRole('alert'));
  const links = alert
    .getAllByRole('link')
    .map((each) => [each.textContent, each.getAttribute('href')]);
  expect(links).toEqual([
    [words.unnamedOffer, '/espace/autre/offres/minibus'],
    ['La navette', '/espace/mosc/offres/navette'],
  ]);
  fireEvent.click(alert.getByRole('button', { name: words.stay }));
  expect(screen.queryByRole('alert')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: words.signOut }));
  fireEvent.click(screen.getByRole('button', { name: words.leaveKeeping }));
  fireEvent.click(screen.getByRole('button', { name: words.leaveErasing }));
  expect(sent).toEqual(['quitter-en-gardant', 'quitter']);
});

it('what is kept is the writing alone', () => {
  browserKeep('mosc', 'navette').write(draftOf('La navette'));
  localStorage.setItem('voisoin.no-drive', 'oui');
  sessionStorage.setItem('voisoin.answers', 'ageYears=80');
  forgetAllButDrafts();
  expect(listKeptDrafts(['mosc'])).toEqual([
    { workspaceId: 'mosc', offerId: 'navette', name: 'La navette' },
  ]);
  expect([localStorage.length, sessionStorage.length]).toEqual([1, 0]);
});
