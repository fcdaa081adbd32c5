// How are files put in an archive whose bytes depend on nothing but them?

import { strToU8, zipSync } from 'fflate';

/** Written as the hour of the machine, whatever its zone: the same everywhere. */
const WRITTEN_AT = new Date(2020, 0, 1);

export function zipFiles(files: ReadonlyMap<string, string>): Uint8Array {
  const entries = [...files].map(([name, text]): [string, Uint8Array] => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(entries), { mtime: WRITTEN_AT, level: 6 });
}
