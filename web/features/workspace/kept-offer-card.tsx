// One offer of the organization: what residents read of it, since when, and what to do next.

import { For, Show } from 'solid-js';
import { isAllowed } from '#domain/account/roles.ts';
import { withQuery } from '#web/lib/api.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspacePath } from '#web/lib/workspace-api.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { OFFER_ICONS } from '#web/ui/kind-icons.ts';
import { STATUS_TAGS } from '#web/ui/status-tags.ts';
import { Tag } from '#web/ui/tag.tsx';
import { stepHref } from './editor-steps.ts';
import { KeptOfferMore } from './kept-offer-more.tsx';
import { keptFacts } from './kept-offer-words.ts';
import { type KeptOfferProps, OfferForm } from './offer-form.tsx';

/** What changes most often: one press from the list. */
const STRAIGHT = ['combien', 'quand', 'ou', 'reserver'] as const;

export function KeptOfferCard(props: KeptOfferProps) {
  const { text, link, nowMs } = usePage();
  const words = text.workspace.offers;
  const { offer } = props;
  const path = workspacePath(props.data.workspace.id, offer.id);
  const may = (permission: Parameters<typeof isAllowed>[1]) =>
    isAllowed(props.data.workspace.role, permission);
  const name = offer.name || words.unnamed;
  const tag =
    offer.state === 'withdrawn'
      ? ({ tone: 'plain', icon: 'close' } as const)
      : offer.state === 'not_published' || offer.state === 'archived'
        ? ({ tone: 'plain', icon: 'edit' } as const)
        : STATUS_TAGS[offer.state];
  const editWords = () => {
    if (!may('offer.edit')) return words.read;
    return offer.draft !== null ? words.finish : words.edit;
  };
  return (
    <article class="card kept" aria-labelledby={`offre-${offer.id}`}>
      <header class="offer-head">
        <span class="offer-icon">
          <Icon name={OFFER_ICONS[offer.kind]} />
        </span>
        <div>
          <h2 class="kept-name" id={`offre-${offer.id}`}>
            <a href={link(path)}>{name}</a>
          </h2>
          <p class="offer-tags">
            <span>{text.codes.offerKinds[offer.kind]}</span>
            <Tag tone={tag.tone} icon={tag.icon}>
              {words.states[offer.state]}
            </Tag>
          </p>
        </div>
      </header>
      <ul class="kept-facts">
        <For each={keptFacts(offer, words, localMoment(nowMs).date)}>
          {(fact) => (
            <li data-warn={fact.isWarning ? '' : undefined}>
              <Icon name={fact.icon} />
              <span>{fact.said}</span>
            </li>
          )}
        </For>
      </ul>
      <div class="actions">
        <Show when={may('offer.confirm') && offer.versionInUse !== null}>
          <OfferForm offer={offer} data={props.data}>
            <Button
              type="submit"
              look={offer.isReviewDue ? 'main' : 'quiet'}
              icon="check"
              name="geste"
              value="valable"
              label={words.confirmOf(name)}
            >
              {words.confirm}
            </Button>
          </OfferForm>
        </Show>
        <LinkButton
          href={link(path)}
          icon="edit"
          look={offer.isReviewDue ? 'quiet' : 'main'}
          label={words.editOf(editWords(), name)}
        >
          {editWords()}
        </LinkButton>
        <Show when={offer.state === 'withdrawn' && may('offer.publish')}>
          <LinkButton
            href={link(withQuery(`${path}/versions`, { remettre: offer.lastVersion ?? 1 }))}
            label={words.putBackOf(name)}
          >
            {words.putBack}
          </LinkButton>
        </Show>
        <Show when={offer.lastVersion !== null}>
          <LinkButton look="plain" href={link(`${path}/versions`)} label={words.versionsOf(name)}>
            {words.versions}
          </LinkButton>
        </Show>
        <Show when={offer.versionInUse !== null}>
          <LinkButton look="plain" href={link(`/transports/${encodeURIComponent(offer.id)}`)}>
            {words.publicPage}
          </LinkButton>
        </Show>
      </div>
      <Show when={may('offer.edit')}>
        <p class="kept-straight">
          <span>{words.straight}</span>
          <For each={STRAIGHT}>
            {(step) => (
              <a href={link(stepHref(path, step))} aria-label={words.straightOf(step, name)}>
                {words.straightTo[step]}
              </a>
            )}
          </For>
        </p>
        <KeptOfferMore offer={offer} data={props.data} name={name} />
      </Show>
    </article>
  );
}

export function ArchivedOffer(props: KeptOfferProps) {
  const { text } = usePage();
  const words = text.workspace.offers;
  const { offer } = props;
  const name = offer.name || words.unnamed;
  return (
    <li>
      <span>
        <strong>{name}</strong>{' '}
        <span class="soft">
          {words.archivedOn(localMoment(Date.parse(offer.archivedAt ?? '')).date)}
        </span>
      </span>
      <Show when={isAllowed(props.data.workspace.role, 'offer.publish')}>
        <OfferForm offer={offer} data={props.data}>
          <Button
            type="submit"
            look="quiet"
            name="geste"
            value="ressortir"
            label={words.unarchiveOf(name)}
          >
            {words.unarchive}
          </Button>
        </OfferForm>
      </Show>
    </li>
  );
}
