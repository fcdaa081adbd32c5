// French puts a space before « ? ! : ; » and inside its quotation marks; a line never breaks there.

const NBSP = '\u00a0';

/** The same dictionary, with every sentence spaced, those with blanks when they are said. */
export function withFrenchSpaces<Value>(value: Value): Value {
  return space(value) as Value;
}

function space(value: unknown): unknown {
  if (typeof value === 'string') return spaceText(value);
  if (typeof value === 'function') {
    const say = value as (...blanks: unknown[]) => unknown;
    return (...blanks: unknown[]) => space(say(...blanks));
  }
  if (Array.isArray(value)) return value.map(space);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, space(inner)]));
}

export function spaceText(text: string): string {
  return text.replace(/ (?=[?!:;»€%])/g, NBSP).replace(/« /g, `«${NBSP}`);
}
