// `npm run bench -- NAME`: runs tests/bench/NAME.ts, tells its figures, ends with one line of JSON.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Figure } from '#tests/bench/bench-result.ts';

/** A bench is a file of this folder that says so on its first line. */
const MARK = '// Bench: ';

const name = process.argv[2] ?? '';
const path = join(import.meta.dirname, `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(path) || !isBench(path)) {
  console.error(
    `npm run bench -- NAME: expected one of ${benchNames().join(', ')}, received « ${name} ».`,
  );
  process.exit(2);
}

const { bench }: { bench: Bench } = await import(path);
const figures = await bench((line) => console.log(line));
for (const figure of figures) console.log(sentence(figure));
console.log(JSON.stringify({ name, goals: figures }));

function sentence({ name: what, value, unit, goal, met }: Figure): string {
  const judged = goal === null ? '' : ` (goal ${goal}: ${met === true ? 'met' : 'missed'})`;
  return `${what}: ${value} ${unit}${judged}`;
}

function benchNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && isBench(join(import.meta.dirname, file)))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
}

function isBench(file: string): boolean {
  return readFileSync(file, 'utf8').startsWith(MARK);
}
