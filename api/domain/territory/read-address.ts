// Does this text name a street, and by which number and words?

/** « 12 bis rue des Écoles, 16390 Aubeterre ». Words are without accents, as `search_key` compares. */
export type AddressWords = {
  /** '12bis'; null: none typed. */
  number: string | null;
  postcode: string | null;
  /** Those that tell one street from another: no « rue », no « de la ». */
  words: readonly string[];
  /** All words, number and postcode left out. */
  text: string;
  /** A number before words, or a word such as « rue ». */
  looksLikeAddress: boolean;
};

const KINDS: Readonly<Record<string, readonly string[]>> = {
  allee: ['all', 'allees'],
  avenue: ['av', 'ave'],
  boulevard: ['bd', 'bld', 'boul', 'blvd'],
  chemin: ['ch', 'che', 'chem'],
  cours: [],
  cite: [],
  faubourg: ['fg', 'fbg'],
  hameau: ['ham'],
  impasse: ['imp'],
  lotissement: ['lot'],
  passage: ['pass'],
  place: ['pl'],
  quai: [],
  quartier: ['quart'],
  residence: ['res'],
  route: ['rte'],
  rue: ['r'],
  ruelle: [],
  sentier: ['sent'],
  square: ['sq'],
  venelle: [],
  voie: [],
};
const LONG_KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([kind, short]) => short.map((word) => [word, kind] as const)),
);
const LINKS: ReadonlySet<string> = new Set(
  'a au aux d de des du en et l la le les lieu dit sous sur'.split(' '),
);
/** Half the communes of the west are called so. */
const SAINTS: ReadonlySet<string> = new Set(['saint', 'sainte']);

const NUMBER = /^(?:n ?o? ?)?(\d{1,4}) ?(bis|ter|quater|quinquies|[a-f](?![a-z0-9]))? (?=[a-z])/;

export function readAddress(typed: string): AddressWords {
  const plain = plainWords(typed);
  const numbered = NUMBER.exec(plain);
  const number = numbered === null ? null : `${Number(numbered[1])}${numbered[2] ?? ''}`;
  const rest = plain.slice(numbered?.[0].length ?? 0);
  const postcode = /(?<!\S)\d{5}(?!\S)/.exec(rest)?.[0] ?? null;
  const all = rest
    .replace(postcode ?? '', ' ')
    .split(' ')
    .filter((word) => word !== '');
  const long = all.map((word, index) => (index === 0 ? (LONG_KINDS.get(word) ?? word) : word));
  const telling = long.filter((word) => !LINKS.has(word) && !(word in KINDS));
  const rare = telling.filter((word) => !SAINTS.has(word));
  return {
    number,
    postcode,
    words: rare.length > 0 ? rare : telling,
    text: long.join(' '),
    looksLikeAddress: number !== null || long.slice(0, -1).some((word) => word in KINDS),
  };
}

/** As the SQL function `search_key`: « St-Séverin » → « saint severin ». */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');
}
