// When a row of a list comes or goes in the editor, where is the keyboard, and what does a screen reader hear?

import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { createSignal, type JSX } from 'solid-js';
import { afterEach, describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import type { Eligibility } from '#domain/transport/eligibility.ts';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import { serviceCalendar } from '#tests/domain/transport/drawn.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { blankFare } from '#web/features/workspace/blank-fare.ts';
import { createDraftStore } from '#web/features/workspace/draft-store.ts';
import { DrawingFields } from '#web/features/workspace/drawing-fields.tsx';
import { EligibilityFields } from '#web/features/workspace/eligibility-fields.tsx';
import { ExceptionFields } from '#web/features/workspace/exception-fields.tsx';
import { HoursFields } from '#web/features/workspace/hours-fields.tsx';
import { PointFields } from '#web/features/workspace/point-fields.tsx';
import { StepPrice } from '#web/features/workspace/step-price.tsx';
import { StepWhere } from '#web/features/workspace/step-where.tsx';
import { TextList } from '#web/features/workspace/text-list.tsx';
import { ZoneFareFields } from '#web/features/workspace/zone-fare-fields.tsx';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const words = fr.editor;
const DOCUMENT = blankDocument({
  id: 'essai',
  kind: 'volunteer',
  territoryCodes: [],
  provider: null,
  sourceId: 'essai',
});

afterEach(() => cleanup());

function draw(content: () => JSX.Element): void {
  const { state } = workspacePage({});
  render(() => <PageContext.Provider value={state}>{content()}</PageContext.Provider>);
}

/** A list that holds what is written in it. */
function held<Value>(
  first: Value,
  content: (value: () => Value, put: (value: Value) => void) => JSX.Element,
): void {
  draw(() => {
    const [value, setValue] = createSignal<Value>(first);
    return content(value, (next) => setValue(() => next));
  });
}

function heldOffer(change: Partial<OfferDocument['offer']>, Step: typeof StepPrice): void {
  const initial = {
    document: { ...DOCUMENT, offer: { ...DOCUMENT.offer, ...change } },
    revision: 1,
  };
  const ground = {
    workspace: { id: 'mosc', name: 'MOSC' },
    role: 'editor' as const,
    communes: [],
    epcis: [],
    needs: [],
  };
  const data = {
    workspaceId: 'mosc',
    offerId: 'essai',
    step: 'combien' as const,
    draft: initial,
    ground,
  };
  draw(() => {
    const draft = createDraftStore({
      initial,
      keep: { read: () => null, write: () => undefined },
      save: async () => ({ kind: 'saved', revision: 2 }),
    });
    return <Step draft={draft} data={data} />;
  });
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const focused = () => document.activeElement as HTMLInputElement;
/** What is told: one of the regions that are there to tell. */
const told = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent?.replace(/\u00a0$/, '') ?? '')
    .filter((sentence) => sentence !== '');

describe('rules, one a line', () => {
  const list = (items: readonly string[]) =>
    held(items, (value, put) => (
      <TextList
        legend="Règles"
        name="rule"
        item={(number) => `Règle ${number}`}
        add="Ajouter"
        items={value()}
        onChange={put}
      />
    ));

  test('one that is added is written in at once, and told', () => {
    list(['Une']);
    press('Ajouter');
    expect(focused().name).toBe('rule-1');
    expect(told()).toEqual([words.rows.added('Règle 2')]);
    press('Ajouter');
    expect(focused().name).toBe('rule-2');
  });

  test('one that is removed leaves the keyboard in the one that takes its place', () => {
    list(['Une', 'Deux', 'Trois']);
    press(words.removeItem('Règle 2'));
    expect(focused().name).toBe('rule-1');
    expect(told()).toEqual([words.rows.removed('Règle 2', 2)]);
  });

  test('the last one removed leaves it in the one before, and the only one in what adds', () => {
    list(['Une', 'Deux']);
    press(words.removeItem('Règle 2'));
    expect(focused().name).toBe('rule-0');
    press(words.removeItem('Règle 1'));
    expect(focused()).toBe(screen.getByRole('button', { name: 'Ajouter' }));
    expect(told()).toEqual([words.rows.removed('Règle 1', 0)]);
  });
});

test('two lists beside each other do not take each other’s keyboard', () => {
  draw(() => (
    <>
      {['Matin', 'Soir'].map((legend) => {
        const [items, setItems] = createSignal<readonly string[]>(['a']);
        return (
          <TextList
            legend={legend}
            name={legend}
            item={(number) => `${legend} ${number}`}
            add={`Ajouter : ${legend}`}
            items={items()}
            onChange={setItems}
          />
        );
      })}
    </>
  ));
  press('Ajouter : Matin');
  expect(focused().name).toBe('Matin-1');
  press(words.removeItem('Soir 1'));
  expect(focused()).toBe(screen.getByRole('button', { name: 'Ajouter : Soir' }));
});

test('hours added are written in their first field; those removed give it to their neighbours', () => {
  held([{ from: 540, to: 720 }], (value, put) => (
    <HoursFields of="mardi" name="mardi" hours={value()} onChange={(next) => put([...next])} />
  ));
  press(words.hours.addAnotherTo('mardi'));
  expect(focused().name).toBe('mardi-1-from');
  expect(told()).toEqual([words.rows.added(words.hours.stretch('mardi', 2))]);
  press(words.hours.remove('mardi', 1));
  expect(focused().name).toBe('mardi-0-from');
  press(words.hours.remove('mardi', 1));
  expect(focused()).toBe(screen.getByRole('button', { name: words.hours.addTo('mardi') }));
});

test('days added in bulk leave the keyboard where more are written, and are counted', () => {
  held(serviceCalendar(), (value, put) => (
    <ExceptionFields name="jours" calendar={value()} onChange={put} />
  ));
  const field = () => screen.getByLabelText<HTMLTextAreaElement>(words.when.addExceptions);
  fireEvent.input(field(), { target: { value: '24/12/2026\n31/12/2026' } });
  press(words.when.addDays);
  expect(focused()).toBe(field());
  expect(told()).toEqual([words.when.daysAdded(2)]);
  const removes = () => screen.getAllByRole('button', { name: /Retirer/ });
  fireEvent.click(removes()[0] as HTMLElement);
  expect(focused()).toBe(removes()[0]);
  fireEvent.click(removes()[0] as HTMLElement);
  expect(focused()).toBe(field());
});

test('a condition added is filled in; groups keep the keyboard to themselves', () => {
  const inner = [{ criterion: { kind: 'licence', has: false }, proof: null, weight: 'hard' }];
  held({ all: [{ any: inner }] } as unknown as Eligibility, (value, put) => (
    <EligibilityFields name="qui" expression={value()} communes={[]} onChange={put} />
  ));
  const adds = () => screen.getAllByRole('button', { name: words.who.add });
  // The group inside comes first, what adds to the whole comes last.
  fireEvent.click(adds().at(-1) as HTMLElement);
  expect(focused().name).toBe('qui-1-label');
  expect(told()).toEqual([words.rows.added(words.who.part(2))]);
  fireEvent.click(adds()[0] as HTMLElement);
  expect(focused().name).toBe('qui-0-1-label');
  const remove = screen.getAllByRole('button', { name: words.removeItem(words.who.part(2)) });
  fireEvent.click(remove.at(-1) as HTMLElement);
  expect(focused().name.startsWith('qui-0')).toBe(true);
});

test('a line of price added has the keyboard, named by its kind; removed, its neighbour', () => {
  const { provenance } = DOCUMENT.offer;
  heldOffer({ fares: [blankFare('flat', provenance)] }, StepPrice);
  fireEvent.change(screen.getByLabelText(words.fares.addKind), { target: { value: 'membership' } });
  press(words.fares.add);
  const named = (kind: 'flat' | 'membership') => words.fares.kinds[kind].label;
  expect(within(focused()).getByText(named('membership'), { selector: 'legend' })).toBeTruthy();
  expect(told()).toContain(words.rows.added(named('membership')));
  press(words.removeItem(named('membership')));
  expect(within(focused()).getByText(named('flat'), { selector: 'legend' })).toBeTruthy();
  press(words.removeItem(named('flat')));
  expect(focused()).toBe(screen.getByLabelText(words.fares.addKind));
});

test('the same sentence twice is another text, so that it is read twice', () => {
  heldOffer({}, StepPrice);
  press(words.fares.add);
  const [region] = screen.getAllByRole('status').filter(({ textContent }) => textContent !== '');
  const first = region?.textContent;
  press(words.fares.add);
  expect(region?.textContent).not.toBe(first);
  expect(region?.textContent?.trim()).toBe(first?.trim());
});

test('a zone of prices added is named at once', () => {
  const fare = blankFare('zone', DOCUMENT.offer.provenance);
  if (fare.kind !== 'zone') throw new Error('No prices by zones');
  held<typeof fare>({ ...fare, zones: [{ name: 'A', insees: [] }] }, (value, put) => (
    <ZoneFareFields name="zone" fare={value()} communes={[]} onChange={put} />
  ));
  press(words.fares.addZone);
  expect(focused().name).toBe('zone-zone-1');
  press(words.removeItem(words.fares.zone(2)));
  expect(focused().name).toBe('zone-zone-0');
});

test('a place or a drawing removed leaves the keyboard in the next, or in what adds one', () => {
  const place = (id: string) => ({ id, name: id, point: [0.1, 45.3] as LonLat, radiusMeters: 150 });
  held([place('Gare'), place('Mairie')], (value, put) => (
    <PointFields
      legend="Lieux"
      name="lieu"
      territoryCode={null}
      points={value()}
      onChange={(next) => put([...next])}
    />
  ));
  press(words.removeItem('Gare'));
  expect(focused().name).toBe('lieu-0');
  press(words.removeItem('Mairie'));
  expect(focused().name).toBe('place');
  cleanup();

  const ring: LonLat[] = [
    [0, 45],
    [1, 45],
    [1, 46],
    [0, 45],
  ];
  held([{ label: 'Un', rings: [ring] }], (value, put) => (
    <DrawingFields
      name="dessin"
      territoryCode={null}
      area={[]}
      drawings={value()}
      onChange={(next) => put(next.map(({ label }) => ({ label, rings: [ring] })))}
    />
  ));
  press(words.removeItem(words.where.drawings.drawing(1)));
  expect(focused().tagName).toBe('SUMMARY');
  expect(told()).toEqual([words.rows.removed(words.where.drawings.drawing(1), 0)]);
});

test('a way of working added has the keyboard; the last one removed gives it back to what adds', () => {
  heldOffer({}, StepWhere);
  press(words.where.addPattern);
  expect(focused().tagName).toBe('FIELDSET');
  expect(told()).toContain(words.rows.added(words.where.pattern(1)));
  press(words.where.removePattern(1));
  expect(focused()).toBe(screen.getByRole('button', { name: words.where.addPattern }));
});
