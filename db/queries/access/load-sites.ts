// Where is care given in these communes: by whom the directory names, and the rest of what a file counts?
//
// The invented people of the demonstration are nobody's care: the counts they were placed by are.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { communeSupply } from '#db/schema/access.ts';
import { practice } from '#db/schema/directory.ts';
import { entry, entryServiceNeed } from '#db/schema/entry.ts';
import {
  type Ground,
  type GroundCommune,
  type GroundPractitioner,
  type GroundSite,
  siteIdOf,
} from '#domain/access/ground.ts';
import { halfDaysOpen } from '#domain/access/half-days-open.ts';
import { SUPPLY_KINDS, type SupplyKind } from '#domain/access/supply.ts';
import type { EntryKind, HoursBlock } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';

export async function loadSites(
  db: Database,
  communes: readonly GroundCommune[],
): Promise<Pick<Ground, 'sites' | 'counted' | 'doubtful'>> {
  const byInsee = new Map(communes.map((each) => [each.insee, each]));
  const named = await listNamed(db, [...byInsee.keys()]);
  const counts = await listCounts(db, [...byInsee.keys()]);
  const registered = registeredOf(byInsee, named);
  const sites = new Map<string, GroundSite>();
  const namedHeads = new Map<string, number>();
  for (const row of named) {
    const home = byInsee.get(row.insee);
    if (home === undefined) continue;
    const key = `${row.insee} ${row.kind}`;
    namedHeads.set(key, (namedHeads.get(key) ?? 0) + row.share);
    const point: LonLat = [row.lon, row.lat];
    const { entryId, name, kind, share, placeName, hours } = row;
    const personId = row.personId ?? undefined;
    const care = { point, placeName, kind, heads: share, hours };
    add(
      sites,
      home,
      care,
      row.entryKind === 'practice' ? { entryId, personId, name, kind, share } : null,
    );
  }
  const doubtful: { insee: string; name: string; kind: SupplyKind; headCount: number }[] = [];
  for (const { insee, kind, headCount, confidence } of counts) {
    const home = byInsee.get(insee);
    if (home === undefined || registered.has(`${home.departement} ${kind}`)) continue;
    const heads = headCount - (namedHeads.get(`${insee} ${kind}`) ?? 0);
    if (heads <= 0) continue;
    add(sites, home, { point: home.point, placeName: null, kind, heads, hours: [] }, null);
    if (confidence === 'low') doubtful.push({ insee, name: home.name, kind, headCount });
  }
  return {
    sites: [...sites.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    counted: countedOf(communes, registered, counts),
    doubtful,
  };
}

/** What a hospital with an emergency department answers. */
const EMERGENCY_NEED = 'urgences';

type Care = {
  point: LonLat;
  placeName: string | null;
  kind: SupplyKind;
  heads: number;
  hours: readonly HoursBlock[];
};

function add(
  sites: Map<string, GroundSite>,
  home: GroundCommune,
  { point, placeName, kind, heads, hours }: Care,
  practitioner: GroundPractitioner | null,
): void {
  const id = siteIdOf(point);
  const held = sites.get(id);
  const open = halfDaysOpen(hours);
  const known = held?.halfDays ?? null;
  sites.set(id, {
    id,
    point,
    insee: home.insee,
    communeName: home.name,
    placeNames:
      placeName === null ? (held?.placeNames ?? {}) : { [kind]: placeName, ...held?.placeNames },
    isInside: home.isInside,
    heads: { ...held?.heads, [kind]: (held?.heads[kind] ?? 0) + heads },
    practitioners: [
      ...(held?.practitioners ?? []),
      ...(practitioner === null ? [] : [practitioner]),
    ],
    halfDays: known === null || open === null ? (known ?? open) : known | open,
  });
}

/**
 * « département kind » of which the directory holds the register: who is not there is nowhere. An entry somebody
 * typed says nothing of the others.
 */
function registeredOf(
  communes: ReadonlyMap<string, GroundCommune>,
  named: readonly NamedRow[],
): ReadonlySet<string> {
  return new Set(
    named
      .filter(({ isOfRegister }) => isOfRegister)
      .map(({ insee, kind }) => `${communes.get(insee)?.departement} ${kind}`),
  );
}

/** By the register, or where a file says so, zero included. */
function countedOf(
  communes: readonly GroundCommune[],
  registered: ReadonlySet<string>,
  counts: readonly CountRow[],
): Record<SupplyKind, ReadonlySet<string>> {
  const sets = SUPPLY_KINDS.map((kind): [SupplyKind, Set<string>] => {
    const insees = communes
      .filter(({ departement }) => registered.has(`${departement} ${kind}`))
      .map(({ insee }) => insee);
    const byFile = counts.filter((row) => row.kind === kind).map(({ insee }) => insee);
    return [kind, new Set([...insees, ...byFile])];
  });
  return byKind(new Map(sets));
}

function byKind(
  sets: ReadonlyMap<SupplyKind, ReadonlySet<string>>,
): Record<SupplyKind, ReadonlySet<string>> {
  const of = (kind: SupplyKind) => sets.get(kind) ?? new Set<string>();
  return {
    gp: of('gp'),
    nurse: of('nurse'),
    physio: of('physio'),
    dentist: of('dentist'),
    midwife: of('midwife'),
    pharmacy: of('pharmacy'),
    hospital: of('hospital'),
    emergency: of('emergency'),
  };
}

type NamedRow = {
  entryId: string;
  personId: string | null;
  name: string;
  kind: SupplyKind;
  insee: string;
  entryKind: EntryKind;
  isOfRegister: boolean;
  lon: number;
  lat: number;
  placeName: string | null;
  share: number;
  hours: HoursBlock[];
};

/** Who practises in two places counts half in each. Salaried staff of hospitals receive nobody in town. */
async function listNamed(db: Database, insees: readonly string[]): Promise<NamedRow[]> {
  const kinds = sql.param([...SUPPLY_KINDS]);
  const { rows } = await db.execute<NamedRow>(sql`
    select e.id as "entryId", p.professional_id as "personId", e.name, k.kind, e.insee, e.kind as "entryKind",
      e.source_id = 'rpps' or e.source_id like 'finess%' as "isOfRegister",
      ST_X(e.point::geometry) as lon, ST_Y(e.point::geometry) as lat, coalesce(e.place_name, case when e.kind = 'place' then e.name end) as "placeName", e.hours,
      1.0 / greatest(1, coalesce((select count(*) from ${practice} o where o.professional_id = p.professional_id
        and o.category = p.category and o.gone_on is null), 1))::float8 as share
    from ${entry} e
    left join ${practice} p on p.id = e.id
    left join ${entry} at on at.id = p.place_id
    cross join lateral (select e.category as kind union all select 'emergency' where e.category = 'hospital'
      and exists (select from ${entryServiceNeed} s where s.entry_id = e.id and s.need_id = ${EMERGENCY_NEED})) k
    where not e.demonstration and e.category = any(${kinds}::text[])
      and e.insee = any(${sql.param([...insees])}::text[])
      and not (coalesce(p.mode_code, '') = 'S' and coalesce(at.category, '') = 'hospital')
    order by e.id, k.kind`);
  return rows.map((row) => ({ ...row, share: Number(row.share) }));
}

type CountRow = { insee: string; kind: SupplyKind; headCount: number; confidence: string };

async function listCounts(db: Database, insees: readonly string[]): Promise<CountRow[]> {
  const { rows } = await db.execute<CountRow>(sql`
    select insee, kind, head_count as "headCount", confidence from ${communeSupply}
    where insee = any(${sql.param([...insees])}::text[]) order by insee, kind`);
  return rows;
}
