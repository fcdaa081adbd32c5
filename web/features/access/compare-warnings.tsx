// What must be read before comparing: other sources of times, other years, something missing around.

import { For, Show } from 'solid-js';
import type { CompareWarning } from '#domain/access/compare-warnings.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Notice } from '#web/ui/notice.tsx';
import type { AccessComparison } from './compare-data.ts';

export function CompareWarnings(props: { comparison: AccessComparison }) {
  const { text } = usePage();
  const words = text.access.compare;
  const names = (codes: readonly string[]): string[] =>
    codes.map((code) => nameOf(props.comparison, code));
  const said = (warning: CompareWarning): string => {
    const own = words.warnings;
    if (warning.kind === 'travel_times') {
      return own.travelTimes(names(warning.estimated), names(warning.measured));
    }
    if (warning.kind === 'method') return own.method(names(warning.older));
    if (warning.kind === 'halo') return own.halo(names(warning.codes));
    const years = warning.years.map(({ code, year }) =>
      own.yearOf(nameOf(props.comparison, code), year),
    );
    return own.year(warning.source, years);
  };
  const waiting = () =>
    props.comparison.territories.filter(({ computedAt }) => computedAt === null);
  return (
    <>
      <Show when={waiting().length > 0}>
        <Notice>
          <For each={waiting()}>{({ name }) => <p>{words.notComputed(name)}</p>}</For>
        </Notice>
      </Show>
      <Show when={props.comparison.warnings.length > 0}>
        <Notice tone="warn" title={words.warnings.title}>
          <ul>
            <For each={props.comparison.warnings}>{(warning) => <li>{said(warning)}</li>}</For>
          </ul>
        </Notice>
      </Show>
    </>
  );
}

const nameOf = ({ territories }: AccessComparison, code: string): string =>
  territories.find((each) => each.code === code)?.name ?? code;
