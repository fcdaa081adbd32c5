// Which column of this file is which? Header names drift: accents, case, blanks.

import { AppError } from '#domain/error.ts';
import { otherFormat } from '#seeds/pipeline/other-format.ts';

export type Header = {
  /** Position of each logical column found. */
  positions: ReadonlyMap<string, number>;
  /** Columns of the file, empty names at the end left out. */
  width: number;
};

export type HeaderWanted = {
  columns: Readonly<Record<string, readonly string[]>>;
  optional?: readonly string[];
  delimiter: string;
};

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': '« , »',
  ';': '« ; »',
  '|': '« | »',
  '\t': 'la tabulation',
};
const SHOWN_COLUMNS = 30;

/** Without accents, case nor punctuation. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Throws `bad_import` naming the file, the columns missing and those found. */
export function matchHeader(
  fileName: string,
  line: number,
  names: readonly string[],
  { columns, optional = [], delimiter }: HeaderWanted,
): Header {
  const found = names.map(plainName);
  const positions = new Map<string, number>();
  const missing: string[] = [];
  for (const [logical, spellings] of Object.entries(columns)) {
    const position = [...spellings, logical]
      .map((spelling) => found.indexOf(plainName(spelling)))
      .find((index) => index !== -1);
    if (position !== undefined) positions.set(logical, position);
    else if (!optional.includes(logical)) missing.push(spellings[0] ?? logical);
  }
  if (missing.length > 0) {
    throw new AppError(
      'bad_import',
      `« ${fileName} », ligne ${line} : ${missing.length === 1 ? 'colonne absente' : 'colonnes absentes'} : ${missing.join(', ')}. ${foundSentence(names, delimiter)}`,
    );
  }
  return { positions, width: found.findLastIndex((name) => name !== '') + 1 };
}

function foundSentence(names: readonly string[], delimiter: string): string {
  const [only = ''] = names;
  if (names.length === 1) {
    const other = Object.keys(DELIMITERS).find(
      (candidate) => candidate !== delimiter && only.includes(candidate),
    );
    if (other !== undefined) {
      return `Le séparateur attendu est ${DELIMITERS[delimiter]}, celui du fichier semble être ${DELIMITERS[other]}.`;
    }
  }
  const shown = names.slice(0, SHOWN_COLUMNS).map((name) => name.slice(0, 60));
  const more = names.length > SHOWN_COLUMNS ? `, et ${names.length - SHOWN_COLUMNS} autres` : '';
  return `Colonnes trouvées : ${shown.join(', ')}${more}.`;
}

/** Throws `bad_import` when the first characters are those of something else than a table. */
export function refuseOtherFormats(fileName: string, text: string): void {
  const format = otherFormat(text);
  if (format !== null) {
    throw new AppError(
      'bad_import',
      `« ${fileName} », ligne 1, colonne 1 : un tableau (texte avec séparateurs) est attendu, reçu ${format}.`,
    );
  }
}
