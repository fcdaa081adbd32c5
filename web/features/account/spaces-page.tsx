// « Espace »: in which of them does one want to work? Who has one only is taken there.

import './account.css';
import { For } from 'solid-js';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Me } from './account-data.ts';

type SpacesData = { workspaces: Me['workspaces'] };

export const spacesPage: Page<SpacesData> = {
  load: import.meta.env.SSR ? loadSpaces : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const words = text.account.account;
    return (
      <main id="contenu" class="page wrap account">
        <PageHeader title={words.spaces} />
        <ul class="account-list">
          <For each={props.data.workspaces} fallback={<li>{words.noSpace}</li>}>
            {(workspace) => (
              <li class="account-row">
                <a class="account-link" href={link(`/espace/${workspace.id}`)}>
                  {workspace.name}
                </a>
                <span>{text.account.roles[workspace.role]}</span>
              </li>
            )}
          </For>
        </ul>
      </main>
    );
  },
};

async function loadSpaces({ api, text }: PageRequest): Promise<PageOutcome<SpacesData>> {
  const { workspaces } = await api.get<Me>('/api/account/me');
  const [only, ...others] = workspaces;
  if (only !== undefined && others.length === 0) {
    return { kind: 'redirect', to: `/espace/${encodeURIComponent(only.id)}` };
  }
  const title = text.account.account.spaces;
  return { kind: 'page', head: { title, description: title, noIndex: true }, data: { workspaces } };
}
