// `npm run drill -- NAME [embedded|server]`: runs tests/drills/NAME.ts, tells what it found, ends with 1 on a fault.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drill } from '#tests/drills/drill-result.ts';

/** A drill is a file of this folder that says so on its first line. */
const MARK = '// Drill: ';

const name = process.argv[2] ?? '';
const path = join(import.meta.dirname, `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(path) || !isDrill(path)) {
  console.error(
    `npm run drill -- NAME: expected one of ${drillNames().join(', ')}, received « ${name} ».`,
  );
  process.exit(2);
}

const { drill }: { drill: Drill } = await import(path);
const faults = await drill((line) => console.log(line), process.argv[3]);
for (const fault of faults) console.error(`fault: ${fault}`);
console.log(faults.length === 0 ? `${name}: no fault.` : `${name}: ${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);

function drillNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && isDrill(join(import.meta.dirname, file)))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
}

function isDrill(file: string): boolean {
  return readFileSync(file, 'utf8').startsWith(MARK);
}
