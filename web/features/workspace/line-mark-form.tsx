// What one says of a line: of all of it, of a trip or a stop; what is to be known; a few words.

import { Show } from 'solid-js';
import { vehicleOf } from '#domain/journey/feed-index.ts';
import { OVERLAY_KINDS } from '#domain/transport/line-overlay.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField, TextAreaField, TextField, TimeField } from '#web/ui/text-field.tsx';
import { LineMarkCard } from './line-mark-card.tsx';
import { type LineDetail, lineTitle } from './line-mark-data.ts';
import type { MarkForm } from './line-mark-load.ts';
import { DELAYS, type MarkField, QUESTIONS } from './line-mark-values.ts';

export function LineMarkForm(props: { form: MarkForm; path: string }) {
  const { text, link } = usePage();
  const all = text.workspace.lines;
  const words = all.form;
  const { about, etag, values, wrong, isBehind } = props.form;
  const name = about.kind === 'line' ? lineTitle(about.line) : about.overlay.label;
  const { routeType } = about.kind === 'line' ? about.line : about.overlay;
  const vehicle = routeType === null ? null : all.vehicles[vehicleOf(routeType)];
  const fault = (field: MarkField) => (wrong.includes(field) ? words.wrong[field] : undefined);
  const field = (each: MarkField) => ({ name: each, value: values[each], error: fault(each) });
  const delays: readonly string[] = DELAYS.some((each) => each === values.delai)
    ? DELAYS
    : [...DELAYS, values.delai];
  return (
    <section class="card line-mark" aria-labelledby="marquer">
      <h2 id="marquer">{words.title(name)}</h2>
      <Show when={vehicle}>{(kind) => <p class="soft">{kind()}</p>}</Show>
      <Show when={isBehind && about.kind === 'mark' ? about.overlay : null}>
        {(held) => <LineMarkCard overlay={held()} path={props.path} mayEdit={false} />}
      </Show>
      <form class="line-mark-form" method="post" action={link(props.path)}>
        <Show when={about.kind === 'line' ? about : null}>
          {(known) => (
            <>
              <input type="hidden" name="reseau" value={known().line.feedId} />
              <input type="hidden" name="ligne" value={known().line.routeId} />
              <input type="hidden" name="cle" value={known().key} />
              <SelectField
                {...field('quoi')}
                label={words.what}
                options={targets(known().line, words)}
              />
            </>
          )}
        </Show>
        <Show when={about.kind === 'mark' ? about.overlay.id : null}>
          {(id) => (
            <>
              <input type="hidden" name="marquee" value={id()} />
              <input type="hidden" name="etat" value={etag} />
            </>
          )}
        </Show>
        <RadioGroup
          legend={words.kind}
          name="marque"
          value={values.marque}
          error={fault('marque')}
          options={OVERLAY_KINDS.map((kind) => ({ value: kind, ...words.kinds[kind] }))}
        />
        <div class="line-mark-reserved">
          <TextField
            {...field('pour_qui')}
            label={words.forWhom}
            hint={words.forWhomHint}
            maxLength={120}
          />
          <SelectField
            {...field('question')}
            label={words.question}
            hint={words.questionHint}
            options={QUESTIONS.map((each) => ({
              value: each,
              label: words.questions[each] ?? each,
            }))}
          />
          <div class="line-mark-ages">
            <TextField
              {...field('age_min')}
              label={words.ageMin}
              inputMode="numeric"
              maxLength={3}
            />
            <TextField
              {...field('age_max')}
              label={words.ageMax}
              inputMode="numeric"
              maxLength={3}
            />
          </div>
        </div>
        <div class="line-mark-booked">
          <SelectField
            {...field('delai')}
            label={words.delay}
            options={delays.map((each) => ({ value: each, label: words.delays(each) }))}
          />
          <div class="line-mark-hour">
            <TimeField {...field('heure')} label={words.hour} />
          </div>
          <TextField
            {...field('telephone')}
            label={words.phone}
            hint={words.phoneHint}
            inputMode="tel"
            maxLength={60}
          />
        </div>
        <TextAreaField
          {...field('note')}
          label={words.note}
          hint={words.noteHint}
          rows={3}
          maxLength={500}
        />
        <div class="actions">
          <Button type="submit" icon="check">
            {words.save}
          </Button>
          <LinkButton href={link(props.path)}>{words.cancel}</LinkButton>
        </div>
      </form>
    </section>
  );
}

type Words = ReturnType<typeof usePage>['text']['workspace']['lines']['form'];

/** The line, its trips in order of departure, its stops along the way. */
function targets(
  { routeId, trips, stops }: LineDetail,
  words: Words,
): { value: string; label: string }[] {
  const minuteOf = (seconds: number | null) => (seconds === null ? null : Math.floor(seconds / 60));
  return [
    { value: `route:${routeId}`, label: words.whole },
    ...trips.map(({ tripId, departSeconds, from, to, weekdays }) => ({
      value: `trip:${tripId}`,
      label: words.trip(minuteOf(departSeconds), from, to, words.days(weekdays)),
    })),
    ...stops.map(({ stopId, name }) => ({ value: `stop:${stopId}`, label: words.stop(name) })),
  ];
}
