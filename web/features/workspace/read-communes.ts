// Which communes does a pasted list name? By name or by INSEE code, in any order, however separated.

import type { Insee } from '#domain/territory/territory.ts';

export type CommunesRead = {
  insees: readonly Insee[];
  /** What names no commune known here, as it was written. */
  unknown: readonly string[];
};

/** Codes and names may be mixed; accents, case, hyphens and « Saint » shortened do not matter. */
export function readCommunes(
  written: string,
  communes: readonly { insee: Insee; name: string }[],
): CommunesRead {
  const byName = new Map(communes.map(({ insee, name }) => [keyOf(name), insee]));
  const known = new Set(communes.map(({ insee }) => insee));
  const insees: Insee[] = [];
  const unknown: string[] = [];
  for (const part of written.split(/[,;\t\r\n]+/)) {
    const item = part.trim();
    if (item === '') continue;
    const code = /\b(\d{5}|2[AB]\d{3})\b/i.exec(item)?.[1]?.toUpperCase();
    const insee = code !== undefined && known.has(code) ? code : byName.get(keyOf(item));
    if (insee === undefined) unknown.push(item);
    else if (!insees.includes(insee)) insees.push(insee);
  }
  return { insees, unknown };
}

function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/\bste\b/g, 'sainte')
    .replaceAll(/\bst\b/g, 'saint')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
