// What organizations say of the line this offer describes, or of one of its trips or stops.

import { For, Show } from 'solid-js';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import type { OfferMark } from './offer-data.ts';
import { Section } from './offer-section.tsx';

export function OfferMarks(props: { marks: readonly OfferMark[] }) {
  const { text, dataLang } = usePage();
  const words = text.journey.marks;
  const about = (mark: OfferMark) => {
    if (mark.target === 'route') return null;
    if (mark.target === 'stop') return mark.stopName === null ? null : words.ofStop(mark.stopName);
    const { departSeconds, headsign } = mark;
    return words.ofTrip(departSeconds === null ? null : Math.floor(departSeconds / 60), headsign);
  };
  const phone = (mark: OfferMark) =>
    mark.kind === 'on_booking' ? (mark.booking?.phone ?? null) : null;
  return (
    <Section id="offer-marks" title={words.heading}>
      <ul>
        <For each={props.marks}>
          {(mark) => (
            <li>
              <Show when={[about(mark), words.said(mark)].filter(Boolean).join(' : ')}>
                {(said) => (
                  <strong>
                    <Named
                      said={said()}
                      names={[
                        mark.stopName,
                        mark.headsign,
                        mark.kind === 'reserved' ? mark.forWhom : null,
                      ]}
                    />
                  </strong>
                )}
              </Show>
              <Show when={phone(mark)}>
                {(number) => (
                  <PhoneLink
                    display={number()}
                    dial={number()}
                    label={text.transport.call(number())}
                  />
                )}
              </Show>
              <Show when={mark.note}>
                {(note) => (
                  <span class="offer-note" lang={dataLang}>
                    {note()}
                  </span>
                )}
              </Show>
              <span class="offer-note soft">
                <Named said={words.by(mark)} names={[mark.saidBy]} />
              </span>
            </li>
          )}
        </For>
      </ul>
    </Section>
  );
}
