// Can whoever hires out vehicles say where they are fetched, and which one each price is for?

import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import type { Component } from 'solid-js';
import { afterEach, expect, test } from 'vitest';
import type { Offer } from '#domain/transport/offer.ts';
import { blankDocument } from '#domain/transport/offer-document.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { blankFare } from '#web/features/workspace/blank-fare.ts';
import { createDraftStore } from '#web/features/workspace/draft-store.ts';
import type { StepProps } from '#web/features/workspace/editor-data.ts';
import { StepPrice } from '#web/features/workspace/step-price.tsx';
import { StepWhere } from '#web/features/workspace/step-where.tsx';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const { counters, points } = fr.editor.where;
const { fares } = fr.editor;
const FOUND = {
  key: 'adresse:1',
  insee: '16230',
  name: 'Montmoreau',
  postcode: '16190',
  point: [0.133, 45.403],
  matched: 'address',
  matchedText: '3 rue du Pont, Montmoreau',
  territoryCode: 'vallee',
};

afterEach(() => cleanup());

function show(Step: Component<StepProps>, change: Partial<Offer> = {}) {
  const blank = blankDocument({
    id: 'garage',
    kind: 'garage',
    territoryCodes: [],
    provider: null,
    sourceId: 'essai',
  });
  const initial = {
    document: { ...blank, offer: { ...blank.offer, ...change } },
    revision: 1,
  };
  const draft = createDraftStore({
    initial,
    keep: { read: () => null, write: () => undefined },
    save: async () => ({ kind: 'saved', revision: 2 }),
  });
  const ground = {
    workspace: { id: 'mosc', name: 'MOSC' },
    role: 'editor' as const,
    communes: [],
    epcis: [],
    needs: [],
  };
  const data = { workspaceId: 'mosc', offerId: 'garage', step: 'ou' as const };
  const { state } = workspacePage({
    'GET /suggest': { status: 200, body: [FOUND] },
    'GET /api/places/adresse%3A1': { status: 200, body: FOUND },
  });
  render(() => (
    <PageContext.Provider value={state}>
      <Step draft={draft} data={{ ...data, draft: initial, ground }} />
    </PageContext.Provider>
  ));
  return { offer: () => draft.document().offer };
}

const FARE = blankFare('period', {
  sourceId: 'essai',
  asOf: null,
  confirmedOn: null,
  confidence: 'high',
});
const vehicle = () => screen.getByLabelText<HTMLSelectElement>(fares.vehicle);

test('a place to fetch the vehicle is found by its address, then named', async () => {
  const { offer } = show(StepWhere);
  const field = screen.getByRole('combobox', { name: points.add });
  fireEvent.input(field, { target: { value: '3 rue du pont' } });
  fireEvent.click(await screen.findByRole('option'));
  await waitFor(() => expect(offer().places).toHaveLength(1));
  fireEvent.input(screen.getByLabelText(points.name), { target: { value: 'Le garage' } });
  expect(offer().places).toEqual([
    { name: 'Le garage', address: FOUND.matchedText, insee: '16230', point: FOUND.point },
  ]);
});

test('a place whose position is not known is kept as it is, and may be put somewhere', () => {
  const place = { name: 'Mairie', address: null, insee: '16230', point: null };
  const { offer } = show(StepWhere, { places: [place] });
  const position = screen.getByLabelText<HTMLInputElement>(points.position);
  expect([position.value, position.getAttribute('aria-invalid')]).toEqual(['', null]);
  const address = screen.getByLabelText(new RegExp(counters.address));
  fireEvent.input(address, { target: { value: '1 place' } });
  expect(offer().places).toEqual([{ ...place, address: '1 place' }]);
  fireEvent.input(position, { target: { value: '45.4, 0.13' } });
  expect(offer().places[0]?.point).toEqual([0.13, 45.4]);
});

test('who drives people is asked for no place of a vehicle, nor which one a price is for', () => {
  show(StepWhere, { kind: 'volunteer' });
  expect(screen.queryByText(counters.legend)).toBeNull();
  cleanup();
  show(StepPrice, { kind: 'volunteer', fares: [FARE] });
  expect(screen.queryByLabelText(fares.vehicle)).toBeNull();
});

test('each price says which vehicle it is for, and until one does, that no trip will propose it', () => {
  const { offer } = show(StepPrice, { fares: [FARE] });
  expect(screen.getByText(fares.noVehicle)).toBeTruthy();
  fireEvent.change(vehicle(), { target: { value: 'moped' } });
  expect(offer().fares[0]?.vehicle).toBe('moped');
  expect(screen.queryByText(fares.noVehicle)).toBeNull();
  fireEvent.change(vehicle(), { target: { value: 'any' } });
  expect(offer().fares[0]).toEqual(FARE);
  expect(Object.hasOwn(offer().fares[0] ?? {}, 'vehicle')).toBe(false);
});
