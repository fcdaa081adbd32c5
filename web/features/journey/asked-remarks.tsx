// What is to be known of the question itself: a day too far, an hour already over, a place little known.

import { For, Show } from 'solid-js';
import type { AskedRemark } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Notice } from '#web/ui/notice.tsx';

export function AskedRemarks(props: { remarks: readonly AskedRemark[] }) {
  const { text } = usePage();
  const words = text.journey.remarks;
  return (
    <Show when={props.remarks.length > 0}>
      <Notice tone="warn" title={text.journey.remarksTitle}>
        <For each={props.remarks}>{(remark) => <p>{say(remark)}</p>}</For>
      </Notice>
    </Show>
  );

  function say(remark: AskedRemark): string {
    switch (remark.code) {
      case 'date_outside_timetables':
        return words.outsideTimetables(remark.validFrom, remark.validTo);
      case 'appointment_past':
        return words.past;
      case 'outside_territory':
        return remark.end === 'home' ? words.outsideHome : words.outsideCare;
      case 'nowhere_known':
        return remark.end === 'home' ? words.nowhereHome : words.nowhereCare;
      case 'off_road':
        return remark.end === 'home' ? words.offRoadHome : words.offRoadCare;
      case 'feed_outside':
        return words.feedOutside(remark.name, remark.validFrom, remark.validTo);
      case 'care_closed':
        return words.careClosed(remark.open);
    }
  }
}
