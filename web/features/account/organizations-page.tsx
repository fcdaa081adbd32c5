// « Les organismes »: who has a space here; another is opened, and the first person who manages it invited.

import './account.css';
import { For, Show } from 'solid-js';
import { localMoment } from '#web/lib/format.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Organization } from './account-data.ts';
import { OrganizationForm } from './organization-form.tsx';
import {
  loadOrganizations,
  type OrganizationsData,
  submitOrganizations,
} from './organizations-load.ts';
import { TeamHandOver } from './team-invite.tsx';

export const organizationsPage: Page<OrganizationsData> = {
  load: import.meta.env.SSR ? loadOrganizations : neverInBrowser,
  submit: import.meta.env.SSR ? submitOrganizations : neverInBrowser,

  Content(props) {
    const { text } = usePage();
    const words = text.account.organizations;
    const { workspace } = props.data;
    const isWell = () => props.data.failure === null;
    const told = () => {
      const { done, failure } = props.data;
      return failure !== null ? words[failure] : done !== null ? words[done] : null;
    };
    return (
      <main id="contenu" class="page wrap account">
        <PageHeader title={words.title} lead={words.lead}>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="organizations" />
        </PageHeader>
        <Show when={told()}>
          {(sentence) => (
            <Notice
              tone={isWell() ? 'info' : 'warn'}
              role={isWell() ? 'status' : 'alert'}
              {...(isWell() ? { icon: 'check' as const } : {})}
            >
              <p>{sentence()}</p>
            </Notice>
          )}
        </Show>
        <Show when={props.data.handOver}>
          {(given) => <TeamHandOver email={given().email} link={given().link} />}
        </Show>
        <section aria-labelledby="espaces">
          <h2 id="espaces">{words.list}</h2>
          <ul class="account-list">
            <For each={props.data.organizations}>
              {(organization) => <OpenSpace organization={organization} data={props.data} />}
            </For>
          </ul>
        </section>
        <OrganizationForm data={props.data} />
      </main>
    );
  },
};

function OpenSpace(props: { organization: Organization; data: OrganizationsData }) {
  const { text, link, format } = usePage();
  const words = text.account.organizations;
  const { id, name, kind, memberCount, managerCount, invitedUntil } = props.organization;
  const where = () =>
    props.data.territories
      .filter(({ code }) => props.organization.territoryCodes.includes(code))
      .map((territory) => territory.name);
  const until = (moment: string) => format.factDate(localMoment(Date.parse(moment)).date);
  return (
    <li class="account-row">
      <span>
        <strong>{name}</strong>
        <span class="field-hint">{[words.kinds[kind], ...where()].join(', ')}</span>
      </span>
      <Show when={managerCount === 0} fallback={<span>{words.members(memberCount)}</span>}>
        <div>
          <p>
            {words.nobody}{' '}
            <Show when={invitedUntil}>{(moment) => words.waiting(until(moment()))}</Show>
          </p>
          <Disclosure summary={words.again}>
            <form class="account-form" method="post" action={link(props.data.path)}>
              <input type="hidden" name="lequel" value={id} />
              <input type="hidden" name="cle" value={`${props.data.form.key}.${id}`} />
              <TextField
                id={`adresse-${id}`}
                label={words.email}
                name="adresse"
                inputMode="email"
                required
              />
              <Button
                type="submit"
                look="quiet"
                icon="mail"
                name="geste"
                value="inviter"
                label={words.againOf(name)}
              >
                {words.again}
              </Button>
            </form>
          </Disclosure>
        </div>
      </Show>
    </li>
  );
}
