// The file of the Assurance Maladie, the practices it may speak of, and what a test asks afterwards.

import { sql } from 'drizzle-orm';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { practice, professional } from '#db/schema/directory.ts';
import { source } from '#db/schema/provenance.ts';
import type { Category } from '#domain/directory/directory.ts';
import { runLinksCommand } from '#seeds/derived/links-command.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportOptions } from '#seeds/pipeline/source.ts';
import { ameliSource } from '#seeds/sources/ameli/source.ts';
import { writeAubeterre } from '#tests/seeds/aubeterre.ts';
import { clearTables } from '#tests/support/database.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
export const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: null,
  accept: [],
  now: NOW,
  onProgress: () => undefined,
};
const HEADER =
  'ps_activite_nom;ps_activite_prenom;ps_activite_civilite;ps_activite_raison_sociale;specialite_code;specialite_libelle;type_ps_code;type_ps_libelle;coordonnees_voie;coordonnees_complement;coordonnees_lieu_dit;coordonnees_code_postal;coordonnees_ville;coordonnees_num_tel;secteur_conventionnel_code;secteur_conventionnel_libelle;nature_exercice_code;nature_exercice_libelle;option_tarifaire_code;option_tarifaire_libelle;activite_particuliere_code;activite_particuliere_libelle';

type Person = {
  last: string;
  first: string;
  speciality?: [code: string, label: string];
  type?: string;
  street?: string;
  postcode?: string;
  phone?: string;
  sector?: [code: string, label: string];
  option?: [code: string, label: string];
};

/** People and numbers of the tests are invented; the numbers are of a range kept for fiction. */
export function line(person: Person): string {
  const [code, label] = person.speciality ?? ['01', 'Médecin généraliste'];
  const [sectorCode, sectorLabel] = person.sector ?? ['1', 'Secteur 1'];
  const [optionCode, optionLabel] = person.option ?? ['', ''];
  return [
    person.last,
    person.first,
    '',
    '',
    code,
    label,
    person.type ?? '1',
    'Médecins',
    person.street ?? '12 AV DU GENERAL TEST',
    '',
    '',
    person.postcode ?? '16390',
    'AUBETERRE SUR DRONNE',
    person.phone ?? '',
    sectorCode,
    sectorLabel,
    '1',
    'Libéral',
    optionCode,
    optionLabel,
    '',
    '',
  ].join(';');
}

const fileOf = (lines: readonly string[], name = 'liste-ps-20261019-073015.csv') =>
  memoryFile(name, new TextEncoder().encode(`\ufeff${[HEADER, ...lines].join('\r\n')}\r\n`));

export const PROVENANCE = { sourceId: 'rpps', asOf: '2026-10', confidence: 'high' } as const;

export async function writePractice(
  db: Database,
  id: string,
  name: string,
  given: { street?: string; postcode?: string; category?: Category; professionCode?: string } = {},
): Promise<void> {
  await db.insert(professional).values({ id: `${id}-p`, name, ...PROVENANCE });
  await db.insert(practice).values({
    id,
    professionalId: `${id}-p`,
    category: given.category ?? 'gp',
    professionCode: given.professionCode ?? '10',
    title: 'Médecin généraliste',
    street: given.street ?? '12 avenue du Général Test',
    postcode: given.postcode ?? '16390',
    city: 'Aubeterre-sur-Dronne',
    insee: '16020',
    ...PROVENANCE,
  });
}

/** Aubeterre, and the register its professionals come from. */
export async function writeGround(db: Database): Promise<void> {
  await clearTables(db);
  await db.insert(source).values({ id: 'rpps', name: 'RPPS', publisher: 'Test' });
  await writeAubeterre(db, PROVENANCE);
}

/** What tests ask of the database, and do to it. */
export function createAmeliHarness(getDb: () => Database, getHandle: () => DatabaseHandle) {
  const run = (lines: readonly string[], options: Partial<ImportOptions> = {}, name?: string) =>
    runImport(
      getHandle(),
      ameliSource,
      fileOf(lines, name),
      { ...OPTIONS, ...options },
      { dryRun: false, clock: Date.now },
    );
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const links = () =>
    ask(
      sql`select entry_id, rule, round(confidence::numeric, 2)::float as confidence, status from entity_link order by entry_id`,
    );
  const toReview = () =>
    ask(sql`select entry_id, rule, status from duplicate_candidate order by entry_id, rule`);
  const command = async (...words: string[]) => {
    const said: string[] = [];
    await runLinksCommand(getHandle(), words, { now: NOW, say: (text) => said.push(text) });
    return said.join('\n');
  };
  /** All that is shown of a practice. */
  async function shownOf(id: string) {
    const { rows } = await getDb().execute(sql`select
      (select jsonb_agg(to_jsonb(c)) from contact_point c where c.entry_id = ${id}) as contacts,
      (select to_jsonb(p) from practice p where p.id = ${id}) as practice,
      (select jsonb_agg(a.field) from assertion a where a.subject_id = ${id}) as assertions,
      (select jsonb_agg(c.field) from claim c where c.entry_id = ${id}) as claims`);
    return rows[0];
  }
  return { run, ask, links, toReview, command, shownOf };
}
