// In which step of the editor is a field of an offer changed?

/** As the pages name them in their address. */
export const FIELD_STEPS = ['quoi', 'ou', 'quand', 'qui', 'reserver', 'combien'] as const;
export type FieldStep = (typeof FIELD_STEPS)[number];

const OF_OFFER: Readonly<Record<string, FieldStep>> = {
  places: 'ou',
  booking: 'reserver',
  fares: 'combien',
  eligibility: 'qui',
  accommodations: 'qui',
  purposes: 'qui',
  needIds: 'qui',
};

const WHEN_OF_PATTERN = new Set(['calendar', 'windows']);

/** `path`: names and places joined by dots, as `offer.patterns.0.windows.1.to`. */
export function stepOf(path: string): FieldStep {
  const [root, field = '', , ofPattern = ''] = path.split('.');
  if (root === 'areas') return 'ou';
  if (root === 'timetable') return 'quand';
  if (root !== 'offer') return 'quoi';
  if (field === 'patterns') return WHEN_OF_PATTERN.has(ofPattern) ? 'quand' : 'ou';
  return OF_OFFER[field] ?? 'quoi';
}
