// « /espace/… » : the offers an organization keeps, what is due first, and what may be done with each.

import '#web/features/transport/offers-page.css';
import './workspace.css';
import { For, Show } from 'solid-js';
import { isAllowed } from '#domain/account/roles.ts';
import { OFFER_KINDS } from '#domain/transport/offer.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ArchivedOffer, KeptOfferCard } from './kept-offer-card.tsx';
import { loadOffers, type OffersData, submitOffers } from './offers-load.ts';
import { isArchived, sortKept, whatIsDue } from './offers-model.ts';

/** Its first question: a link to it, above the list, has the browser put the keyboard there. */
const NEW_OFFER = 'nouvelle-offre';

export const keptOffersPage: Page<OffersData> = {
  load: import.meta.env.SSR ? loadOffers : neverInBrowser,
  submit: import.meta.env.SSR ? submitOffers : neverInBrowser,

  Content(props) {
    const { text } = usePage();
    const words = text.workspace.offers;
    const { workspace } = props.data;
    const told = () => {
      const { done, failure } = props.data;
      return failure !== null ? words.failure[failure] : done !== null ? words.done[done] : null;
    };
    const all = () => sortKept(props.data.offers);
    const live = () => all().filter((offer) => !isArchived(offer));
    const archived = () => all().filter(isArchived);
    const due = () => whatIsDue(all());
    return (
      <main id="contenu" class="page wrap workspace">
        <PageHeader title={words.title(workspace.name)} lead={words.lead}>
          <Show when={isAllowed(workspace.role, 'offer.edit')}>
            <LinkButton href={`#${NEW_OFFER}`} icon="edit" class="kept-begin">
              {words.create.title}
            </LinkButton>
          </Show>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="offers" />
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
        <Show when={due().reviews > 0}>
          <Notice tone="warn" title={words.due(due().reviews)}>
            <p>{words.dueWhy}</p>
          </Notice>
        </Show>
        <Show when={due().drafts > 0}>
          <p class="workspace-drafts">{words.drafts(due().drafts)}</p>
        </Show>
        <ul class="kept-list">
          <For
            each={live()}
            fallback={
              <li>
                <p class="lead">{words.none}</p>
                <Show when={isAllowed(workspace.role, 'offer.edit')}>
                  <p>{words.noneNext}</p>
                </Show>
              </li>
            }
          >
            {(offer) => (
              <li>
                <KeptOfferCard offer={offer} data={props.data} />
              </li>
            )}
          </For>
        </ul>
        <Show when={isAllowed(workspace.role, 'offer.edit')}>
          <NewOffer data={props.data} />
        </Show>
        <Show when={archived().length > 0}>
          <Disclosure summary={words.archived(archived().length)}>
            <ul class="kept-archive">
              <For each={archived()}>
                {(offer) => <ArchivedOffer offer={offer} data={props.data} />}
              </For>
            </ul>
          </Disclosure>
        </Show>
      </main>
    );
  },
};

function NewOffer(props: { data: OffersData }) {
  const { text, link } = usePage();
  const words = text.workspace.offers.create;
  return (
    <section class="card kept-new" aria-labelledby="nouvelle">
      <h2 id="nouvelle">{words.title}</h2>
      <form method="post" action={link(props.data.path)}>
        <input type="hidden" name="cle" value={props.data.key} />
        <Field id={NEW_OFFER} label={words.kind}>
          {(ids) => (
            <select class="input" id={ids.id} name="genre">
              <For each={OFFER_KINDS}>
                {(kind) => (
                  <option value={kind} selected={kind === 'on_demand'}>
                    {text.codes.offerKinds[kind]}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <TextField name="nom" label={words.name} hint={words.nameHint} maxLength={200} />
        <Button type="submit" icon="edit" name="geste" value="commencer">
          {words.submit}
        </Button>
      </form>
    </section>
  );
}
