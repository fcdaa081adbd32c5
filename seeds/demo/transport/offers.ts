// Every transport offer of the demonstration, in the order of the list.

import type { Offer } from '#domain/transport/offer.ts';
import { COMING_OFFERS } from '#seeds/demo/transport/coming.ts';
import { OTHER_OFFERS } from '#seeds/demo/transport/elsewhere.ts';
import { LINE_OFFERS } from '#seeds/demo/transport/lines.ts';
import { MEDICAL_OFFERS } from '#seeds/demo/transport/medical.ts';
import { MOSC_OFFERS } from '#seeds/demo/transport/mosc.ts';

export const DEMO_OFFERS: readonly Offer[] = [
  ...MOSC_OFFERS,
  ...LINE_OFFERS,
  ...MEDICAL_OFFERS,
  ...COMING_OFFERS,
  ...OTHER_OFFERS,
];
