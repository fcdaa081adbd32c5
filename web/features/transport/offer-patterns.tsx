// How an offer works, one block per way: who comes where, on which days, with how long a wait.

import { For } from 'solid-js';
import type { OfferKind, TravelPattern } from '#domain/transport/offer.ts';
import { Named } from '#web/lib/named.tsx';
import { areaLabel } from '#web/lib/offer-words.ts';
import { usePage } from '#web/lib/page-context.ts';
import { patternNames } from './offer-names.ts';
import { Section } from './offer-section.tsx';

export type OfferPatternsProps = { patterns: readonly TravelPattern[]; kind: OfferKind };

export function OfferPatterns(props: OfferPatternsProps) {
  const { text } = usePage();
  const words = text.transport;
  return (
    <Section id="offer-patterns" title={words.patterns}>
      <For each={props.patterns}>
        {(pattern) => (
          <ul class="offer-pattern">
            <For each={sentences(pattern)}>
              {(sentence) => (
                <li>
                  <Named said={sentence} names={patternNames(pattern)} />
                </li>
              )}
            </For>
          </ul>
        )}
      </For>
    </Section>
  );

  function sentences(pattern: TravelPattern): string[] {
    const { rules } = text;
    const area = `${rules.areaRules[pattern.rule]} (${areaLabel(pattern.origin)}).`;
    const to =
      pattern.destination === null ? '' : `${words.zoneTo} ${areaLabel(pattern.destination)}.`;
    const days = `${rules.sentence(rules.calendar(pattern.calendar))}.`;
    if (isHired()) {
      const hours = `${days.slice(0, -1)}, ${rules.windows(pattern.windows)}.`;
      return [
        ...(pattern.windows.length === 0
          ? [area, text.journey.hire.hoursUnknown]
          : [text.journey.hire.counter[pattern.pickup], area, hours, ...exceptions(pattern)]),
        pattern.maxKm === null ? '' : words.maxKm(pattern.maxKm),
      ].filter((sentence) => sentence !== '');
    }
    return [
      ...(onTimetable() ? [] : [words.pickup[pattern.pickup]]),
      area,
      to,
      days,
      pattern.windows.length === 0
        ? onTimetable()
          ? words.byTimetable
          : words.hoursAgreed
        : `${rules.sentence(rules.windows(pattern.windows))}.`,
      ...exceptions(pattern),
      ...(onTimetable() ? [] : [words.roundTrip[pattern.roundTrip]]),
      pattern.waitMaxMinutes === null ? '' : words.waits(pattern.waitMaxMinutes),
      pattern.minKm === undefined ? '' : rules.minKm(pattern.minKm),
      pattern.maxKm === null ? '' : words.maxKm(pattern.maxKm),
      words.feeder[pattern.feeder],
      ...(pattern.feederStops?.length ? [rules.feederStops(stopNames(pattern))] : []),
    ].filter((sentence) => sentence !== '');
  }

  function stopNames({ feederStops = [] }: TravelPattern): string[] {
    return [...new Set(feederStops.map(({ name }) => name))];
  }

  function exceptions(pattern: TravelPattern): string[] {
    return pattern.calendar.exceptions.map(({ date, runs, label }) =>
      words.exception(date, runs, label),
    );
  }

  /** Its days and hours are those of the place where the vehicle is handed over. */
  function isHired(): boolean {
    return props.kind === 'rental' || props.kind === 'garage';
  }

  /** A line with printed times: nobody picks one up. */
  function onTimetable(): boolean {
    return props.kind === 'scheduled_line' || props.kind === 'urban_network';
  }
}
