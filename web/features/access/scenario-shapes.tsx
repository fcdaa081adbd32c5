// The shapes of communes a scenario is drawn with: what stands in their place until they come, and when they do not.

import { type Accessor, createMemo, createResource, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { type CommuneSheet, layCommunes, type ShapesAnswer } from './report-shapes.ts';

export type Shapes = {
  /** Null until they came. */
  answer: Accessor<ShapesAnswer | null>;
  sheet: Accessor<CommuneSheet | null>;
  hasFailed: Accessor<boolean>;
  retry: () => void;
};

export function createShapes(territory: string): Shapes {
  const { api } = usePage();
  const [shapes, { refetch }] = createResource(
    () => !import.meta.env.SSR,
    () => api.get<ShapesAnswer>(`/api/territories/${encodeURIComponent(territory)}/shapes`),
  );
  const answer = () => (shapes.state === 'ready' ? shapes() : null);
  return {
    answer,
    sheet: createMemo(() => {
      const known = answer();
      return known === null ? null : layCommunes(known);
    }),
    hasFailed: () => shapes.state === 'errored',
    retry: () => void refetch(),
  };
}

/** Where the map would be. */
export function ShapesAwaited(props: { shapes: Shapes }) {
  const { text } = usePage();
  const words = text.scenario;
  return (
    <Show
      when={props.shapes.hasFailed()}
      fallback={
        <p class="soft" role="status">
          {text.common.loading}
        </p>
      }
    >
      <Notice tone="warn" role="alert">
        <p>{words.map.failed}</p>
        <Button look="quiet" onClick={() => props.shapes.retry()}>
          {words.retry}
        </Button>
      </Notice>
    </Show>
  );
}
