// Small readings of a document whose keys, types and nesting vary from one release to the next.

export type Json = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; a single object is a list of one. */
export function objectsOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** The first object under one of these keys; {} when there is none. */
export function objectOf(value: unknown, ...keys: readonly string[]): Json {
  if (!isObject(value)) return {};
  const found = keys.find((key) => isObject(value[key]));
  const kept = found === undefined ? null : value[found];
  return isObject(kept) ? kept : {};
}

/** Text of the first of these keys that says something, without the blanks around it; '' else. */
export function textOf(value: Json, ...keys: readonly string[]): string {
  for (const key of keys) {
    const said = value[key];
    const text = typeof said === 'number' ? String(said) : typeof said === 'string' ? said : '';
    const trimmed = text.trim();
    if (trimmed !== '') return trimmed;
  }
  return '';
}

/** A code: a text, `{ code }`, FHIR's `{ coding: [{ code }] }`, or a list of one of these. */
export function codeOf(value: Json, ...keys: readonly string[]): string {
  for (const key of keys) {
    const code = oneCode(value[key]);
    if (code !== '') return code;
  }
  return '';
}

function oneCode(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '' : oneCode(value[0]);
  return isObject(value) ? oneCode(value['code'] ?? value['coding']) : '';
}
