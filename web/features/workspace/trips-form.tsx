// One month of trips to count: six numbers, no name.

import { For } from 'solid-js';
import { TRIP_COUNT_FIELDS } from '#domain/transport/trip-counts.ts';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { TripForm } from './trips-load.ts';

export function TripsForm(props: { form: TripForm; path: string }) {
  const { text, link } = usePage();
  const words = text.workspace.watch.trips;
  const { offer, month, etag } = props.form;
  return (
    <section class="card" aria-labelledby="compter">
      <h2 id="compter">{words.formTitle(offer.name, month)}</h2>
      <form class="watch-numbers" method="post" action={link(props.path)}>
        <input type="hidden" name="offre" value={offer.offerId} />
        <input type="hidden" name="mois" value={month} />
        <input type="hidden" name="etat" value={etag} />
        <For each={TRIP_COUNT_FIELDS}>
          {(field) => (
            <TextField
              name={field}
              label={words.fields[field].label}
              hint={words.fields[field].hint}
              inputMode="numeric"
              maxLength={6}
              value={props.form.values[field]}
              error={props.form.wrong.includes(field) ? words.wrong : undefined}
            />
          )}
        </For>
        <div class="actions">
          <Button type="submit" icon="check">
            {words.save}
          </Button>
          <LinkButton href={link(withQuery(props.path, { annee: month.slice(0, 4) }))}>
            {words.cancel}
          </LinkButton>
        </div>
      </form>
    </section>
  );
}
