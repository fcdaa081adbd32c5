// Does the editor let those write who may, and say to the others why their fields are locked?

import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#domain/account/roles.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { type Answer, type Asked, workspacePage } from '#tests/web/workspace-page.ts';
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
