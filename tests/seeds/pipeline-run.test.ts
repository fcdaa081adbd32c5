import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { importRun } from '#db/schema/provenance.ts';
import { type Counted, commonChecks } from '#seeds/pipeline/guards.ts';
import { rejectsCommand } from '#seeds/pipeline/rejects-command.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportFile, ImportOptions, ImportSource } from '#seeds/pipeline/source.ts';
import { describeOnBoth } from '#tests/support/database.ts';
import {
  createLineTable,
  LINE_OPTIONS,
  lineSource,
  linesFile,
} from '#tests/support/line-source.ts';

describeOnBoth('an import', (getDb, getHandle) => {
  beforeEach(async () => {
    await createLineTable(getDb());
    await getDb().execute(sql`truncate line, import_run, import_reject restart identity`);
  });

  const run = (
    file: ImportFile,
    options: Partial<ImportOptions> = {},
    { source = lineSource(), again = false }: { source?: ImportSource; again?: boolean } = {},
  ) =>
    runImport(
      getHandle(),
      source,
      file,
      { ...LINE_OPTIONS, ...options },
      { dryRun: false, again, clock: Date.now },
    );
  const lines = async () =>
    (
      await getDb().execute<{ name: string; count: number }>(
        sql`select name, count(*)::int as count from line group by name order by name`,
      )
    ).rows;
  const ledger = async () => await getDb().select().from(importRun).orderBy(importRun.id);

  it('is refused when its data are said to be of a day to come, or of another age', async () => {
    for (const [asOf, detail] of [
      ['2026-12', '2026-12, dans l’avenir'],
      ['2031', '2031, dans l’avenir'],
      ['0026', '0026, avant 1900'],
    ] as const) {
      const report = await run(linesFile(3, 'a'), { asOf });
      expect(report.status).toBe('failed');
      expect(describeImport(report)).toContain(`ÉCHEC    Date des données : ${detail}`);
    }
    expect(await lines()).toEqual([]);
    expect((await run(linesFile(3, 'a'), { asOf: '2026' })).status).toBe('done');
    const accepted = await run(linesFile(3, 'b'), { asOf: '2031', accept: ['date'] });
    expect(accepted.status).toBe('done');
  });

  it('is refused when too many of its rows are, until that is accepted by name', async () => {
    await run(linesFile(100, 'a'));
    const file = linesFile(79, 'b', 21);
    const refused = await run(file);
    expect(refused.status).toBe('failed');
    expect(describeImport(refused)).toContain(
      'ÉCHEC    Part des lignes refusées : 21 sur 100 (21 %), 20 % au plus',
    );
    expect(describeImport(refused)).toContain('--accept rejets --accept nombre');
    expect(await lines()).toEqual([{ name: 'a', count: 100 }]);
    const half = await run(file, { accept: ['rejets'] });
    expect(half.status).toBe('failed');
    const accepted = await run(file, { accept: ['rejets', 'nombre'] });
    expect(accepted.status).toBe('done');
    expect(describeImport(accepted)).toContain('ACCEPTÉ  Part des lignes refusées');
    expect((await ledger()).at(-1)?.message).toContain('accepté malgré tout : Part des lignes');
    expect(await lines()).toEqual([{ name: 'b', count: 79 }]);
  });

  it('is refused when it brings far fewer rows than the last one for the same territories', async () => {
    await run(linesFile(100, 'a'));
    expect((await run(linesFile(80, 'b'))).status).toBe('done');
    const fewer = await run(linesFile(60, 'c'));
    expect(fewer.status).toBe('failed');
    expect(fewer.checks.at(-1)?.detail).toBe(
      '60 gardées, 80 la dernière fois (−25 %) ; 60 lues, 80 la dernière fois (−25 %) ; 20 % d’écart au plus',
    );
    expect(await lines()).toEqual([{ name: 'b', count: 80 }]);
    expect((await run(linesFile(60, 'c'), { territoryCodes: ['x'] })).status).toBe('done');
    expect((await run(linesFile(200, 'd'), { territoryCodes: ['x'] })).status).toBe('failed');
  });

  it('is held to the bounds of its source', async () => {
    const loose = { ...lineSource(), guards: { mostRejectsPercent: 60, mostChangePercent: null } };
    await run(linesFile(100, 'a'), {}, { source: loose });
    expect((await run(linesFile(20, 'b', 25), {}, { source: loose })).status).toBe('done');
  });

  it('names the line of each row it refused', async () => {
    const report = await run(linesFile(12, 'a', 1));
    expect(describeImport(report)).toMatch(/^ {2}Refusé {3}ligne \d+, /m);
    expect(describeImport({ ...report, numberedBy: 'element' })).toMatch(
      /^ {2}Refusé {3}élément n° \d+, /m,
    );
  });

  it('is refused when nothing is kept, the first time as well', async () => {
    const report = await run(linesFile(0, 'a', 3));
    expect(report.checks.at(-1)).toMatchObject({ passed: false, detail: 'aucune ligne gardée' });
    expect(report.status).toBe('failed');
  });

  it('names its guards when one to accept is unknown, and changes nothing', async () => {
    await expect(run(linesFile(1, 'a'), { accept: ['rejet'] })).rejects.toThrow(
      '--accept rejet : contrôle inconnu. Ceux de cet import : essai, rejets, nombre.',
    );
    expect(await lines()).toEqual([]);
  });

  it('has nothing to do with the same file, unless asked again', async () => {
    const file = linesFile(30, 'a');
    await run(file);
    expect((await run(file)).status).toBe('unchanged');
    expect((await run(file, {}, { again: true })).status).toBe('done');
    expect((await run(file, { asOf: '2026-10' })).status).toBe('done');
    expect((await ledger()).map(({ status }) => status)).toEqual([
      'done',
      'unchanged',
      'done',
      'done',
    ]);
    const [first] = await ledger();
    expect(first).toMatchObject({ sha256: file.sha256, asOf: '2026-11', territories: '' });
  });

  it('dates its source by its data', async () => {
    await run(linesFile(30, 'a'));
    const { rows } = await getDb().execute(sql`select date from source where id = 'lines'`);
    expect(rows).toEqual([{ date: '2026-11' }]);
  });

  it('has the licence of its source, or the one told of the file, which later editions keep', async () => {
    await expect(
      run(linesFile(3, 'a'), { published: { licence: 'ODbL 1.0', page: null } }),
    ).rejects.toThrow(
      '--licence : les fichiers de « lines » ont tous la même, Licence Ouverte 2.0.',
    );
    const own = lineSource();
    const source = {
      ...own,
      source: (...given: Parameters<typeof own.source>) => ({
        ...own.source(...given),
        id: 'network',
        licence: null,
      }),
    };
    const published = { licence: 'ODbL 1.0', page: 'https://reseau.example' };
    expect((await run(linesFile(3, 'a'), {}, { source })).licence).toBeNull();
    expect((await run(linesFile(3, 'a'), { published }, { source })).status).toBe('done');
    expect((await run(linesFile(3, 'a'), { published }, { source })).status).toBe('unchanged');
    expect((await run(linesFile(3, 'a'), {}, { source })).status).toBe('unchanged');
    expect((await run(linesFile(4, 'a'), {}, { source })).licence).toBe('ODbL 1.0');
    expect((await ledger()).map(({ licence }) => licence)).toEqual([
      null,
      ...Array.from({ length: 4 }, () => 'ODbL 1.0'),
    ]);
    const { rows } = await getDb().execute(
      sql`select licence, url from source where id = 'network'`,
    );
    expect(rows).toEqual([{ licence: 'ODbL 1.0', url: 'https://reseau.example' }]);
  });

  it('that fails on a fault of the program says so in the ledger', async () => {
    await run(linesFile(30, 'a'));
    const broken = lineSource(async (step) => {
      if (step === 'swap') throw new Error('broken on purpose');
    });
    await expect(run(linesFile(31, 'b'), {}, { source: broken })).rejects.toThrow('on purpose');
    expect((await ledger()).at(-1)).toMatchObject({
      status: 'failed',
      message: 'broken on purpose',
      changed: false,
    });
    expect(await lines()).toEqual([{ name: 'a', count: 30 }]);
  });

  it('marks as interrupted the runs that never ended, of any source', async () => {
    await getDb()
      .insert(importRun)
      .values({ importer: 'other', startedAt: new Date(0), status: 'running' });
    await run(linesFile(30, 'a'));
    expect((await ledger()).map(({ importer, status }) => [importer, status])).toEqual([
      ['other', 'interrupted'],
      ['lines', 'done'],
    ]);
  });

  it('is refused while another is running', async ({ skip }) => {
    skip(getHandle().kind === 'embedded', 'the embedded database belongs to one process');
    const first = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const slow = lineSource(async (step) => {
      if (step !== 'stage') return;
      started.resolve();
      await first.promise;
    });
    const running = run(linesFile(30, 'a'), {}, { source: slow });
    await started.promise;
    await expect(run(linesFile(30, 'b'))).rejects.toThrow('Un autre import est en cours');
    first.resolve();
    expect((await running).status).toBe('done');
    expect((await ledger()).map(({ status }) => status)).toEqual(['done']);
    expect((await run(linesFile(30, 'b'))).status).toBe('done');
  });

  it('keeps its refused rows, which are exported for a spreadsheet without formulas', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'voisoin-rejects-'));
    try {
      const out = join(folder, 'rejets.csv');
      const odd = ['=SOMME(A1)', '-1', 'a";b', 'nul\0', ' =1', '＝1'].map((value, index) => ({
        line: index + 2,
        column: 'name',
        value,
        reason: 'Essai.',
      }));
      const source = lineSource();
      const rejecting: ImportSource = {
        ...source,
        stage: async (context) => {
          for (const reject of odd) context.reject(reject);
          return await source.stage(context);
        },
      };
      await run(linesFile(30, 'a'), {}, { source: rejecting });
      await run(linesFile(30, 'a'), {}, { source: rejecting });
      for (const word of ['lines', '1']) {
        expect(await rejectsCommand(getHandle(), [word, '--out', out])).toBe(true);
        expect(await readFile(out, 'utf8')).toBe(
          [
            '\uFEFFFichier;Ligne;Colonne;Valeur;Motif',
            "lines.csv;2;name;'=SOMME(A1);Essai.",
            "lines.csv;3;name;'-1;Essai.",
            'lines.csv;4;name;"a"";b";Essai.',
            'lines.csv;5;name;nul;Essai.',
            "lines.csv;6;name;' =1;Essai.",
            "lines.csv;7;name;'＝1;Essai.",
            '',
          ].join('\r\n'),
        );
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    await expect(rejectsCommand(getHandle(), ['finess'])).rejects.toThrow(
      'Aucun import « finess » dans le journal.',
    );
  });

  it('remembers a hundred thousand refused rows, and counts them all', async () => {
    const report = await run(linesFile(30, 'a', 100_500), { accept: ['rejets'] });
    expect(report.status).toBe('done');
    const { rows } = await getDb().execute(sql`select count(*)::int as kept from import_reject`);
    expect(rows).toEqual([{ kept: 100_000 }]);
    expect((await ledger())[0]?.rejectedCount).toBe(100_500);
  });
});

describe('the guards every import has', () => {
  const passed = (counted: Counted) => commonChecks(counted).map((check) => check.passed);

  it('say nothing against a handful of rows', () => {
    const last = { readCount: 12, keptCount: 12 };
    const small = { readCount: 12, keptCount: 3, rejectedCount: 9, last };
    expect(passed(small)).toEqual([true, true]);
    expect(passed({ readCount: 120, keptCount: 30, rejectedCount: 90, last })).toEqual([
      false,
      false,
    ]);
  });

  it('let more rows be kept of a file of the same size, and not many fewer', () => {
    const last = { readCount: 1_000, keptCount: 100 };
    const file = { readCount: 1_050, rejectedCount: 0, last };
    expect(passed({ ...file, keptCount: 900 })).toEqual([true, true]);
    expect(passed({ ...file, keptCount: 80 })).toEqual([true, true]);
    expect(passed({ ...file, keptCount: 79 })).toEqual([true, false]);
    expect(passed({ ...file, readCount: 1_201, keptCount: 120 })).toEqual([true, false]);
    expect(passed({ ...file, readCount: 799, keptCount: 100 })).toEqual([true, false]);
  });
});
