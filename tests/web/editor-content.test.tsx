// Does the editor let those write who may, and say to the others why their fields are locked?

import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#domain/account/roles.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
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

function show(role: Role, step: Step) {
  const { state, asked } = workspacePage({ 'GET /cases': { status: 200, body: [] } });
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
