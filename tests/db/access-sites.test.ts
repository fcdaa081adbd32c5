// Where care is given, to the observatory: by whom the directory names, by how many a file counts, under which name?

import { beforeEach, expect, it } from 'vitest';
import { listCareFacts } from '#db/queries/access/list-care-facts.ts';
import { listCareSites } from '#db/queries/access/list-care-sites.ts';
import { loadGround } from '#db/queries/access/load-ground.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { communeSupply } from '#db/schema/access.ts';
import { practice } from '#db/schema/directory.ts';
import { service } from '#db/schema/directory-details.ts';
import { need } from '#db/schema/need.ts';
import {
  AUBETERRE,
  addCommune,
  addPlace,
  addPractice,
  addSource,
  addTerritory,
  provenance,
} from '#tests/db/rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const label = { fr: 'x', en: 'x' };
const counted = (kind: 'gp' | 'physio', headCount: number) => ({
  ...{ insee: '16020', kind, headCount },
  ...provenance,
});

describeOnBoth('sites of care', (getDb) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addSource(getDb());
    await addTerritory(getDb(), 'sud');
    await addCommune(getDb(), '16020', 'Aubeterre-sur-Dronne', { territory: 'sud' });
    await addPlace(getDb(), 'ch', {
      ...{ category: 'hospital', title: 'Hôpital', name: 'Centre hospitalier' },
      point: AUBETERRE,
    });
  });

  it('counted at the point of a hospital do not take its name, and a hospital with emergencies has both', async () => {
    await getDb().insert(communeSupply).values(counted('physio', 2));
    await getDb()
      .insert(need)
      .values({ id: 'urgences', position: 0, group: 'doctor', label, plain: label });
    await getDb()
      .insert(service)
      .values({ entryId: 'ch', position: 0, needId: 'urgences', name: 'Urgences', ...provenance });
    await refreshEntryProjection(getDb());
    const { sites } = await loadGround(getDb(), 'sud');
    expect(sites).toHaveLength(1);
    expect(sites[0]).toMatchObject({
      heads: { physio: 2, hospital: 1, emergency: 1 },
      placeNames: { hospital: 'Centre hospitalier', emergency: 'Centre hospitalier' },
    });
    expect(sites[0]?.placeNames).not.toHaveProperty('physio');
  });

  it('without an emergency department are hospitals only', async () => {
    await refreshEntryProjection(getDb());
    const { sites, counted: known } = await loadGround(getDb(), 'sud');
    expect(sites[0]?.heads).toEqual({ hospital: 1 });
    expect(known.emergency.has('16020')).toBe(false);
  });

  it('named by hand leave the rest of a count where it is; those of a register are all there are', async () => {
    const insert = () => getDb().insert(communeSupply).values(counted('gp', 3));
    await insert();
    await addPractice(getDb(), 'one', { demonstration: false, placeId: 'ch', modeCode: 'L' });
    await refreshEntryProjection(getDb());
    const heads = async () => (await loadGround(getDb(), 'sud')).sites.map((site) => site.heads.gp);
    expect(await heads()).toEqual([3]);
    const places = [{ profession: 'gp' as const, insee: '16020' }];
    const facts = async () =>
      (await listCareFacts(getDb(), places)).map(({ basis, heads: each }) => [basis, each]);
    expect(await facts()).toEqual([
      ['count', 2],
      ['practice', 1],
    ]);
    await addSource(getDb(), 'rpps');
    await getDb().update(practice).set({ sourceId: 'rpps' });
    await refreshEntryProjection(getDb());
    expect(await heads()).toEqual([1]);
    expect(await facts()).toEqual([['practice', 1]]);
    const { counted: known } = await loadGround(getDb(), 'sud');
    expect(known.gp.has('16020')).toBe(true);
    expect(known.nurse.has('16020')).toBe(false);
  });

  it('named by hand do not make a profession counted', async () => {
    await addPractice(getDb(), 'one', { demonstration: false, placeId: 'ch', modeCode: 'L' });
    await refreshEntryProjection(getDb());
    expect((await loadGround(getDb(), 'sud')).counted.gp.size).toBe(0);
  });

  it('say of two practices that they are of one person, who counts half in each', async () => {
    const real = { demonstration: false, placeId: 'ch', modeCode: 'L' };
    await addPractice(getDb(), 'one', real);
    await addPractice(getDb(), 'two', real);
    await getDb().update(practice).set({ professionalId: 'professional-one' });
    await refreshEntryProjection(getDb());
    const [first] = (await loadGround(getDb(), 'sud')).sites;
    expect(first?.practitioners.map(({ personId, share }) => [personId, share])).toEqual([
      ['professional-one', 0.5],
      ['professional-one', 0.5],
    ]);
  });

  it('leave out the salaried doctors of hospitals, by car as without', async () => {
    const real = { demonstration: false, placeId: 'ch' };
    await addPractice(getDb(), 'salaried', { ...real, modeCode: 'S' });
    await refreshEntryProjection(getDb());
    const ground = await loadGround(getDb(), 'sud');
    expect(ground.sites[0]?.heads).not.toHaveProperty('gp');
    expect(await listCareSites(getDb(), 'sud')).toEqual([]);
    await addPractice(getDb(), 'own', { ...real, modeCode: 'L' });
    await refreshEntryProjection(getDb());
    expect((await loadGround(getDb(), 'sud')).sites[0]?.heads).toMatchObject({ gp: 1 });
    expect(await listCareSites(getDb(), 'sud')).toMatchObject([{ profession: 'gp' }]);
  });
});
