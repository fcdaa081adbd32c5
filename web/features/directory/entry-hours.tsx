// Open now? Then the week, one line per day, today marked.

import { For, Show } from 'solid-js';
import type { HoursBlock } from '#domain/directory/directory.ts';
import { weekdayOf } from '#domain/time.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { EntryData } from './entry-data.ts';

export function EntryHours(props: { data: EntryData }) {
  const { text } = usePage();
  const words = text.entry;
  const entry = () => props.data.entry;
  return (
    <section class="card entry-section">
      <h2>{words.hours}</h2>
      <p class="entry-open" classList={{ 'is-open': entry().opening.state === 'open' }}>
        <Icon name={entry().opening.state === 'open' ? 'check' : 'clock'} />{' '}
        {words.openState(entry().opening)}
      </p>
      <Show when={entry().hours.length === 0}>
        <p>{words.hoursUnknown}</p>
      </Show>
      <For each={entry().hours}>{(block) => <Block block={block} />}</For>
    </section>
  );
}

function Block(props: { block: HoursBlock }) {
  const { text, nowMs, dataLang } = usePage();
  const words = text.entry;
  const today = weekdayOf(localMoment(nowMs).date);
  const known = () => props.block.week.some((ranges) => ranges.length > 0);
  return (
    <>
      <Show when={known()}>
        <table class="week">
          <caption>{words.hoursKinds[props.block.kind]}</caption>
          <tbody>
            <For each={props.block.week}>
              {(ranges, index) => (
                <tr classList={{ today: index() + 1 === today }}>
                  <th scope="row">
                    {words.day(index() + 1)}
                    <Show when={index() + 1 === today}>
                      <span class="week-today"> ({words.today})</span>
                    </Show>
                  </th>
                  <td>
                    <Show
                      when={ranges.length > 0}
                      fallback={<span class="soft">{words.closedDay}</span>}
                    >
                      <For each={ranges}>
                        {(range) => (
                          <span class="week-range">{words.range(range.from, range.to)}</span>
                        )}
                      </For>
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <p>
        <Show when={props.block.byAppointment}>{words.byAppointment} </Show>
        <Show when={props.block.closedOnHolidays && known()}>{words.closedOnHolidays} </Show>
        <Show when={props.block.note}>{(note) => <span lang={dataLang}>{note()}</span>}</Show>
      </p>
    </>
  );
}
