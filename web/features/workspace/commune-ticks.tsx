// Communes to tick, by community; those beyond the territory by their name; a pasted list.

import { createMemo, createSignal, For, Show } from 'solid-js';
import type { Insee } from '#domain/territory/territory.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { CheckField, TextAreaField } from '#web/ui/text-field.tsx';
import type { Zone } from './create-zone.ts';
import type { EditorGround } from './editor-data.ts';
import { LazyDisclosure } from './lazy-disclosure.tsx';
import { PlacePicker } from './place-picker.tsx';
import { readCommunes } from './read-communes.ts';
import { communesOf, tickCommune, tickGroup, wholeGroups, type ZoneSide } from './zone-form.ts';

export type CommuneTicksProps = {
  name: string;
  ground: EditorGround;
  zone: Zone;
  side: ZoneSide;
  onChange: (side: ZoneSide) => void;
};

type Listed = { insee: Insee; name: string };

export function CommuneTicks(props: CommuneTicksProps) {
  const { text } = usePage();
  const words = text.editor.where.communes;
  const { membersOf, nameOf, learn } = props.zone;
  const ticked = createMemo(() => new Set(communesOf(props.side, membersOf)));
  const whole = createMemo(() => wholeGroups(props.side, props.ground.epcis, membersOf));
  const known = new Set(props.ground.communes.map(({ insee }) => insee));
  /** Of no community, or ticked beyond the territory. */
  const others = (): Listed[] => [
    ...props.ground.communes.filter(({ epciSiren }) => epciSiren === null),
    ...[...ticked()]
      .filter((insee) => !known.has(insee))
      .map((insee) => ({ insee, name: nameOf(insee) })),
  ];
  const tick = (insee: Insee, isTicked: boolean) =>
    props.onChange(tickCommune(props.side, insee, isTicked, membersOf));
  const boxes = (communes: readonly Listed[]) => (
    <ul class="where-communes">
      <For each={communes}>
        {({ insee, name }) => (
          <li>
            <CheckField
              label={name}
              name={`${props.name}-${insee}`}
              checked={ticked().has(insee)}
              onChange={(isTicked) => tick(insee, isTicked)}
            />
          </li>
        )}
      </For>
    </ul>
  );
  return (
    <fieldset class="editor-list">
      <legend>{words.legend}</legend>
      <For each={props.ground.epcis}>
        {({ siren, name }) => {
          const members = props.ground.communes.filter(({ epciSiren }) => epciSiren === siren);
          const count = () => members.filter(({ insee }) => ticked().has(insee)).length;
          return (
            <LazyDisclosure summary={words.group(name, count(), members.length)}>
              <CheckField
                label={words.whole}
                hint={words.wholeHint}
                name={`${props.name}-${siren}`}
                checked={whole().includes(siren)}
                onChange={(isTicked) =>
                  props.onChange(tickGroup(props.side, siren, isTicked, membersOf))
                }
              />
              {boxes(members)}
            </LazyDisclosure>
          );
        }}
      </For>
      <Show when={others().length > 0}>
        <fieldset class="editor-list">
          <legend>{words.others}</legend>
          {boxes(others())}
        </fieldset>
      </Show>
      <PlacePicker
        label={words.add}
        hint={words.addHint}
        onPlace={({ insee, name }) => {
          learn(insee, name);
          tick(insee, true);
        }}
      />
      <LazyDisclosure summary={words.paste}>
        <PasteCommunes
          name={props.name}
          communes={props.ground.communes}
          onCommunes={(insees) =>
            props.onChange({
              ...props.side,
              insees: [
                ...new Set([...props.side.insees, ...insees.filter((each) => !ticked().has(each))]),
              ],
            })
          }
        />
      </LazyDisclosure>
    </fieldset>
  );
}

function PasteCommunes(props: {
  name: string;
  communes: readonly Listed[];
  onCommunes: (insees: readonly Insee[]) => void;
}) {
  const { text } = usePage();
  const words = text.editor.where.communes;
  const [written, setWritten] = createSignal('');
  const [said, setSaid] = createSignal<readonly string[]>([]);
  function add(): void {
    const { insees, unknown } = readCommunes(written(), props.communes);
    setSaid([words.pasted(insees.length), ...(unknown.length > 0 ? [words.unread(unknown)] : [])]);
    if (insees.length > 0) props.onCommunes(insees);
  }
  return (
    <div class="editor-list">
      <TextAreaField
        label={words.pasteLabel}
        hint={words.pasteHint}
        name={`${props.name}-paste`}
        rows={4}
        value={written()}
        onInput={setWritten}
      />
      <div>
        <Button look="quiet" disabled={written().trim() === ''} onClick={add}>
          {words.pasteAdd}
        </Button>
      </div>
      <div role="status">
        <For each={said()}>{(sentence) => <p>{sentence}</p>}</For>
      </div>
    </div>
  );
}
