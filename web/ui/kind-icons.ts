// Which sign stands for each way to travel, the same on every page.

import type { JourneySummary } from '#domain/journey/journey.ts';
import type { OfferKind } from '#domain/transport/offer.ts';
import type { IconName } from './icon-paths.ts';

export const OFFER_ICONS: Record<OfferKind, IconName> = {
  scheduled_line: 'train',
  on_demand: 'coach',
  virtual_line: 'coach',
  urban_network: 'coach',
  volunteer: 'volunteer',
  accompaniment: 'person',
  carpool: 'driven',
  taxi: 'taxi',
  medical_seat: 'taxi',
  medical_lying: 'ambulance',
  rental: 'rental',
  garage: 'rental',
  itinerant: 'mobility',
  home_visit: 'home',
  permanence: 'pin',
  teleconsultation: 'info',
  fare_aid: 'euro',
  advice: 'info',
};

/** One's own means beside the offers. */
export const WAY_ICONS: Record<JourneySummary['kind'], IconName> = {
  ...OFFER_ICONS,
  walk: 'walk',
  own_car: 'car',
  driven: 'driven',
};
