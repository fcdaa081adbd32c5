// Does the API make the area an organization describes, for its people only, and say what is wrong with it?

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AreaFault, ComputedArea } from '#domain/transport/area-recipe.ts';
import type { AreaRecipe } from '#domain/transport/offer-document.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import {
  type Ask,
  asker,
  type People,
  signInPeople,
  writeOrganizations,
} from '#tests/support/workspace-site.ts';

type Problem = {
  code: string;
  errors: { field: string; received: string }[];
  notices: AreaFault[];
};

const AREAS = '/workspaces/mosc/areas';
const ALL: AreaRecipe = { parts: [{ kind: 'communes', insees: ['16020', '16230'] }], minus: [] };

let site: TestApp;
let people: People;
let ask: Ask;
beforeAll(async () => {
  site = await openTestApp({ now: { date: '2026-11-24', minute: 720 }, write: writeOrganizations });
  people = await signInPeople(site.database.db);
  ask = asker(site, people);
});
afterAll(() => site.close());

test('whole communes stay communes, with their people and places of care', async () => {
  const { status, body, headers } = await ask<ComputedArea>('POST', AREAS, {
    body: { recipe: ALL },
    as: people.reader,
  });
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body.area).toEqual({ kind: 'communes', insees: ['16020', '16230'] });
  expect(body.coverage).toMatchObject({ population: 2760, populationYear: 2022, careCount: 3 });
});

test('what lies around a commune is a polygon', async () => {
  const recipe = { parts: [{ kind: 'around', insees: ['16020'], meters: 5000 }], minus: [] };
  const { body } = await ask<ComputedArea>('POST', AREAS, { body: { recipe } });
  expect(body.area.kind).toBe('polygon');
  expect(body.coverage.communes.map(({ name, share }) => [name, share])).toEqual([
    ['Aubeterre-sur-Dronne', 'whole'],
    ['Montmoreau', 'part'],
  ]);
});

test('an area that cannot be made says why and where, in the step where it is mended', async () => {
  const recipe = { parts: [{ kind: 'communes', insees: ['16020', '16999'] }], minus: [] };
  const { status, body } = await ask<Problem>('POST', AREAS, { body: { recipe } });
  expect([status, body.code]).toEqual([400, 'bad_request']);
  expect(body.errors).toEqual([
    {
      field: 'recipe.parts.0',
      expected: 'the code of a commune that is known',
      received: '16999',
      step: 'ou',
    },
  ]);
  expect(body.notices).toEqual([{ code: 'unknown_commune', field: 'parts.0', value: '16999' }]);
});

test.each([
  [
    { parts: [{ kind: 'around', insees: ['16020'], meters: 50_001 }], minus: [] },
    'recipe.parts.0.meters',
  ],
  [{ parts: [{ kind: 'epci', siren: '12' }], minus: [] }, 'recipe.parts.0.siren'],
  [
    {
      parts: [
        {
          kind: 'drawn',
          label: '',
          polygons: [
            [
              [
                [0, 45],
                [1, 45],
                [1, 46],
                [0.5, 46],
              ],
            ],
          ],
        },
      ],
      minus: [],
    },
    'recipe.parts.0.polygons.0.0',
  ],
  [{ parts: [] }, 'recipe.minus'],
])('a recipe beyond what is computed is refused at %o', async (recipe, field) => {
  const { status, body } = await ask<Problem>('POST', AREAS, { body: { recipe } });
  expect(status).toBe(400);
  expect(body.errors.map((each) => each.field)).toContain(field);
});

test('is for the people of the organization only', async () => {
  const asked = async (as: Parameters<Ask>[2]) =>
    (await ask('POST', AREAS, { body: { recipe: ALL }, ...as })).status;
  expect(await asked({ as: null })).toBe(401);
  expect(await asked({ as: people.stranger })).toBe(404);
});
