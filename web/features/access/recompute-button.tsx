// Asks for the figures of a territory to be computed again, and says whether it was heard.

import { createSignal, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { accessApi } from './access-data.ts';

type Outcome = 'none' | 'asked' | 'failed';

export function RecomputeButton(props: { territory: string }) {
  const { text, api } = usePage();
  const words = text.access.desk;
  const [outcome, setOutcome] = createSignal<Outcome>('none');
  const [isAsking, setIsAsking] = createSignal(false);

  async function ask(): Promise<void> {
    setIsAsking(true);
    const path = accessApi(props.territory, '/jobs');
    const status = await api
      .call('POST', path, { body: { kind: 'indicators' } })
      .then((reply) => reply.status)
      .catch(() => 0);
    setIsAsking(false);
    if (status !== 202) {
      setOutcome('failed');
      return;
    }
    setOutcome('asked');
    // The page then tells how far it is.
    location.reload();
  }

  return (
    <div class="needs-script">
      <Button look="quiet" icon="clock" disabled={isAsking()} onClick={() => void ask()}>
        {words.recompute}
      </Button>
      <p role="status">
        <Show when={outcome() !== 'none'}>
          {outcome() === 'asked' ? words.recomputed : words.recomputeFailed}
        </Show>
      </p>
    </div>
  );
}
