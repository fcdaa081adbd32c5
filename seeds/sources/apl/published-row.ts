// One commune as the ministry publishes it, and what may be wrong with it.

import type { AplVariant } from '#db/schema/apl.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

/** `file`: the sheet of a workbook; null: the file given. Values published, as written. */
export type PublishedRow = {
  file: string | null;
  line: number;
  insee: string;
  values: readonly { column: string; year: number; variant: AplVariant; text: string }[];
};

/** Nobody sees a general practitioner so often: a percentage or a rank has been read instead. */
const HIGHEST_VALUE = 30;

/** `seen`: the line of each commune read before, by sheet. */
export function faultOf(
  { file, insee, values }: PublishedRow,
  seen: ReadonlyMap<string, number>,
): Omit<Reject, 'line' | 'file'> | null {
  if (!/^\d[\dAB]\d{3}$/.test(insee)) {
    return {
      column: 'code_insee',
      value: insee === '' ? null : insee,
      reason: 'Code Insee attendu : cinq caractères.',
    };
  }
  const earlier = seen.get(seenKey({ file, insee }));
  if (earlier !== undefined) {
    return { column: 'code_insee', value: insee, reason: `Commune déjà à la ligne ${earlier}.` };
  }
  const wrong = values.find(
    ({ text }) => !/^\d+(\.\d+)?$/.test(text) || Number(text) > HIGHEST_VALUE,
  );
  if (wrong === undefined) return null;
  return {
    column: wrong.column,
    value: wrong.text,
    reason: `Nombre attendu, de 0 à ${HIGHEST_VALUE}, avec un point.`,
  };
}

export const seenKey = ({ file, insee }: Pick<PublishedRow, 'file' | 'insee'>): string =>
  `${file ?? ''} ${insee}`;
