// Does the editor let those write who may, and say to the others why their fields are locked?

import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#domain/account/roles.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { type Answer, type Asked, workspacePage } from '#tests/web/workspace-page.ts';
import { nextPath } from '#web/features/account/next-path.ts';
import { blankPattern } from '#web/features/workspace/blank-pattern.ts';
import { EditorContent } from '#web/features/workspace/editor-content.tsx';
import type { Step } from '#web/features/workspace/editor-steps.ts';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const BLANK = blankDocument({
  id: 'essai',
  kind: 'volunteer',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});
const DOCUMENT = {
  ...BLANK,
  offer: {
    ...BLANK.offer,
    name: 'Essai',
    conditions: ['Prévenez.'],
    patterns: [blankPattern('essai', [])],
    fares: [
      { kind: 'flat', cents: 200, per: 'leg', note: null, provenance: BLANK.offer.provenance },
    ],
  },
} as typeof BLANK;

beforeEach(() => localStorage.clear());
afterEach(() => cleanup());

function show(role: Role, step: Step, answers: Parameters<typeof workspacePage>[0] = {}) {
  const { state, asked } = workspacePage({ 'GET /cases': { status: 200, body: [] }, ...answers });
  const ground = {
    workspace: { id: 'mosc', name: 'MOSC' },
    role,
    communes: [],
    epcis: [],
    needs: [],
  };
  const data = {
    workspaceId: 'mosc',
    offerId: 'essai',
    step,
    draft: { document: DOCUMENT, revision: 4 },
    ground,
  };
  const { container } = render(() => (
    <PageContext.Provider value={state}>
      <EditorContent data={data} />
    </PageContext.Provider>
  ));
  const fields = () => [
    ...container.querySelectorAll<HTMLInputElement>(
      '.editor-step :is(input, select, textarea, button)',
    ),
  ];
  return { asked, fields };
}

describe('the editor, for who may only read', () => {
  test.each(['quoi', 'ou', 'quand', 'qui', 'reserver', 'combien'] as const)(
    'has every field and button of « %s » locked, and says why',
    (step) => {
      const { fields } = show('reader', step);
      expect(fields().length).toBeGreaterThan(0);
      for (const field of fields()) expect(field.matches(':disabled'), field.name).toBe(true);
      expect(screen.getByText(fr.editor.readOnly)).toBeTruthy();
      expect(screen.getByText(fr.editor.readOnlyWhy)).toBeTruthy();
      expect(screen.queryByText(fr.editor.save.saved)).toBeNull();
    },
  );

  test('lets the stored cases be replayed', async () => {
    show('reader', 'essayer');
    await screen.findByText(fr.editor.trial.none);
    expect(screen.getByText(fr.editor.trial.none).closest('fieldset')?.disabled).toBe(false);
  });

  test('lets one go from step to step', () => {
    show('reader', 'quoi');
    fireEvent.click(
      screen.getByRole('link', { name: fr.editor.nextStep(fr.editor.steps.ou.name) }),
    );
    expect(screen.getByRole('heading', { name: fr.editor.steps.ou.question })).toBeTruthy();
  });
});

describe('the editor, for who may write', () => {
  test.each(['editor', 'publisher', 'admin'] as const)('locks nothing for the role %s', (role) => {
    const { fields } = show(role, 'quoi');
    for (const field of fields()) expect(field.matches(':disabled'), field.name).toBe(false);
    expect(screen.queryByText(fr.editor.readOnly)).toBeNull();
    expect(screen.getByText(fr.editor.save.saved)).toBeTruthy();
  });
});

describe('what is written and not published', () => {
  const name = () => screen.getByLabelText<HTMLInputElement>(fr.editor.what.name);
  const phone = () => screen.getByLabelText<HTMLInputElement>(fr.editor.what.phone);
  const write = (field: HTMLElement, value: string) => {
    field.focus();
    fireEvent.input(field, { target: { value } });
  };
  /** Somebody else saved the same revision first. */
  const stale = (theirs: Partial<(typeof DOCUMENT)['offer']>) => {
    let held = { document: { ...DOCUMENT, offer: { ...DOCUMENT.offer, ...theirs } }, revision: 5 };
    return {
      'PUT /draft': (asked: Asked): Answer => {
        if (asked.etag !== `"${held.revision}"`) return { status: 412, body: { current: held } };
        held = { document: asked.body as typeof DOCUMENT, revision: held.revision + 1 };
        return { status: 200, body: held };
      },
    };
  };
  const wait = { timeout: 4_000 };

  test('is said at once, with the way to publish it, to who may', async () => {
    show('publisher', 'quoi', {
      'PUT /draft': { status: 200, body: { document: DOCUMENT, revision: 5 } },
    });
    expect(screen.queryByText(fr.editor.notYet)).toBeNull();
    write(name(), 'Autre nom');
    expect(screen.getByText(fr.editor.notYet)).toBeTruthy();
    expect(screen.getByRole('link', { name: fr.editor.publishThese })).toBeTruthy();
    await screen.findByText(fr.editor.save.savedDraft, undefined, wait);
    cleanup();
    show('editor', 'quoi');
    write(name(), 'Autre nom');
    expect(screen.getByRole('link', { name: fr.editor.readThese })).toBeTruthy();
  });

  test('takes what somebody else changed elsewhere, the caret where it was', async () => {
    show('editor', 'quoi', stale({ phone: '05 45 00 00 09', summary: 'Leur phrase.' }));
    write(name(), 'Mon nom');
    await screen.findByText(fr.editor.publish.merge.brought(2), undefined, wait);
    expect([name().value, phone().value]).toEqual(['Mon nom', '05 45 00 00 09']);
    expect(screen.getByLabelText<HTMLTextAreaElement>(fr.editor.what.summary).value).toBe(
      'Leur phrase.',
    );
    expect(document.activeElement).toBe(name());
    await screen.findByText(fr.editor.save.savedDraft, undefined, wait);
  });

  test('is not to be published before what both changed is chosen', async () => {
    show('publisher', 'quoi', stale({ name: 'Leur nom' }));
    write(name(), 'Mon nom');
    const see = await screen.findByRole('button', { name: fr.editor.seeConflict }, wait);
    expect(screen.queryByRole('link', { name: fr.editor.publishThese })).toBeNull();
    fireEvent.click(see);
    expect(document.activeElement?.id).toBe('step-title');
    const words = fr.editor.publish.merge;
    fireEvent.click(screen.getByRole('radio', { name: words.theirs('Leur nom') }));
    fireEvent.click(screen.getByRole('button', { name: words.go }));
    expect(name().value).toBe('Leur nom');
    await screen.findByText(fr.editor.save.savedDraft, undefined, wait);
    expect(screen.getByRole('link', { name: fr.editor.publishThese })).toBeTruthy();
  });
});

describe('what the server does not take', () => {
  const name = () => screen.getByLabelText<HTMLInputElement>(fr.editor.what.name);
  const write = (value: string) => fireEvent.input(name(), { target: { value } });
  const mark = () => document.querySelector('.save-mark')?.textContent ?? '';
  const wait = { timeout: 4_000 };
  const { troubles, later, refused, signIn } = fr.editor.save;
  const ENGLISH = { detail: 'The draft is over 2 MB', errors: [{ field: 'offer.fares.0.cents' }] };

  test.each([
    [400, refused, troubles.invalidField('Montant')],
    [401, refused, troubles.signedOut],
    [403, refused, troubles.forbidden],
    [412, refused, troubles.behind],
    [413, refused, troubles.tooLarge],
    [429, later, troubles.busy],
    [503, later, troubles.down],
  ])('with %i is said in the words of the page', async (status, said, why) => {
    show('editor', 'quoi', { 'PUT /draft': { status, body: ENGLISH } });
    write('Autre nom');
    await screen.findByText(why, undefined, wait);
    expect(mark()).toContain(said);
    expect(mark()).not.toContain(ENGLISH.detail);
  });

  test('because one is signed out leads to signing in, and back to the same step', async () => {
    show('editor', 'quoi', { 'PUT /draft': { status: 401, body: ENGLISH } });
    write('Autre nom');
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: signIn }, wait);
    const url = new URL(link.href);
    const back = '/espace/mosc/offres/essai?etape=quoi';
    expect([url.pathname, url.searchParams.get('suite')]).toEqual(['/connexion', back]);
    expect(nextPath(back)).toBe(back);
  });

  test.each(['online', 'focus'])('goes again at once on « %s »', async (event) => {
    let status = 401;
    show('editor', 'quoi', {
      'PUT /draft': (): Answer => ({ status, body: { document: DOCUMENT, revision: 5 } }),
    });
    write('Autre nom');
    await screen.findByText(troubles.signedOut, undefined, wait);
    status = 200;
    window.dispatchEvent(new Event(event));
    await screen.findByText(fr.editor.save.savedDraft);
    expect(screen.queryByRole('link', { name: signIn })).toBeNull();
  });

  test('for want of a network is found again after the page was closed', async () => {
    show('editor', 'quoi', {
      'PUT /draft': () => {
        throw new TypeError('Failed to fetch');
      },
    });
    write('Écrit sans réseau');
    await screen.findByText(fr.editor.save.offline, undefined, wait);
    cleanup();
    const { asked } = show('editor', 'quoi', {
      'PUT /draft': { status: 200, body: { document: DOCUMENT, revision: 5 } },
    });
    expect(name().value).toBe('Écrit sans réseau');
    await screen.findByText(fr.editor.save.savedDraft, undefined, wait);
    expect(asked.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({
      offer: { name: 'Écrit sans réseau' },
    });
  });
});
