// Are the need, the theme and the territory of a search ones we know? A typo must not read as « nobody ».

import { needFault } from '#api/runtime/require-need.ts';
import { territoryFault } from '#api/runtime/require-territory.ts';
import type { Stores } from '#api/runtime/stores.ts';
import { AppError, type FieldFault } from '#domain/error.ts';

type Named = {
  need?: string | undefined;
  theme?: string | undefined;
  territory?: string | undefined;
};

/** Throws `bad_request` naming each code that is not known, and where to find those that are. */
export function checkKnown(stores: Stores, { need, theme, territory }: Named): void {
  const faults: FieldFault[] = [];
  const check = (field: string, value: string | undefined, isKnown: boolean, where: string) => {
    if (value === undefined || isKnown) return;
    faults.push({ field, expected: `an id of ${where}`, received: JSON.stringify(value) });
  };
  const unknownNeed = needFault(stores, need);
  if (unknownNeed !== null) faults.push(unknownNeed);
  check(
    'theme',
    theme,
    stores.themes.current().some(({ id }) => id === theme),
    '/api/themes',
  );
  const unknownTerritory = territoryFault(stores, territory);
  if (unknownTerritory !== null) faults.push(unknownTerritory);
  if (faults.length === 0) return;
  const told = faults.map((f) => `${f.field}: expected ${f.expected}, received ${f.received}`);
  throw new AppError('bad_request', told.join(' · '), { details: faults });
}
