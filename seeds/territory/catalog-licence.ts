// What is the name of a licence that transport.data.gouv.fr gives as a code?

const NAMES: Readonly<Record<string, string>> = {
  'fr-lo': 'Licence Ouverte',
  lov2: 'Licence Ouverte 2.0',
  'odc-odbl': 'ODbL 1.0',
  'mobility-licence': 'Licence Mobilités',
};
const UNSTATED = 'notspecified';

/** A code nobody named here stays as it is; null: the publisher states none. */
export function licenceName(code: string | null | undefined): string | null {
  const said = code?.trim() ?? '';
  if (said === '' || said === UNSTATED) return null;
  return Object.hasOwn(NAMES, said) ? (NAMES[said] ?? said) : said;
}
