// « L’équipe »: who works in a workspace, with which role; who is invited.

import './account.css';
import { For, Show } from 'solid-js';
import { isNotFound } from '#web/lib/api-failure.ts';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Member } from './account-data.ts';
import { TeamHandOver, TeamInvite, TeamWaiting } from './team-invite.tsx';
import { loadTeam, submitTeam, type TeamData } from './team-load.ts';
import { TeamMember, TeamRemoval } from './team-members.tsx';

export const teamPage: Page<TeamData> = {
  load: import.meta.env.SSR ? loadOrMissing : neverInBrowser,
  submit: import.meta.env.SSR ? submitTeam : neverInBrowser,

  Content(props) {
    const { text } = usePage();
    const words = text.account.team;
    const { workspace } = props.data;
    const told = () => {
      const { done, failure } = props.data;
      return failure !== null ? words[failure] : done !== null ? words[done] : null;
    };
    const leaving = (): Member | undefined =>
      props.data.team.members.find(({ userId }) => userId === props.data.removing);
    return (
      <main id="contenu" class="page wrap account">
        <PageHeader title={words.title} lead={words.lead(workspace.name)}>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="team" />
        </PageHeader>
        <Show when={told()}>
          {(sentence) => (
            <Notice
              tone={props.data.failure === null ? 'info' : 'warn'}
              role={props.data.failure === null ? 'status' : 'alert'}
              {...(props.data.failure === null ? { icon: 'check' as const } : {})}
            >
              <p>{sentence()}</p>
            </Notice>
          )}
        </Show>
        <Show when={props.data.handOver}>
          {(given) => <TeamHandOver email={given().email} link={given().link} />}
        </Show>
        <Show when={leaving()}>
          {(member) => <TeamRemoval member={member()} path={props.data.path} />}
        </Show>
        <section aria-labelledby="membres">
          <h2 id="membres">{words.members}</h2>
          <ul class="account-list">
            <For each={props.data.team.members}>
              {(member) => (
                <TeamMember
                  member={member}
                  roles={props.data.team.roles}
                  mayManage={props.data.team.mayManage}
                  path={props.data.path}
                />
              )}
            </For>
          </ul>
        </section>
        <Show when={props.data.team.mayManage}>
          <TeamInvite
            roles={props.data.team.roles}
            path={props.data.path}
            email={props.data.email}
            badEmail={props.data.badEmail}
            formKey={props.data.key}
          />
          <TeamWaiting invitations={props.data.invitations} path={props.data.path} />
        </Show>
      </main>
    );
  },
};

async function loadOrMissing(request: PageRequest): Promise<PageOutcome<TeamData>> {
  try {
    return await loadTeam(request);
  } catch (error) {
    if (isNotFound(error)) return { kind: 'not_found' };
    throw error;
  }
}
