// In which order is an offer told? As a person would say it aloud.

export const STEPS = [
  'quoi',
  'ou',
  'quand',
  'qui',
  'reserver',
  'combien',
  'essayer',
  'publier',
] as const;
export type Step = (typeof STEPS)[number];

/** The question of the step, which takes the focus of who comes to it. */
export const STEP_TITLE_ID = 'step-title';

/** Whether the offer itself is written there; the others replay it and publish it. */
export function isWritten(step: Step): boolean {
  return step !== 'essayer' && step !== 'publier';
}

/** The first step when the address names none, or one that does not exist. */
export function readStep(query: URLSearchParams): Step {
  const asked = query.get('etape');
  return STEPS.find((step) => step === asked) ?? 'quoi';
}

export function stepHref(path: string, step: Step): string {
  return `${path}?etape=${step}`;
}
