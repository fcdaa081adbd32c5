// When does somebody leave? A year, a month or a day, written as people write them.

const ISO = /^(20\d\d)(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const SLASHED = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](20\d\d)$/;
const WORDED = /^(?:(\d{1,2}) )?(\p{L}+)\.? (20\d\d)$/u;

/** « 2027 », « 06/2027 », « juin 2027 », « 30 juin 2027 » → « 2027-06-30 »; null: not a date. */
export function readLeavingDate(written: string, locale: string): string | null {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(en|fin|le|in|on) /, '')
    .replace(/^1er /, '1 ');
  const iso = ISO.exec(text);
  if (iso !== null) return partial(iso[1], iso[2], iso[3]);
  const slashed = SLASHED.exec(text);
  if (slashed !== null) return partial(slashed[3], slashed[2], slashed[1]);
  const worded = WORDED.exec(text);
  if (worded === null) return null;
  const month = monthOf(worded[2] ?? '', locale);
  return month === null ? null : partial(worded[3], String(month), worded[1]);
}

/** Null: no such day. */
function partial(year = '', month?: string, day?: string): string | null {
  if (month === undefined) return year;
  const [y, m, d] = [Number(year), Number(month), Number(day ?? 1)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  return day === undefined ? `${year}-${two(m)}` : `${year}-${two(m)}-${two(d)}`;
}

/** From 1, by its whole name or at least three letters of it. */
function monthOf(name: string, locale: string): number | null {
  const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
  const found = Array.from({ length: 12 }, (_, month) => month + 1).filter((month) =>
    plain(names.format(Date.UTC(2026, month - 1, 1)).toLowerCase()).startsWith(plain(name)),
  );
  const [only] = found;
  return name.length >= 3 && only !== undefined && found.length === 1 ? only : null;
}
