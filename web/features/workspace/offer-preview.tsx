// What residents will read of the offer, written anew at each change: the step's sentence stands out.

import './offer-preview.css';
import { For, Show } from 'solid-js';
import type { Offer } from '#domain/transport/offer.ts';
import {
  bookingWords,
  forWhomWords,
  offerPhone,
  priceLinesWords,
  whenWords,
  whereWords,
} from '#web/lib/offer-words.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { OFFER_ICONS } from '#web/ui/kind-icons.ts';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import type { Step } from './editor-steps.ts';

export type OfferPreviewProps = {
  offer: Offer;
  step: Step;
  /** Where each line is written; null: nowhere for this reader. */
  hrefOf: (step: Step) => string | null;
  onGo: (event: MouseEvent, step: Step) => void;
};

export function OfferPreview(props: OfferPreviewProps) {
  const { text } = usePage();
  const words = text.editor;
  const labels = text.transport;
  const lines = (): readonly { step: Step; label: string; said: readonly string[] }[] => [
    { step: 'ou', label: labels.where, said: [whereWords(props.offer, text)] },
    { step: 'quand', label: labels.when, said: [whenWords(props.offer, text)] },
    { step: 'qui', label: labels.forWhom, said: [forWhomWords(props.offer, text)] },
    { step: 'reserver', label: labels.howToBook, said: [bookingWords(props.offer, text)] },
    { step: 'combien', label: labels.price, said: priceLinesWords(props.offer, text) },
  ];
  return (
    <aside class="editor-preview" aria-label={words.previewLabel}>
      <p class="editor-preview-title">{words.preview}</p>
      <article class="card offer">
        <header class="offer-head">
          <span class="offer-icon">
            <Icon name={OFFER_ICONS[props.offer.kind]} />
          </span>
          <div>
            <h3>{props.offer.name || words.unnamed}</h3>
            <p>{text.codes.offerKinds[props.offer.kind]}</p>
          </div>
        </header>
        <p class="offer-summary" data-current={props.step === 'quoi' ? '' : undefined}>
          {props.offer.summary || words.noSummary}
        </p>
        <dl class="offer-facts">
          <For each={lines()}>
            {(line) => (
              <div data-current={line.step === props.step ? '' : undefined}>
                <dt>
                  {line.label}
                  <Show when={line.step !== props.step && props.hrefOf(line.step)}>
                    {(href) => (
                      <a
                        class="editor-preview-edit"
                        href={href()}
                        aria-label={words.editLineOf(line.label)}
                        onClick={(event) => props.onGo(event, line.step)}
                      >
                        {words.editLine}
                      </a>
                    )}
                  </Show>
                </dt>
                <dd>
                  <For each={line.said}>{(sentence) => <p>{sentence}</p>}</For>
                </dd>
              </div>
            )}
          </For>
        </dl>
        {offerPhone(props.offer) === null ? (
          <p>{words.noPhone}</p>
        ) : (
          <PhoneLink
            display={offerPhone(props.offer) ?? ''}
            dial={offerPhone(props.offer) ?? ''}
            label={labels.call(offerPhone(props.offer) ?? '')}
          />
        )}
      </article>
    </aside>
  );
}
