// How does La Poste write a point and a locality?

import { placeFault } from '#seeds/sources/communes/geometry.ts';

/** « 45.67,0.12 »: latitude first. [lon, lat, what is wrong with the place]; null: not given. */
export function readLatLon(
  text: string,
): readonly [lon: number, lat: number, fault: string | null] | 'unreadable' | null {
  if (text === '') return null;
  const [, lat, lon] = /^(-?\d{1,3}(?:\.\d+)?) *, *(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? [];
  if (lat === undefined || lon === undefined) return 'unreadable';
  const point = [Number(lon), Number(lat)] as const;
  return [...point, placeFault(point)];
}

const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a au aux d de des du en et l la le les sous sur'.split(' '),
);
const LONG_WORDS: Readonly<Record<string, string>> = { ST: 'Saint', STE: 'Sainte' };

/** « ST CYBARD LE PEYRAT » → « Saint Cybard le Peyrat »: capitals are hard to read. */
export function localityName(text: string): string {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => {
      const small = word.toLowerCase();
      if (index > 0 && SMALL_WORDS.has(small)) return small;
      return LONG_WORDS[word] ?? `${small.charAt(0).toUpperCase()}${small.slice(1)}`;
    })
    .join(' ');
}
