// The fortnight at a glance: a line a day, a column a half-hour, a sign and a word in each box.

import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import './slots-table.css';
import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { STATUS_ICONS } from './slot-icons.ts';
import type { SlotDayModel, SlotModel } from './slots-model.ts';

export type SlotsTableProps = {
  days: readonly SlotDayModel[];
  hrefOf: (day: SlotDayModel, slot: SlotModel) => string;
};

export function SlotsTable(props: SlotsTableProps) {
  const { text, format } = usePage();
  const words = text.slots;
  const minutes = props.days[0]?.slots.map(({ minute }) => minute) ?? [];
  const shown = (['reachable', 'to_check', 'not_reachable', 'closed'] as const).filter(
    (status) => status !== 'closed' || props.days.some(({ opening }) => opening !== 'unknown'),
  );
  /** Hours above their half-hours. */
  const hours = [...new Set(minutes.map((minute) => Math.floor(minute / 60)))].map((hour) => ({
    hour,
    span: minutes.filter((minute) => Math.floor(minute / 60) === hour).length,
  }));
  return (
    <section class="slots-table-section" aria-labelledby="table-heading">
      <h2 id="table-heading">{words.tableTitle}</h2>
      <p class="no-print">{words.tableHint}</p>
      <ul class="slots-legend" aria-label={words.legend}>
        <For each={shown}>
          {(status) => (
            <li>
              <span class={`slot-cell slot-${status}`}>
                <Sign status={status} />
              </span>
              <span>
                {words.status[status]}
                <Show when={status === 'to_check'}> ({words.toCheckHint})</Show>
              </span>
            </li>
          )}
        </For>
      </ul>
      <ScrollRegion class="slots-scroll" label={words.tableLabel}>
        <table class="slots-table">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <For each={hours}>
                {({ hour, span }) => (
                  <th scope="colgroup" colspan={span}>
                    {format.hour(hour * 60)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.days}>
              {(day) => (
                <tr>
                  <th scope="row">{format.date(day.date)}</th>
                  <Show when={day.opening === 'closed'}>
                    <td class="slots-closed" colspan={minutes.length}>
                      <Icon name={STATUS_ICONS.closed} /> {words.closedDay}
                    </td>
                  </Show>
                  <For each={day.opening === 'closed' ? [] : day.slots}>
                    {(slot) => (
                      <td>
                        <Show
                          when={slot.status === 'reachable' || slot.status === 'to_check'}
                          fallback={
                            <span class={`slot-cell slot-${slot.status}`}>
                              <Sign status={slot.status} />
                              <span class="visually-hidden">{words.status[slot.status]}</span>
                            </span>
                          }
                        >
                          <a
                            class={`slot-cell slot-${slot.status}`}
                            href={props.hrefOf(day, slot)}
                            aria-label={words.slot(day.date, slot.minute, slot.status, slot.way)}
                          >
                            <Sign status={slot.status} />
                          </a>
                        </Show>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Sign(props: { status: SlotModel['status'] }) {
  return (
    <Show when={props.status !== 'not_reachable'} fallback={<span aria-hidden="true">·</span>}>
      <Icon name={STATUS_ICONS[props.status]} />
    </Show>
  );
}
