// What is being tried: one or two lists of changes, what came of each, and the address that says it all.

import { createMemo, createSignal, onCleanup, onMount } from 'solid-js';
import { ACCESS_PROFESSIONS, type AccessProfession } from '#domain/access/professions.ts';
import type { Scenario, ScenarioChange } from '#domain/access/scenario-change.ts';
import {
  isSameData,
  readScenarioLink,
  scenarioLink,
  scenarioOn,
} from '#domain/access/scenario-link.ts';
import { DeskRefusal } from './scenario-answer.ts';
import { type AskDesk, startDesk } from './scenario-ask.ts';
import type { DeskFailure, DeskModel, TriedResult } from './scenario-messages.ts';

export type Changes = readonly ScenarioChange[];
export type Bench = ReturnType<typeof createBench>;

/** `fresh`: nothing came by the address. `elsewhere`: it speaks of another territory. */
type Arrived =
  | { kind: 'fresh' }
  | { kind: 'broken' }
  | { kind: 'elsewhere'; territory: string }
  | { kind: 'read'; scenario: Scenario };

export function createBench(start: {
  territory: string;
  profession: AccessProfession;
  /** The coordination of who is signed in; null: nobody is named. */
  space: string | null;
}) {
  const [profession, setProfession] = createSignal(start.profession);
  const [model, setModel] = createSignal<DeskModel | null>(null);
  const [failure, setFailure] = createSignal<DeskFailure | null>(null);
  const [lists, setLists] = createSignal<readonly Changes[]>([[]]);
  const [results, setResults] = createSignal<readonly (TriedResult | null)[]>([null]);
  const [shown, setShown] = createSignal(0);
  const [arrived, setArrived] = createSignal<Arrived>({ kind: 'fresh' });
  const [isTouched, setTouched] = createSignal(false);
  /** Places of departures that only this organization was told of. */
  const [notedSites, setNotedSites] = createSignal<ReadonlySet<string>>(new Set());
  let desk: { ask: AskDesk; stop: () => void } | null = null;
  let asked = 0;

  const ask: AskDesk = (question) => {
    desk ??= startDesk();
    return desk.ask(question);
  };

  async function open(): Promise<void> {
    asked += 1;
    const turn = asked;
    setFailure(null);
    try {
      const opened = await ask({
        ask: 'open',
        territory: start.territory,
        profession: profession(),
        space: start.space,
      });
      if (turn !== asked) return;
      setModel(opened);
      // A link stays as it was sent until something is changed.
      if (arrived().kind === 'fresh' && lists().some(({ length }) => length > 0)) {
        keepAddress(lists());
      }
      await reckon();
    } catch (error) {
      if (turn !== asked) return;
      setModel(null);
      setFailure(error instanceof DeskRefusal ? error.failure : 'failed');
    }
  }

  async function reckon(): Promise<void> {
    const turn = asked;
    const tried = lists();
    const answers = await Promise.all(tried.map((changes) => ask({ ask: 'try', changes })));
    if (turn === asked && tried === lists()) setResults(answers);
  }

  function change(next: readonly Changes[]): void {
    setTouched(true);
    setLists(next);
    setShown(Math.min(shown(), next.length - 1));
    keepAddress(next);
    if (model() !== null) reckon().catch(() => setFailure('failed'));
  }

  /** After the sign #: it never leaves the browser unless somebody sends it. */
  function keepAddress(next: readonly Changes[]): void {
    const opened = model();
    if (opened === null) return;
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${location.search}${hashOf(opened, next)}`,
    );
  }

  function readAddress(): void {
    const hash = new URLSearchParams(location.hash.slice(1));
    const links = [hash.get('a'), hash.get('b')].filter((link) => link !== null);
    if (links.length === 0) return;
    try {
      const read = links.map(readScenarioLink);
      const [first] = read;
      if (first === undefined) return;
      const asked = read.map(({ parameters }) => parameters['territory']);
      const other = asked.find((each) => each !== start.territory);
      if (typeof other === 'string') {
        setArrived({ kind: 'elsewhere', territory: other });
        return;
      }
      setArrived({ kind: 'read', scenario: first });
      setLists(read.map(({ changes }) => changes));
      setResults(read.map(() => null));
      const asks = first.parameters['profession'];
      const of = ACCESS_PROFESSIONS.find((each) => each === asks);
      if (of !== undefined) setProfession(of);
    } catch {
      setArrived({ kind: 'broken' });
    }
  }

  function choose(next: AccessProfession): void {
    setProfession(next);
    // What came by the address was of one profession: of another, nothing is older nor the same.
    setArrived({ kind: 'fresh' });
    setResults(lists().map(() => null));
    void open();
  }

  onMount(() => {
    readAddress();
    void open();
  });
  onCleanup(() => desk?.stop());

  const replace = (index: number, changes: Changes): void =>
    change(lists().map((list, i) => (i === index ? changes : list)));

  return {
    profession,
    model,
    failure,
    lists,
    results,
    shown,
    arrived,
    ask,
    open,
    changes: createMemo(() => lists()[shown()] ?? []),
    result: createMemo(() => results()[shown()] ?? null),
    /** What came by the address was changed since. */
    isTouched,
    isSameData: createMemo(() => {
      const [came, opened] = [arrived(), model()];
      return came.kind !== 'read' || opened === null || isSameData(came.scenario, opened);
    }),
    link: createMemo(() => {
      const opened = model();
      return opened === null ? '' : hashOf(opened, lists());
    }),
    /** What is tried tells others of a departure that was told in confidence. */
    holdsNoted: createMemo(() =>
      lists()
        .flat()
        .some((change) => change.kind === 'retire' && notedSites().has(change.site)),
    ),
    setNotedSites,
    show: setShown,
    add: (added: ScenarioChange) => replace(shown(), [...(lists()[shown()] ?? []), added]),
    addAll: (added: Changes) => replace(shown(), [...(lists()[shown()] ?? []), ...added]),
    remove: (index: number) =>
      replace(
        shown(),
        (lists()[shown()] ?? []).filter((_, i) => i !== index),
      ),
    clear: () => replace(shown(), []),
    /** `of`: the profession they were kept for; null: not known. */
    put: (index: number, changes: Changes, of: AccessProfession | null = null) => {
      const next = index < lists().length ? lists() : [...lists(), []];
      change(next.map((list, i) => (i === index ? changes : list)));
      setShown(index);
      if (of !== null && of !== profession()) choose(of);
    },
    addSecond: () => {
      change([lists()[0] ?? [], lists()[0] ?? []]);
      setShown(1);
    },
    removeSecond: () => change(lists().slice(0, 1)),
    choose,
  };
}

function hashOf(model: DeskModel, lists: readonly Changes[]): string {
  if (lists.every((changes) => changes.length === 0)) return '';
  const names = ['a', 'b'];
  const links = lists.map(
    (changes, i) => `${names[i]}=${scenarioLink(scenarioOn(model, changes))}`,
  );
  return `#${links.join('&')}`;
}
