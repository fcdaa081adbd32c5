// The pages of one organization: where one is, and where one may go.

import '#web/styles/workspace-nav.css';
import { For } from 'solid-js';
import { isAllowed, type Permission, type Role } from '#domain/account/roles.ts';
import { usePage } from './page-context.ts';
import { workspacePath } from './workspace-api.ts';

type Section =
  | 'offers'
  | 'reports'
  | 'freshness'
  | 'trips'
  | 'demand'
  | 'observatory'
  | 'lines'
  | 'files'
  | 'history'
  | 'organizations'
  | 'team';

const SECTIONS: readonly { section: Section; path: string; permission: Permission }[] = [
  { section: 'organizations', path: '/organismes', permission: 'workspace.create' },
  { section: 'offers', path: '', permission: 'offer.read' },
  { section: 'reports', path: '/signalements', permission: 'report.read' },
  { section: 'freshness', path: '/fraicheur', permission: 'freshness.read' },
  { section: 'trips', path: '/trajets', permission: 'trips.count' },
  { section: 'demand', path: '/demandes', permission: 'demand.read' },
  { section: 'lines', path: '/lignes', permission: 'overlay.read' },
  { section: 'observatory', path: '/observatoire', permission: 'demand.read' },
  { section: 'files', path: '/fichiers', permission: 'file.export' },
  { section: 'history', path: '/historique', permission: 'history.read' },
  { section: 'team', path: '/equipe', permission: 'member.read' },
];

/** Where a person of this role begins: the first page of theirs. */
export function firstPage(workspaceId: string, role: Role): string {
  const first = SECTIONS.find(({ permission }) => isAllowed(role, permission));
  return `${workspacePath(workspaceId)}${first?.path ?? ''}`;
}

export function WorkspaceNav(props: { workspaceId: string; role: Role; current: Section }) {
  const { text, link } = usePage();
  const words = text.workspace.nav;
  return (
    <nav class="workspace-nav" aria-label={words.label}>
      <ul>
        <For each={SECTIONS.filter(({ permission }) => isAllowed(props.role, permission))}>
          {({ section, path }) => (
            <li>
              <a
                href={link(`${workspacePath(props.workspaceId)}${path}`)}
                aria-current={section === props.current ? 'page' : undefined}
              >
                {words[section]}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
