// INSEE's official geographic code of one year: which codes are communes, which are parts of one.

import { sql } from 'drizzle-orm';
import { officialCommune } from '#db/schema/commune-history.ts';
import type { CommuneKind } from '#domain/territory/commune-history.ts';
import { readCounted } from '#seeds/pipeline/read-counted.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { deriveFormerCommunes } from '#seeds/sources/communes/derive-former.ts';

export const CODE_EXPECTS = 'le code officiel géographique de l’Insee (v_commune_AAAA.csv)';

const KINDS: readonly string[] = ['COM', 'COMD', 'COMA', 'ARM'] satisfies CommuneKind[];
const COLUMNS = ['kind', 'insee', 'name', 'departement', 'parent_insee'];
/** The year in the name of the file, as INSEE names it: « v_commune_2024.csv ». */
export const yearOfName = (name: string): string | null =>
  name.match(/(?<!\d)(20\d\d)(?!\d)/)?.[1] ?? null;

export const codeSource: ImportSource = {
  name: 'communes',
  version: 1,
  expects: CODE_EXPECTS,
  feedOf: () => 'code-officiel',

  source: (file) => ({
    id: 'communes-code',
    name: 'Code officiel géographique',
    publisher: 'Insee',
    url: 'https://www.insee.fr/fr/information/2560452',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { file, tx, bulk, asOf } = context;
    await tx.execute(sql`
      create temporary table staged_official (kind text, insee text, name text, departement text,
        parent_insee text, primary key (insee, kind)) on commit drop`);
    const counts = { read: 0, kept: 0 };
    counts.kept = await bulk.copyValues('staged_official', COLUMNS, rowsOf(context, counts));
    return {
      read: null,
      readCount: counts.read,
      keptCount: counts.kept,
      asOf: asOf ?? yearOfName(file.name),
      validFrom: null,
      validTo: null,
    };
  },

  check: async ({ tx }) => {
    const [found] = (
      await tx.execute<{ communes: number; orphans: number }>(sql`
        select count(*) filter (where kind = 'COM')::int as communes,
          count(*) filter (where kind <> 'COM' and not exists (select from staged_official p
            where p.kind = 'COM' and p.insee = s.parent_insee))::int as orphans
        from staged_official s`)
    ).rows;
    const { communes = 0, orphans = 0 } = found ?? {};
    return [
      {
        guard: 'communes',
        label: 'Des communes dans le code',
        passed: communes > 0,
        detail: `${communes}`,
      },
      {
        guard: 'rattachement',
        label: 'Communes déléguées rattachées à une commune du fichier',
        passed: orphans === 0,
        detail: orphans === 0 ? 'oui' : `${orphans} sans commune de rattachement`,
      },
    ];
  },

  swap: async ({ tx }, { keptCount }) => {
    const { rows: kept } = await tx.execute<{ total: number }>(sql`
      select count(*)::int as total from staged_official s join ${officialCommune} o
      on o.insee = s.insee and o.kind = s.kind
      and (o.name, o.departement, o.parent_insee) is not distinct from (s.name, s.departement, s.parent_insee)`);
    const unchangedCount = kept[0]?.total ?? 0;
    await tx.execute(sql`delete from ${officialCommune}`);
    await tx.execute(sql`
      insert into ${officialCommune} (kind, insee, name, departement, parent_insee)
      select kind, insee, name, departement, parent_insee from staged_official`);
    const formers = await deriveFormerCommunes(tx);
    return { counts: { codes: keptCount, 'anciens noms': formers }, unchangedCount };
  },
};

async function* rowsOf(
  context: ImportContext,
  counts: { read: number },
): AsyncGenerator<(string | null)[]> {
  const { reject } = context;
  const seen = new Set<string>();
  const rows = readCounted(
    context,
    {
      delimiter: ',',
      quoted: true,
      columns: {
        kind: ['TYPECOM'],
        insee: ['COM'],
        departement: ['DEP'],
        name: ['LIBELLE'],
        parent: ['COMPARENT'],
      },
    },
    counts,
  );
  for await (const row of rows) {
    const [kind, insee, parent] = [row.get('kind'), row.get('insee'), row.get('parent')];
    const refuse = (column: string, value: string, reason: string) =>
      reject({ line: row.line, column, value, reason });
    if (!KINDS.includes(kind)) {
      refuse('TYPECOM', kind, 'Type de commune inconnu : COM, COMD, COMA ou ARM attendu.');
    } else if (!/^\d[\dAB]\d{3}$/.test(insee)) {
      refuse('COM', insee, 'Code Insee attendu : cinq caractères.');
    } else if ((kind === 'COM') !== (parent === '')) {
      refuse('COMPARENT', parent, 'Une commune n’en a pas, toutes les autres en ont une.');
    } else if (seen.has(`${kind} ${insee}`)) {
      refuse('COM', insee, `${kind} déjà lu plus haut dans le fichier.`);
    } else {
      seen.add(`${kind} ${insee}`);
      yield [kind, insee, row.get('name'), row.get('departement') || null, parent || null];
    }
  }
}
