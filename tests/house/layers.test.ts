import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYER_CASES, type LayerCase } from '#tests/house/layer-cases.ts';
import { read, repositoryFiles, root } from '#tests/house/repository.ts';

const run = promisify(execFile);
const scratches: string[] = [];

type Diagnostic = {
  category: string;
  location: { path: string | { file: string }; start?: { line: number } };
};

/** One file per importer, one import per line; the lines the layer rule refuses, as « file:line ». */
async function refusedLines(
  cases: readonly LayerCase[],
  write: (imported: string, index: number) => string,
  changeConfig: (config: Record<string, unknown>) => void = () => {},
): Promise<{ refused: Set<string>; lineOf: Map<LayerCase, string> }> {
  const scratch = mkdtempSync(join(tmpdir(), 'layers-'));
  scratches.push(scratch);
  const config = JSON.parse(read('biome.json'));
  changeConfig(config);
  writeFileSync(join(scratch, 'biome.json'), JSON.stringify(config));
  for (const name of ['package.json', '.gitignore']) cpSync(join(root, name), join(scratch, name));
  const lines = new Map<string, string[]>();
  const lineOf = new Map<LayerCase, string>();
  for (const each of cases) {
    const [file, imported] = each;
    const written = lines.get(file) ?? [];
    written.push(write(imported, written.length));
    lines.set(file, written);
    lineOf.set(each, `${file}:${written.length}`);
  }
  for (const [file, written] of lines) {
    mkdirSync(dirname(join(scratch, file)), { recursive: true });
    writeFileSync(join(scratch, file), `${written.join('\n')}\n`);
  }
  const diagnostics = await lint(scratch);
  return { refused: new Set(diagnostics), lineOf };
}

/** Only the rule of layers is asked; a run that checked nothing is an error, not a success. */
async function lint(scratch: string): Promise<string[]> {
  const { stdout, stderr } = await run(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: scratch, maxBuffer: 64_000_000 },
  ).catch((failure: { stdout?: string; stderr?: string }) => ({
    stdout: failure.stdout ?? '',
    stderr: failure.stderr ?? '',
  }));
  const start = stdout.indexOf('{');
  if (start < 0) throw new Error(`biome gave no report: ${stderr}`);
  const report = JSON.parse(stdout.slice(start)) as {
    summary: { unchanged: number; changed: number };
    diagnostics: Diagnostic[];
  };
  if (report.summary.unchanged + report.summary.changed === 0) {
    throw new Error(`biome checked no file in ${scratch}: ${stderr}`);
  }
  return report.diagnostics
    .filter((each) => each.category === 'lint/style/noRestrictedImports')
    .map((each) => `${pathOf(each, scratch)}:${lineOfDiagnostic(each)}`);
}

function pathOf(diagnostic: Diagnostic, scratch: string): string {
  const { path } = diagnostic.location;
  const text = typeof path === 'string' ? path : path.file;
  return text.replace(`${scratch}/`, '').replace(/^\.\//, '');
}

function lineOfDiagnostic(diagnostic: Diagnostic): number {
  const line = diagnostic.location.start?.line;
  if (line === undefined) throw new Error(`biome gave no line: ${JSON.stringify(diagnostic)}`);
  return line;
}

const asValue = (imported: string, index: number) =>
  `import * as name${index} from '${imported}'; export { name${index} };`;
const asType = (imported: string, index: number) =>
  `import type { Name as Name${index} } from '${imported}'; export type T${index} = Name${index};`;

afterAll(() => {
  for (const scratch of scratches) rmSync(scratch, { recursive: true, force: true });
});

describe.each([
  ['an import', asValue],
  ['an import of a type', asType],
] as const)('%s', (_, write) => {
  let outcome: Awaited<ReturnType<typeof refusedLines>>;
  beforeAll(async () => {
    outcome = await refusedLines(LAYER_CASES, write);
  });

  it.each(
    LAYER_CASES.map((each) => ({ file: each[0], imported: each[1], verdict: each[2], each })),
  )('of $imported by $file is $verdict', ({ verdict, each }) => {
    const line = outcome.lineOf.get(each) ?? 'not written';
    expect(line.startsWith(each[0])).toBe(true);
    expect(outcome.refused.has(line) ? 'refused' : 'allowed').toBe(verdict);
  });
});

describe('the guard itself', () => {
  it('sees nothing once the rules are taken away: the refusals above are theirs', async () => {
    const { refused } = await refusedLines(LAYER_CASES, asValue, (config) => {
      config['overrides'] = [];
      config['linter'] = { rules: { preset: 'none' } };
    });
    expect([...refused]).toEqual([]);
  });

  it('loses the layers, and only them, without the overrides', async () => {
    const { refused, lineOf } = await refusedLines(LAYER_CASES, asValue, (config) => {
      config['overrides'] = [];
    });
    const stillRefused = LAYER_CASES.filter((each) => refused.has(lineOf.get(each) ?? ''));
    expect(stillRefused.length).toBeGreaterThan(0);
    expect(stillRefused.every(([, imported]) => imported.startsWith('..'))).toBe(true);
    expect(stillRefused.length).toBeLessThan(
      LAYER_CASES.filter((each) => each[2] === 'refused').length,
    );
  });

  it('has a refusal and a permission to show for every folder of code', () => {
    const folderOf = (path: string) => {
      const [top = '', second = ''] = path.split('/');
      return top === 'api' || top === 'web' ? `${top}/${second}` : top;
    };
    const isCode = (path: string) => /^(api|db|seeds|web|tests)\/.*\.tsx?$/.test(path);
    const folders = new Set(
      repositoryFiles()
        .filter((path) => isCode(path) && !/^(api|web)\/[^/]+$/.test(path))
        .map(folderOf),
    );
    const covered = new Set(
      LAYER_CASES.filter(([, , verdict]) => verdict === 'refused').map(([file]) => folderOf(file)),
    );
    expect([...folders].filter((folder) => !covered.has(folder))).toEqual([]);
  });
});
