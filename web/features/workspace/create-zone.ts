// A zone being chosen: its form, the area it makes, whom it covers; kept on a dead network.

import {
  type Accessor,
  batch,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  onMount,
} from 'solid-js';
import type { Insee } from '#domain/territory/territory.ts';
import {
  type AreaCoverage,
  type AreaFault,
  type ComputedArea,
  recipeOf,
  wholeCommunes,
} from '#domain/transport/area-recipe.ts';
import type { ServiceArea } from '#domain/transport/offer.ts';
import type { AreaRecipe } from '#domain/transport/offer-document.ts';
import type { Api } from '#web/lib/api.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import type { EditorGround } from './editor-data.ts';
import { groundMembers, readZone, writeZone, type ZoneForm } from './zone-form.ts';
import { zoneLabel } from './zone-label.ts';

export type ZoneState = 'empty' | 'waiting' | 'ready' | 'offline' | 'refused';

export type ZoneOptions = {
  api: Pick<Api, 'call'>;
  ground: EditorGround;
  area: Accessor<ServiceArea>;
  /** Absent when the area was not made here. */
  recipe: Accessor<AreaRecipe | undefined>;
  put: (area: ServiceArea, recipe: AreaRecipe) => void;
};

const QUIET_MS = 350;

export function createZone(options: ZoneOptions) {
  const { api, ground } = options;
  const membersOf = groundMembers(ground);
  const sameJson = {
    equals: (a: AreaRecipe, b: AreaRecipe) => a === b || JSON.stringify(a) === JSON.stringify(b),
  };
  const kept = createMemo(() => options.recipe() ?? recipeOf(options.area()), undefined, sameJson);
  /** Chosen, and not kept before its area is known: both are one change, undone at once. */
  const [pending, setPending] = createSignal<{ recipe: AreaRecipe; label: string } | null>(null);
  const form = createMemo(() => readZone(pending()?.recipe ?? kept(), membersOf));
  const [state, setState] = createSignal<ZoneState>('empty');
  const [coverage, setCoverage] = createSignal<AreaCoverage | null>(null);
  const [faults, setFaults] = createSignal<readonly AreaFault[]>([]);
  const [learnt, setLearnt] = createSignal<ReadonlyMap<Insee, string>>(new Map());
  const names = createMemo(
    () =>
      new Map([...learnt(), ...ground.communes.map(({ insee, name }) => [insee, name] as const)]),
  );
  let ours: AreaRecipe | null = null;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const nameOf = (insee: Insee) => names().get(insee) ?? insee;
  const learn = (insee: Insee, name: string) => setLearnt(new Map(learnt()).set(insee, name));
  const label = () => pending()?.label ?? options.area().label;
  const proposal = () => zoneLabel(form(), ground, nameOf);

  function put(area: ServiceArea, recipe: AreaRecipe): void {
    ours = recipe;
    batch(() => {
      setPending(null);
      options.put(area, recipe);
    });
  }

  /** Without network, or when the recipe makes no area: kept all the same, and cannot be published. */
  function settle(): void {
    const waiting = pending();
    if (waiting === null || !isZone(options.area())) return;
    put({ kind: 'polygon', polygons: [], label: waiting.label }, waiting.recipe);
  }

  function change(next: ZoneForm): void {
    const isProposed = label().trim() === '' || label() === proposal();
    const said = isProposed ? zoneLabel(next, ground, nameOf) : label();
    const recipe = writeZone(next, membersOf);
    const whole = wholeCommunes(recipe, membersOf);
    if (whole === null) setPending({ recipe, label: said });
    else put({ kind: 'communes', insees: whole, label: said }, recipe);
    ask(recipe, true);
  }

  function setLabel(said: string): void {
    const waiting = pending();
    if (waiting === null) put({ ...options.area(), label: said }, kept());
    else setPending({ ...waiting, label: said });
  }

  function ask(recipe: AreaRecipe, isEdit: boolean): void {
    turn += 1;
    clearTimeout(timer);
    setFaults([]);
    if (recipe.parts.length === 0) {
      setCoverage(null);
      setState('empty');
      return;
    }
    setState('waiting');
    const mine = turn;
    timer = setTimeout(() => void answer(recipe, isEdit, mine), QUIET_MS);
  }

  async function answer(recipe: AreaRecipe, isEdit: boolean, mine: number): Promise<void> {
    const reply = await api
      .call('POST', `${workspaceApi(ground.workspace.id)}/areas`, { body: { recipe } })
      .catch(() => null);
    if (mine !== turn) return;
    if (reply?.status === 200) {
      const made = reply.body as ComputedArea;
      setLearnt(
        new Map([...learnt(), ...made.coverage.communes.map((c) => [c.insee, c.name] as const)]),
      );
      setCoverage(made.coverage);
      setState('ready');
      if (isEdit) keepMade(made, recipe);
      return;
    }
    settle();
    if (reply?.status !== 400) {
      setState('offline');
      return;
    }
    setFaults((reply.body as { notices?: readonly AreaFault[] }).notices ?? []);
    setCoverage(null);
    setState('refused');
  }

  function keepMade({ area }: ComputedArea, recipe: AreaRecipe): void {
    const { label: _, ...before } = options.area();
    const isNew = pending() !== null || JSON.stringify(before) !== JSON.stringify(area);
    if (isNew) put({ ...area, label: label() }, recipe);
  }

  function retry(): void {
    const area = options.area();
    ask(pending()?.recipe ?? kept(), area.kind === 'polygon' && area.polygons.length === 0);
  }

  onMount(() => {
    retry();
    addEventListener('pagehide', settle);
    const again = () => state() === 'offline' && retry();
    addEventListener('online', again);
    onCleanup(() => {
      turn += 1;
      clearTimeout(timer);
      settle();
      removeEventListener('pagehide', settle);
      removeEventListener('online', again);
    });
  });
  // Changed elsewhere, by an undo or another person: what waited is dropped.
  createEffect(
    on(
      kept,
      (recipe) => {
        if (ours !== null && sameJson.equals(recipe, ours)) return;
        setPending(null);
        ask(recipe, false);
      },
      { defer: true },
    ),
  );

  return {
    form,
    change,
    label,
    setLabel,
    proposal,
    state,
    coverage,
    faults,
    retry,
    nameOf,
    learn,
    membersOf,
  };
}

function isZone({ kind }: ServiceArea): boolean {
  return kind === 'communes' || kind === 'polygon';
}

export type Zone = ReturnType<typeof createZone>;
