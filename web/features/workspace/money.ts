// How is an amount of euros read and written in a field?

const MOST_EUROS = 10_000;

/** « 2,80 », « 2.8 », « 2 € » → cents; null when it is not an amount up to 10 000 €. */
export function readCents(written: string): number | null {
  const match = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(written.replaceAll(/[\s€\u00a0\u202f]/g, ''));
  if (match === null) return null;
  const euros = Number(match[1]);
  const cents = Number((match[2] ?? '').padEnd(2, '0'));
  return euros > MOST_EUROS ? null : euros * 100 + cents;
}

/** 280 → « 2,80 »; whole euros without cents. */
export function writeCents(cents: number): string {
  const whole = Math.floor(cents / 100);
  const rest = cents % 100;
  return rest === 0 ? String(whole) : `${whole},${String(rest).padStart(2, '0')}`;
}
