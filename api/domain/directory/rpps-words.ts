// How are the words of the register written for a reader: persons, and labels to compare?

/** Lower case, without accents, one space between words. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** « JEAN-PAUL » becomes « Jean-Paul », « D'ARTAGNAN » « D’Artagnan »; small letters are left as they are. */
export function personName(text: string): string {
  const tidy = text.replace(/\s+/g, ' ').trim().replace(/['´`]/g, '’');
  if (/[a-zà-öø-ÿœ]/.test(tidy)) return tidy;
  return tidy.replace(/\p{L}+/gu, (word) => (word[0] ?? '') + word.slice(1).toLowerCase());
}

/** Titles of the register's civilities of practice that people use; others are not said. */
const TITLES: Readonly<Record<string, string>> = { DR: 'Dr', PR: 'Pr' };

/** « Dr Anne Dupuis ». */
export function professionalName(civility: string, firstName: string, lastName: string): string {
  const title = TITLES[civility.toUpperCase()];
  const name = `${personName(firstName)} ${personName(lastName)}`.trim();
  return title === undefined ? name : `${title} ${name}`;
}
