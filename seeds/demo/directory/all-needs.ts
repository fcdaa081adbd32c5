// What may people ask for? The most precise first: of two needs that share a word, the first answers.

import { DEMO_NEEDS } from '#seeds/demo/directory/needs.ts';
import { SPECIALIST_NEEDS } from '#seeds/demo/directory/specialist-needs.ts';

export const ALL_NEEDS = [...SPECIALIST_NEEDS, ...DEMO_NEEDS];
