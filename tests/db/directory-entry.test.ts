// Is an entry what its tables say, each field with its origin, and nothing half-known?

import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { insertReport } from '#db/queries/about/insert-report.ts';
import { listSources } from '#db/queries/about/list-sources.ts';
import { getEntry } from '#db/queries/directory/get-entry.ts';
import { listEntryNeeds, listEntryNeedsQuery } from '#db/queries/directory/list-entry-needs.ts';
import { listNeeds } from '#db/queries/directory/list-needs.ts';
import { listThemes } from '#db/queries/directory/list-themes.ts';
import { loadClosures, loadClosuresQuery } from '#db/queries/directory/load-closures.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import {
  accessibility,
  contactPoint,
  coverageArea,
  entryTheme,
  notice,
  openingHours,
  service,
} from '#db/schema/directory-details.ts';
import { entry } from '#db/schema/entry.ts';
import { clsTheme, need, needCategory, needSynonym } from '#db/schema/need.ts';
import { assertion } from '#db/schema/provenance.ts';
import { report } from '#db/schema/report.ts';
import {
  AUBETERRE,
  addCommune,
  addOrganization,
  addPlace,
  addPractice,
  addSource,
  addTerritory,
  eastOf,
  provenance,
} from '#tests/db/rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const phone = (display: string) => ({ display, dial: '+33500000000', kind: 'main' }) as const;
const week = [[{ from: 540, to: 720 }], [], [], [], [], [], []];
const unknownAccess = {
  stepFree: 'unknown',
  adaptedParking: 'unknown',
  adaptedToilet: 'unknown',
  hearingLoop: 'unknown',
  homeVisits: 'unknown',
};

async function addHealthHouse(db: Database): Promise<void> {
  await addOrganization(db, 'network', { name: 'Réseau Santé' });
  await addPlace(db, 'house', {
    name: 'Maison de santé',
    category: 'health_house',
    title: 'Maison de santé',
    organizationId: 'network',
    street: '1 rue Haute',
    postcode: '16390',
    city: 'Aubeterre-sur-Dronne',
    point: eastOf(AUBETERRE, 1),
    pointPrecision: 'site',
  });
  await addPractice(db, 'doctor', { name: 'Jeanne Essai', placeId: 'house', newPatients: 'nopt' });
  await addPractice(db, 'nurse', { name: 'Alix Essai', placeId: 'house', category: 'nurse' });
  await db.insert(contactPoint).values([
    {
      entryId: 'house',
      position: 1,
      kind: 'phone',
      value: '1',
      phone: phone('second'),
      ...provenance,
    },
    {
      entryId: 'house',
      position: 0,
      kind: 'phone',
      value: '0',
      phone: phone('first'),
      ...provenance,
    },
    {
      entryId: 'nurse',
      position: 0,
      kind: 'phone',
      value: '2',
      phone: phone('own'),
      ...provenance,
    },
  ]);
  await db.insert(accessibility).values({ entryId: 'house', stepFree: 'yes', ...provenance });
  await db.insert(openingHours).values({
    entryId: 'house',
    position: 0,
    kind: 'public',
    week,
    closedOnHolidays: true,
    byAppointment: false,
    ...provenance,
  });
}

describeOnBoth('an entry of the directory', (getDb) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addSource(getDb());
    await addTerritory(getDb(), 'sud');
    await addCommune(getDb(), '16020', 'Aubeterre-sur-Dronne', { territory: 'sud' });
  });

  it('of a practice takes place, phone and access from its place, never its hours', async () => {
    await addHealthHouse(getDb());
    await refreshEntryProjection(getDb());
    const doctor = await getEntry(getDb(), 'doctor', AUBETERRE);
    expect(doctor).toMatchObject({
      kind: 'practice',
      name: 'Jeanne Essai',
      demonstration: true,
      placeName: 'Maison de santé',
      organizationName: 'Réseau Santé',
      address: {
        street: '1 rue Haute',
        complement: null,
        postcode: '16390',
        city: 'Aubeterre-sur-Dronne',
      },
      point: eastOf(AUBETERRE, 1),
      pointPrecision: 'site',
      phone: phone('first'),
      hours: [],
      newPatients: 'nopt',
      accessibility: { ...unknownAccess, stepFree: 'yes' },
      territoryCodes: ['sud'],
    });
    expect(doctor.crowMeters).toBeCloseTo(1_000, -1);
    expect(doctor.neighbours.map(({ id }) => id)).toEqual(['nurse', 'house']);
    expect((await getEntry(getDb(), 'nurse', null)).phone).toEqual(phone('own'));
    const house = await getEntry(getDb(), 'house', null);
    expect(house.crowMeters).toBeNull();
    expect(house.neighbours.map(({ id }) => id)).toEqual(['nurse', 'doctor']);
    expect(house.hours).toEqual([
      { kind: 'public', week, closedOnHolidays: true, byAppointment: false, note: null },
    ]);
    await expect(getEntry(getDb(), 'network', null)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('without a point stands at its commune and says so', async () => {
    await addPractice(getDb(), 'somewhere');
    await refreshEntryProjection(getDb());
    expect(await getEntry(getDb(), 'somewhere', null)).toMatchObject({
      point: AUBETERRE,
      pointPrecision: 'commune',
      address: { street: null, complement: null, postcode: null, city: 'Aubeterre-sur-Dronne' },
      phone: null,
      accessibility: unknownAccess,
      neighbours: [],
    });
  });

  it('gives all that is known of it, in order, each with its origin', async () => {
    await addOrganization(getDb(), 'home-care', {
      category: 'home_care',
      title: 'Soins à domicile',
      insee: '16020',
      finess: '160000000',
      description: 'Infirmiers et aides-soignants',
    });
    const label = { fr: 'x', en: 'x' };
    await getDb()
      .insert(need)
      .values({ id: 'aide', position: 0, group: 'home', label, plain: label });
    await getDb()
      .insert(service)
      .values([
        { entryId: 'home-care', position: 1, name: 'Toilette', note: 'le matin', ...provenance },
        { entryId: 'home-care', position: 0, needId: 'aide', name: 'Soins', ...provenance },
      ]);
    await getDb()
      .insert(contactPoint)
      .values([
        { entryId: 'home-care', position: 0, kind: 'email', value: 'a@b.example', ...provenance },
      ]);
    await getDb()
      .insert(clsTheme)
      .values([
        { id: 'b', position: 1, label },
        { id: 'a', position: 2, label },
      ]);
    await getDb()
      .insert(entryTheme)
      .values([
        { entryId: 'home-care', themeId: 'a' },
        { entryId: 'home-care', themeId: 'b' },
      ]);
    await getDb()
      .insert(coverageArea)
      .values([
        { entryId: 'home-care', insee: '16230' },
        { entryId: 'home-care', insee: '16020' },
      ]);
    await getDb()
      .insert(notice)
      .values({
        entryId: 'home-care',
        kind: 'closure',
        startsOn: '2026-12-24',
        text: 'Fermé',
        ...provenance,
      });
    const older = { ...provenance, asOf: '2019', confidence: 'low' as const };
    await getDb()
      .insert(assertion)
      .values([
        { subjectKind: 'entry', subjectId: 'home-care', field: 'phone', ...older },
        { subjectKind: 'offer', subjectId: 'home-care', field: 'price', ...older },
      ]);
    await refreshEntryProjection(getDb());
    expect(await loadClosures(getDb())).toEqual(
      new Map([
        ['home-care', [{ kind: 'closure', startsOn: '2026-12-24', endsOn: null, text: 'Fermé' }]],
      ]),
    );
    expect(loadClosuresQuery(getDb()).toSQL().sql).toMatchInlineSnapshot(
      `"select "entry_id", "kind", "starts_on", "ends_on", "text" from "notice" where "notice"."kind" = $1 order by "notice"."entry_id", "notice"."starts_on", "notice"."id""`,
    );
    expect(await getEntry(getDb(), 'home-care', null)).toMatchObject({
      kind: 'organization',
      needIds: ['aide'],
      themes: [{ id: 'b' }, { id: 'a' }],
      contacts: [{ kind: 'email', label: null, value: 'a@b.example', phone: null }],
      services: [
        { needId: 'aide', name: 'Soins', note: null, provenance },
        { needId: null, name: 'Toilette', note: 'le matin', provenance },
      ],
      notices: [{ kind: 'closure', startsOn: '2026-12-24', endsOn: null, text: 'Fermé' }],
      coverageInsees: ['16020', '16230'],
      finess: '160000000',
      description: 'Infirmiers et aides-soignants',
      assertions: [{ field: 'phone', provenance: older }],
      provenance,
    });
  });

  it('that is nowhere is refused by its name, and the entries of before remain', async () => {
    await addPractice(getDb(), 'known');
    await refreshEntryProjection(getDb());
    await addPractice(getDb(), 'lost', { insee: '99999' });
    await expect(refreshEntryProjection(getDb())).rejects.toMatchObject({
      code: 'bad_import',
      message: expect.stringContaining('lost (99999)'),
    });
    expect(await getDb().select({ id: entry.id }).from(entry)).toEqual([{ id: 'known' }]);
  });

  it('that does not exist is named when something is said of it', async () => {
    await getDb().insert(coverageArea).values({ entryId: 'ghost', insee: '16020' });
    await expect(refreshEntryProjection(getDb())).rejects.toMatchObject({
      code: 'bad_import',
      message: expect.stringContaining('coverage_area of ghost'),
    });
  });

  it('follows its tables: a second refresh changes nothing, a removal removes', async () => {
    await addHealthHouse(getDb());
    await refreshEntryProjection(getDb());
    const before = await getDb().select().from(entry).orderBy(entry.id);
    await refreshEntryProjection(getDb());
    expect(await getDb().select().from(entry).orderBy(entry.id)).toEqual(before);
    await getDb().execute("delete from practice where id = 'doctor'");
    await refreshEntryProjection(getDb());
    await expect(getEntry(getDb(), 'doctor', null)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('answers the needs of its category and of its services, once each', async () => {
    const label = { fr: 'x', en: 'x' };
    const needs = ['vaccin', 'medecin', 'autre'];
    await getDb()
      .insert(need)
      .values(
        needs.map((id) => ({ id, position: 0, group: 'doctor' as const, label, plain: label })),
      );
    await getDb().insert(needCategory).values({ needId: 'medecin', category: 'gp', position: 0 });
    await addPractice(getDb(), 'doctor', { category: 'gp' });
    await addPractice(getDb(), 'nurse', { category: 'nurse' });
    await getDb()
      .insert(service)
      .values(
        ['vaccin', 'medecin'].map((needId, position) => ({
          entryId: 'doctor',
          position,
          needId,
          name: 'Soins',
          ...provenance,
        })),
      );
    await refreshEntryProjection(getDb());
    expect(await listEntryNeeds(getDb(), 'doctor')).toEqual(['medecin', 'vaccin']);
    expect(await listEntryNeeds(getDb(), 'nurse')).toEqual([]);
    expect(await listEntryNeeds(getDb(), 'ghost')).toEqual([]);
    expect(listEntryNeedsQuery(getDb(), 'doctor').toSQL().sql).toMatchInlineSnapshot(
      `"select "need_id" from "entry_need" where "entry_need"."entry_id" = $1 order by "entry_need"."need_id""`,
    );
  });

  it('may be reported, and only when it exists', async () => {
    await addPractice(getDb(), 'doctor');
    await refreshEntryProjection(getDb());
    const createdAt = new Date('2026-11-24T10:00:00Z');
    const reported = { id: 'r1', offerId: null, kind: 'phone', text: 'Faux numéro', createdAt };
    await insertReport(getDb(), { ...reported, entryId: 'doctor' });
    expect(await getDb().select().from(report)).toEqual([
      {
        ...reported,
        entryId: 'doctor',
        status: 'new',
        reviewedBy: null,
        reviewedAt: null,
        reviewNote: null,
      },
    ]);
    const ghost = { ...reported, id: 'r2', entryId: 'ghost' };
    await expect(insertReport(getDb(), ghost)).rejects.toMatchObject({ code: 'not_found' });
    const offer = { ...reported, id: 'r3', entryId: null, offerId: 'ghost' };
    await expect(insertReport(getDb(), offer)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describeOnBoth('the lists of the directory', (getDb) => {
  it('give needs with their words, themes and sources, each in its order', async () => {
    const db = getDb();
    await addSource(db);
    const label = { fr: 'Médecin', en: 'Doctor' };
    await db.insert(need).values([
      { id: 'b', position: 0, group: 'doctor', label, plain: label },
      { id: 'a', position: 1, group: 'mind', label, plain: label },
    ]);
    await db.insert(needSynonym).values([
      { needId: 'b', position: 1, text: 'toubib' },
      { needId: 'b', position: 0, text: 'docteur' },
    ]);
    await db.insert(needCategory).values([
      { needId: 'b', category: 'hospital', position: 1 },
      { needId: 'b', category: 'gp', position: 0 },
    ]);
    await db.insert(clsTheme).values([
      { id: 'z', position: 0, label },
      { id: 'a', position: 1, label },
    ]);
    const none = { synonyms: [], categories: [] };
    expect(await listNeeds(db)).toEqual([
      {
        id: 'b',
        group: 'doctor',
        label,
        plain: label,
        synonyms: ['docteur', 'toubib'],
        categories: ['gp', 'hospital'],
      },
      { id: 'a', group: 'mind', label, plain: label, ...none },
    ]);
    expect((await listThemes(db)).map(({ id }) => id)).toEqual(['z', 'a']);
    expect(await listSources(db)).toEqual([
      {
        id: 'facts',
        name: 'Faits',
        publisher: 'Voisoin',
        url: null,
        licence: null,
        date: null,
        note: null,
      },
    ]);
  });
});
