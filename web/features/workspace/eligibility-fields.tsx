// Who may ride, written as groups of conditions: all of these, one of these, not this.

import { createSignal, Index, type JSX, Show } from 'solid-js';
import type { Eligibility } from '#domain/transport/eligibility.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import { blankCriterion, CRITERION_KINDS, type CriterionKind } from './blank-criterion.ts';
import { CriterionFields } from './criterion-fields.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';

type Group = 'all' | 'any' | 'not';

/** A group in a group in a group: enough for every rule met, and still read aloud. */
const DEEPEST = 3;

export type EligibilityFieldsProps = {
  name: string;
  expression: Eligibility;
  communes: readonly { insee: string; name: string }[];
  depth?: number;
  onChange: (expression: Eligibility) => void;
};

export function EligibilityFields(props: EligibilityFieldsProps): JSX.Element {
  const { text } = usePage();
  const words = text.editor.who;
  const [kind, setKind] = createSignal<CriterionKind>('residence');
  const depth = () => props.depth ?? 0;
  const group = (): Group =>
    'any' in props.expression ? 'any' : 'not' in props.expression ? 'not' : 'all';
  const parts = () => partsOf(props.expression);
  const put = (next: readonly Eligibility[], as: Group = group()) =>
    props.onChange(groupOf(as, next));
  const set = (index: number, part: Eligibility) =>
    put(parts().map((each, at) => (at === index ? part : each)));
  const rows = createListRows();
  const add = (part: Eligibility) => {
    put([...parts(), part]);
    rows.added(words.part(parts().length));
  };
  const remove = (index: number) => {
    put(parts().filter((_, at) => at !== index));
    rows.removed(words.part(index + 1), index);
  };
  return (
    <div class="eligibility-group" data-depth={depth()}>
      <RadioGroup
        legend={words.group}
        name={`${props.name}-group`}
        value={group()}
        compact
        options={(['all', 'any', 'not'] as const).map((value) => ({
          value,
          label: words.groups[value],
        }))}
        onChange={(value) => put(parts(), value as Group)}
      />
      <Index each={parts()}>
        {(part, index) => (
          <div class="card editor-card" data-row={rows.id}>
            <Show
              when={'criterion' in part() ? (part() as Leaf) : null}
              fallback={
                <EligibilityFields
                  name={`${props.name}-${index}`}
                  expression={part()}
                  communes={props.communes}
                  depth={depth() + 1}
                  onChange={(next) => set(index, next)}
                />
              }
            >
              {(leaf) => (
                <CriterionFields
                  name={`${props.name}-${index}`}
                  leaf={leaf()}
                  communes={props.communes}
                  onChange={(next) => set(index, next)}
                />
              )}
            </Show>
            <Button
              look="quiet"
              icon="close"
              label={text.editor.removeItem(words.part(index + 1))}
              onClick={() => remove(index)}
            >
              {text.editor.remove}
            </Button>
          </div>
        )}
      </Index>
      <div class="editor-list-row" data-row-add={rows.id}>
        <SelectField
          label={words.addCriterion}
          name={`${props.name}-kind`}
          value={kind()}
          options={CRITERION_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onInput={(value) => setKind(value as CriterionKind)}
        />
        <Button look="quiet" onClick={() => add(leafOf(kind()))}>
          {words.add}
        </Button>
        <Show when={depth() < DEEPEST - 1}>
          <Button look="quiet" onClick={() => add({ any: [] })}>
            {words.addGroup}
          </Button>
        </Show>
      </div>
      <RowsSaid rows={rows} />
    </div>
  );
}

export type Leaf = Extract<Eligibility, { criterion: unknown }>;

function leafOf(kind: CriterionKind): Leaf {
  return { criterion: blankCriterion(kind), proof: null, weight: 'hard' };
}

/** A condition alone is a group of one. What is not possible is one thing, or one of several. */
function partsOf(expression: Eligibility): readonly Eligibility[] {
  if ('all' in expression) return expression.all;
  if ('any' in expression) return expression.any;
  if ('not' in expression) return 'any' in expression.not ? expression.not.any : [expression.not];
  return [expression];
}

function groupOf(group: Group, parts: readonly Eligibility[]): Eligibility {
  if (group === 'any') return { any: parts };
  if (group === 'all') return { all: parts };
  const [only] = parts;
  return { not: parts.length === 1 && only !== undefined ? only : { any: parts } };
}
