// « Fichiers » : take all offers away, bring some from elsewhere, show them on one's own site.

import './workspace.css';
import './publish.css';
import './files-page.css';
import { Show } from 'solid-js';
import { isAllowed } from '#domain/account/roles.ts';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { EditorGround } from './editor-data.ts';
import { FileImport } from './file-import.tsx';

type FilesData = { workspaceId: string; ground: EditorGround; origin: string };

export const filesPage: Page<FilesData> = {
  load: import.meta.env.SSR ? loadFiles : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const words = text.workspace.files;
    const { workspaceId, ground, origin } = props.data;
    const asked = encodeURIComponent(workspaceId);
    const publicFile = `/api/transport/gtfs.zip?workspace=${asked}`;
    const frame = `<iframe src="${origin}${link(`/integrer/transports?espace=${asked}`)}" title="${text.transport.embed.title}" width="100%" height="600" loading="lazy" style="border:0"></iframe>`;
    return (
      <main id="contenu" class="page wrap workspace files">
        <PageHeader title={words.title} lead={words.lead}>
          <WorkspaceNav workspaceId={workspaceId} role={ground.role} current="files" />
        </PageHeader>
        <Show when={isAllowed(ground.role, 'file.import')}>
          <FileImport workspaceId={workspaceId} communes={ground.communes} />
        </Show>
        <section class="card" aria-labelledby="emporter">
          <h2 id="emporter">{words.out}</h2>
          <p>{words.outText}</p>
          <LinkButton href={`${workspaceApi(workspaceId)}/files`}>{words.download}</LinkButton>
        </section>
        <section class="card" aria-labelledby="public">
          <h2 id="public">{words.publicTitle}</h2>
          <p>{words.publicText}</p>
          <p>
            <a class="files-address" href={publicFile}>
              {origin}
              {publicFile}
            </a>
          </p>
        </section>
        <section class="card" aria-labelledby="integrer">
          <h2 id="integrer">{words.embedTitle}</h2>
          <p id="integrer-aide">{words.embedText}</p>
          <textarea
            class="input files-snippet"
            readOnly
            rows="3"
            aria-labelledby="integrer"
            aria-describedby="integrer-aide"
            onFocus={(event) => event.currentTarget.select()}
          >
            {frame}
          </textarea>
        </section>
      </main>
    );
  },
};

async function loadFiles({
  api,
  params,
  text,
  origin,
}: PageRequest): Promise<PageOutcome<FilesData>> {
  const workspaceId = params['espace'] ?? '';
  const ground = await api.get<EditorGround>(`${workspaceApi(workspaceId)}/ground`);
  const { title, lead } = text.workspace.files;
  return {
    kind: 'page',
    head: { title, description: lead, noIndex: true },
    data: { workspaceId, ground, origin },
  };
}
