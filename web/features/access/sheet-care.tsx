// One kind of care, chosen by who reads: where it is given near a commune, and the week without a car to it.

import { createEffect, createResource, createSignal, on, onMount, Show } from 'solid-js';
import { ACCESS_PROFESSIONS, type AccessProfession } from '#domain/access/professions.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import { accessApi, type IndicatorId } from './access-data.ts';
import { careOf, type DaysAnswer, professionOf } from './commune-week.ts';
import { SheetSites } from './sheet-sites.tsx';
import { SheetWeek } from './sheet-week.tsx';

export type SheetCareProps = {
  territory: string;
  insee: string;
  indicator: IndicatorId;
  /** Where the form leads without script: the page itself. */
  action: string;
  /** What the page came with. */
  first: { insee: string; care: AccessProfession | null; days: DaysAnswer } | null;
};

export function SheetCare(props: SheetCareProps) {
  const { api, text } = usePage();
  const words = text.access.week;
  const [chosen, setChosen] = createSignal(props.first?.care ?? null);
  // Another question was asked of the page: its own care is shown first.
  createEffect(
    on(
      () => props.indicator,
      () => setChosen(null),
      { defer: true },
    ),
  );
  const profession = () => chosen() ?? professionOf(props.indicator);

  const [isHere, setIsHere] = createSignal(false);
  onMount(() => setIsHere(true));
  const own = () => (props.first?.insee === props.insee ? props.first.days : null);
  const [found, { refetch }] = createResource(
    () => (isHere() && own() === null ? props.insee : null),
    async (insee): Promise<DaysAnswer | null> => {
      try {
        return await api.get<DaysAnswer>(accessApi(props.territory, `/communes/${insee}/days`));
      } catch {
        return null;
      }
    },
  );
  const answer = () => own() ?? (found.loading ? null : (found() ?? null));
  const isComing = () => found.loading || !isHere();
  return (
    <section class="commune-sheet-part sheet-care" aria-busy={found.loading}>
      <h3>{words.title}</h3>
      <form class="sheet-pick no-print" method="get" action={`${props.action}#fiche-commune`}>
        <input type="hidden" name="territoire" value={props.territory} />
        <input type="hidden" name="indicateur" value={props.indicator} />
        <input type="hidden" name="commune" value={props.insee} />
        <SelectField
          id="soin"
          label={words.pick}
          name="soin"
          value={profession()}
          options={ACCESS_PROFESSIONS.map((value) => ({ value, label: text.access.kinds[value] }))}
          onInput={(value) => setChosen(careNamed(value))}
        />
        <Button type="submit" class="observatory-submit">
          {words.submit}
        </Button>
      </form>
      <p class="print-only">
        <strong>{text.access.kinds[profession()]}</strong>
      </p>
      <Show
        when={answer()}
        fallback={
          <>
            <p class="soft" role="status">
              {isComing() ? words.loading : words.failed}
            </p>
            <Show when={!isComing()}>
              <Button look="quiet" class="no-print" onClick={() => void refetch()}>
                {words.retry}
              </Button>
            </Show>
          </>
        }
      >
        {(days) => (
          <>
            <SheetSites profession={profession()} sites={careOf(days(), profession())} />
            <SheetWeek answer={days()} profession={profession()} />
          </>
        )}
      </Show>
    </section>
  );
}

/** Null: no such care. */
export const careNamed = (value: string | null): AccessProfession | null =>
  ACCESS_PROFESSIONS.find((each) => each === value) ?? null;
