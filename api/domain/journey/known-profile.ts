// What the request already says of the person, beside the answers given.

import type { JourneyRequest } from '#domain/journey/journey.ts';
import type { Person } from '#domain/transport/person.ts';

/** Residence is where they leave from, and no car means no vehicle, unless they answered otherwise. */
export function knownProfile(request: Pick<JourneyRequest, 'from' | 'mode' | 'profile'>): Person {
  return {
    ...(request.from.insee === null ? {} : { residenceInsee: request.from.insee }),
    ...(request.mode === 'no_car' ? { hasVehicle: false } : {}),
    ...request.profile,
  };
}
