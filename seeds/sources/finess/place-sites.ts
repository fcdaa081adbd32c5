// Which staged sites can be used, in which commune of today, and at which point? In bulk, by the
// database: the table `finess_placed` holds one row a site, with its fault or none. Tables of this transaction
// stand with the incoming ones and go with it: temporary ones would be read by one process only.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { useProcessors } from '#db/queries/directory/use-processors.ts';
import { SHOWN_CATEGORIES } from '#domain/directory/finess-category.ts';
import { sridOf } from '#domain/directory/finess-point.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { holdsNothing } from '#seeds/sources/finess/swap-snapshots.ts';
import { createWantedCommunes } from '#seeds/sources/finess/wanted-communes.ts';

/** A point farther from its commune's own is another place: the record is wrong. */
const FARTHEST_METERS = 30_000;
/** Where so large a share of the sites stands in known communes, a code unknown is an error. */
const WHOLE_SHARE = 0.9;

const OVERSEAS = ['971', '972', '973', '974', '975', '976', '977', '978'];

export type PlacedCounts = {
  kept: number;
  leftOut: number;
  /** Points given, and those too far to be true. */
  points: number;
  farPoints: number;
};

export async function placeSites(context: ImportContext): Promise<PlacedCounts> {
  const { tx } = context;
  // To sort or to group the sites of the country without a file.
  await tx.execute(sql`set local work_mem = '64MB'`);
  // Rough figures are enough to choose a plan, at a tenth of the cost.
  await tx.execute(sql`set local default_statistics_target = 10`);
  await tx.execute(sql`analyze staged_finess`);
  await createWantedCommunes(tx, context.territoryCodes);
  await createShownCategories(tx);
  await resolveCommunes(tx);
  await useProcessors(tx);
  await createPlaced(tx);
  await refuseFaults(context);
  await tx.execute(sql`delete from finess_placed where fault is not null`);
  await tx.execute(sql`create unique index finess_placed_key on finess_placed (finess)`);
  await tx.execute(sql`analyze finess_placed`);
  const { rows } = await tx.execute<PlacedCounts>(sql`
    select count(*)::int as kept, 0 as "leftOut", count(*) filter (where has_point)::int as points,
      count(*) filter (where is_far)::int as "farPoints" from finess_placed`);
  return rows[0] ?? { kept: 0, leftOut: 0, points: 0, farPoints: 0 };
}

/** `finess_shown`: our words for the codes the directory shows, closed categories left out. */
export async function createShownCategories(tx: Database): Promise<void> {
  const column = (key: 'code' | 'category' | 'title' | 'needId') =>
    sql`${sql.param(SHOWN_CATEGORIES.map((shown) => shown[key]))}::text[]`;
  await tx.execute(sql`
    create unlogged table finess_shown as
    select shown.code, shown.category, shown.title, shown.need_id
    from unnest(${column('code')}, ${column('category')}, ${column('title')}, ${column('needId')})
      as shown(code, category, title, need_id)
    where not exists (select from finess_category k where k.code = shown.code and k.closed_on is not null)`);
}

/**
 * `finess_commune`: each code of the file and the commune of today it became, when one is known; `wanted`: its
 * own, when it is asked for, with its only postcode when it has one.
 */
async function resolveCommunes(tx: Database): Promise<void> {
  await tx.execute(sql`
    create unlogged table finess_commune as
    select said.insee, said.departement, said.site_count, current.insee as current_insee,
      coalesce(f.successors, 0) as successors, here.point, w.insee as wanted, w.name as wanted_name,
      w.departement as wanted_departement, (select min(postcode) from commune_postcode cp
        where cp.insee = w.insee having count(*) = 1) as only_postcode
    from (select insee, departement, (count(*) filter (where in_service))::int as site_count
      from staged_finess where kind = 'site' and departement is not null group by insee, departement) said
    left join commune c on c.insee = said.insee
    left join lateral (select min(current_insee) as current_insee, count(distinct current_insee)::int as successors
      from commune_former where insee = said.insee and c.insee is null) f on true
    cross join lateral (select coalesce(c.insee, f.current_insee) as insee) current
    left join commune here on here.insee = current.insee
    left join finess_wanted w on w.insee = current.insee`);
  await tx.execute(sql`create unique index on finess_commune (insee)`);
  await tx.execute(sql`
    create unlogged table finess_whole as
    select departement from finess_commune group by departement
    having sum(site_count) filter (where current_insee is not null) >= ${WHOLE_SHARE}::float8 * sum(site_count)`);
}

/** In the order of the columns of `finess_site`, which it may become; those left out of the demand are not there. */
async function createPlaced(tx: Database): Promise<void> {
  const srids = sql.raw(
    `case s.departement ${OVERSEAS.map((code) => `when '${code}' then ${sridOf(code)}`).join(' ')} else ${sridOf(null)} end`,
  );
  // As values: other processes would be kept from the rows by queries of their own.
  const { rows } = await tx.execute<{ named: boolean }>(
    sql`select exists (select from finess_category) as named`,
  );
  const isNamed = sql.raw(rows[0]?.named === true ? 'true' : 'false');
  await tx.execute(sql`
    create ${(await holdsNothing(tx)) ? sql`` : sql`unlogged`} table finess_placed as
    select * from (select s.finess, s.legal_finess, s.name, s.category_code,
      coalesce(k.label, s.category_label) as category_label, s.siret, s.in_service, s.opened_on, s.closed_on,
      s.street, s.complement, coalesce(s.postcode, s.only_postcode) as postcode,
      coalesce(s.wanted_name, s.city) as city, coalesce(s.current_insee, s.insee) as insee,
      coalesce(s.wanted_departement, s.departement) as departement,
      case when not s.is_far then s.point end as point,
      case when s.point is not null and not s.is_far then s.point_precision end as point_precision,
      s.ban_key, s.phones, s.updated_on, s.line, s.x is not null as has_point, s.is_far, s.wanted is null and s.departement is not null
        and not (s.in_service and s.current_insee is null and s.departement in (select departement from finess_whole))
        as left_out,
      case when s.first_row is not null and s.first_row <> s.row then 'double'
        when not s.in_service then null
        when s.name is null then 'name'
        when s.category_code is null then 'no_category'
        when k.code is null and ${isNamed} then 'category'
        when k.code is null and s.category_label is null and shown.code is null then 'no_label'
        when s.departement is null then 'insee'
        when s.successors > 1 then 'shared'
        when s.current_insee is null and s.departement in (select departement from finess_whole) then 'commune'
      end as fault
    from (
      select s.*, s.ctid as row, d.first_row, m.point is not null
          and g.geom is not null and ST_Distance(g.geom::geography, m.point, false) > ${FARTHEST_METERS}::float8 as is_far,
        g.geom::geography as point, coalesce(s.precision, p.precision) as point_precision,
        m.current_insee, m.successors, m.wanted, m.wanted_name, m.wanted_departement, m.only_postcode
      from staged_finess s
      left join (select finess, min(ctid) as first_row from staged_finess where kind = 'site'
        group by finess having count(*) > 1) d on d.finess = s.finess
      left join (select distinct on (finess) finess, x, y, srid, precision from staged_finess
        where kind = 'point' and x is not null and y is not null order by finess, line) p on p.finess = s.finess
      left join finess_commune m on m.insee = s.insee
      left join lateral (select ST_Transform(ST_SetSRID(ST_MakePoint(coalesce(s.x, p.x), coalesce(s.y, p.y)),
        case when s.x is null then coalesce(p.srid, ${srids}) else s.srid end), 4326) as geom
        where coalesce(s.x, p.x) is not null) g on true
      where s.kind = 'site'
    ) s
    left join finess_category k on k.code = s.category_code
    left join finess_shown shown on shown.code = s.category_code) placed where not left_out`);
}

type Fault = {
  line: number;
  finess: string;
  fault: string;
  category: string | null;
  insee: string | null;
};

const REASONS: Readonly<Record<string, readonly [column: string, reason: string]>> = {
  double: [
    'numéro FINESS',
    'Numéro FINESS déjà vu dans ce fichier : la première ligne est gardée.',
  ],
  name: ['nom', 'Nom attendu.'],
  no_category: ['catégorie', 'Code de catégorie attendu.'],
  category: ['catégorie', 'Code absent de la nomenclature des catégories.'],
  no_label: [
    'catégorie',
    'Code sans libellé connu : importez d’abord la nomenclature (finess-nomenclature).',
  ],
  insee: ['commune', 'Code de commune attendu : cinq caractères, comme 16230 ou 2A004.'],
  shared: ['commune', 'Commune partagée entre plusieurs autres : on ne sait pas laquelle.'],
  commune: ['commune', 'Commune inconnue ici.'],
};

async function refuseFaults({ tx, reject }: ImportContext): Promise<void> {
  const { rows } = await tx.execute<Fault>(sql`
    select line, finess, fault, category_code as category, insee from finess_placed
    where fault is not null order by line, finess`);
  for (const { line, finess, fault, category, insee } of rows) {
    const [column, reason] = REASONS[fault] ?? ['', fault];
    const value = column === 'catégorie' ? category : column === 'commune' ? insee : finess;
    const site = value === finess ? '' : ` Site ${finess}.`;
    reject({ line, column, value, reason: `${reason}${site}` });
  }
}
