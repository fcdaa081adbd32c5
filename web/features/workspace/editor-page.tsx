// One offer being written by an organization, at the step its address names.

import '#web/features/transport/offers-page.css';
import '#web/features/transport/offer-page.css';
import type { Page } from '#web/lib/page.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import type { SavedDraft } from './draft-store.ts';
import { EditorContent } from './editor-content.tsx';
import type { EditorData, EditorGround } from './editor-data.ts';
import { readStep } from './editor-steps.ts';

export const editorPage: Page<EditorData> = {
  async load(request) {
    const { api, params, query, text } = request;
    const workspaceId = params['espace'] ?? '';
    const offerId = params['id'] ?? '';
    const [draft, ground] = await Promise.all([
      api.get<SavedDraft>(`${workspaceApi(workspaceId, offerId)}/draft`),
      api.get<EditorGround>(`${workspaceApi(workspaceId)}/ground`),
    ]);
    return {
      kind: 'page',
      head: {
        title: text.editor.title(draft.document.offer.name),
        description: text.editor.title(draft.document.offer.name),
        noIndex: true,
      },
      data: { workspaceId, offerId, step: readStep(query), draft, ground },
    };
  },
  Content: EditorContent,
};
