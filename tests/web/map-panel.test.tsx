import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MapView } from '#web/map/create-map-view.ts';
import { MapControls } from '#web/map/map-controls.tsx';
import { MapLegend } from '#web/map/map-legend.tsx';
import { MapPanel } from '#web/map/map-panel.tsx';
import type { MapLabels } from '#web/map/map-types.ts';
import { SamePlaceList } from '#web/map/same-place-list.tsx';

const labels: MapLabels = {
  title: 'Carte des réponses',
  canvas: 'Carte',
  loading: 'La carte arrive',
  failed: 'La carte n’est pas venue',
  retry: 'Essayer encore',
  noWebgl: 'Ce navigateur ne dessine pas de carte : tout est dans la liste',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  moveButtons: 'Flèches',
  move: { north: 'Nord', south: 'Sud', west: 'Ouest', east: 'Est' },
  showAll: 'Tout voir',
  locate: 'Ma position',
  backToList: 'Revenir à la liste',
  schematic: 'Limites schématiques',
  attribution: 'Voisoin',
  gestures: { touch: 'Deux doigts', windows: 'Ctrl', mac: 'Cmd' },
  samePlace: (count) => `${count} au même endroit`,
  close: 'Fermer',
  moved: () => 'déplacée',
  selected: (name) => name,
};

beforeAll(() => {
  // jsdom draws nothing and knows no media: a browser without WebGL.
  HTMLCanvasElement.prototype.getContext = () => null;
  window.matchMedia = (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false }) as never;
});

afterEach(cleanup);

test('without WebGL the panel says where else to read, and still leads back to the list', async () => {
  const onBackToList = vi.fn();
  render(() => <MapPanel labels={labels} shapesUrl="/shapes" onBackToList={onBackToList} />);
  expect(screen.getByRole('region', { name: 'Carte des réponses' })).toBeTruthy();
  await waitFor(() => expect(screen.getByText(labels.noWebgl)).toBeTruthy());
  expect(screen.queryByRole('button', { name: 'Agrandir' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Revenir à la liste' }));
  expect(onBackToList).toHaveBeenCalledTimes(1);
});

describe('buttons', () => {
  function show(locate?: () => void) {
    const calls: unknown[] = [];
    const view = {
      zoomBy: (steps: number) => calls.push(['zoom', steps]),
      moveTo: (direction: string) => calls.push(['move', direction]),
    } as unknown as MapView;
    render(() => (
      <MapControls
        labels={labels}
        view={view}
        onShowAll={() => calls.push(['all'])}
        onLocate={locate}
      />
    ));
    return calls;
  }

  test('do all that dragging and pinching do', () => {
    const calls = show();
    for (const name of ['Agrandir', 'Réduire', 'Tout voir']) {
      fireEvent.click(screen.getByRole('button', { name }));
    }
    expect(screen.queryByRole('button', { name: 'Nord' })).toBeNull();
    const arrows = screen.getByRole('button', { name: 'Flèches' });
    expect(arrows.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(arrows);
    expect(arrows.getAttribute('aria-expanded')).toBe('true');
    for (const name of ['Nord', 'Ouest', 'Est', 'Sud']) {
      fireEvent.click(screen.getByRole('button', { name }));
    }
    expect(calls).toEqual([
      ['zoom', 1],
      ['zoom', -1],
      ['all'],
      ['move', 'north'],
      ['move', 'west'],
      ['move', 'east'],
      ['move', 'south'],
    ]);
  });

  test('ask for a position only where the page can answer', () => {
    show();
    expect(screen.queryByRole('button', { name: 'Ma position' })).toBeNull();
    const locate = vi.fn();
    show(locate);
    fireEvent.click(screen.getByRole('button', { name: 'Ma position' }));
    expect(locate).toHaveBeenCalledTimes(1);
  });
});

test('entries of one address are listed by name, take the focus, and close with Escape', () => {
  const [open, setOpen] = createSignal(true);
  const onSelect = vi.fn();
  render(() => (
    <SamePlaceList
      labels={labels}
      members={[
        { id: 'a', name: 'Dr A' },
        { id: 'b', name: 'Dr B' },
      ]}
      hrefOf={(id) => (id === 'b' ? '/fiche/b' : undefined)}
      onSelect={onSelect}
      onClose={() => setOpen(false)}
    />
  ));
  const panel = screen.getByRole('region', { name: '2 au même endroit' });
  expect(document.activeElement).toBe(panel);
  fireEvent.click(screen.getByRole('button', { name: 'Dr A' }));
  expect(onSelect).toHaveBeenCalledWith('a');
  expect(screen.getByRole('link', { name: 'Dr B' }).getAttribute('href')).toBe('/fiche/b');
  fireEvent.keyDown(panel, { key: 'Escape' });
  expect(open()).toBe(false);
});

test('the legend says in words what is drawn, and nothing else', () => {
  render(() => (
    <MapLegend
      title="Légende"
      categories={['gp', 'pharmacy']}
      words={{ gp: 'Médecin', pharmacy: 'Pharmacie', nurse: 'Infirmier' } as never}
      modes={['walk']}
      modeWords={{ walk: 'À pied' } as never}
      extra={{ cluster: 'Plusieurs adresses' }}
    />
  ));
  const lines = screen.getAllByRole('listitem', { hidden: true }).map((line) => line.textContent);
  expect(lines).toEqual(['Médecin', 'Pharmacie', 'À pied', '3Plusieurs adresses']);
});
