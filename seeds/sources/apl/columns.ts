// Which columns may a table of published accessibility have? One a year and a variant.

import type { AplVariant } from '#db/schema/apl.ts';
import type { DelimitedOptions } from '#seeds/pipeline/read-delimited.ts';

const FIRST_YEAR = 2010;
const LAST_YEAR = 2039;

export const APL_YEARS: readonly number[] = Array.from(
  { length: LAST_YEAR - FIRST_YEAR + 1 },
  (_, index) => FIRST_YEAR + index,
);

export const APL_VARIANTS: readonly { variant: AplVariant; suffix: string }[] = [
  { variant: 'all', suffix: '' },
  { variant: '65_or_less', suffix: '_65_or_less' },
];

const names = APL_YEARS.flatMap((year) => APL_VARIANTS.map(({ suffix }) => `apl_${year}${suffix}`));

export const APL_FILE: DelimitedOptions = {
  delimiter: ',',
  quoted: true,
  columns: {
    insee: ['code_insee', 'codgeo'],
    ...Object.fromEntries(names.map((name) => [name, [name]])),
  },
  optional: names,
};
