// What does the law ask of whoever drives or rides a hired vehicle, beside the conditions of the offer?

import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import type { HireVehicle } from '#domain/transport/fare.ts';

/** People born before 1988 need no licence for a moped of 50 cm³ (code de la route). */
const LAST_BIRTH_YEAR_WITHOUT_LICENCE = 1987;

/** Null: nothing. `date`: that of the trip. */
export function hireLicence(vehicle: HireVehicle, date: string): Eligibility | null {
  switch (vehicle) {
    case 'bicycle':
    case 'electric_bicycle':
      return null;
    case 'car':
      return HAS_LICENCE;
    case 'moped': {
      // Whoever reaches that age within the year was born one year or the next: the elder is sure.
      const min = Number(date.slice(0, 4)) - LAST_BIRTH_YEAR_WITHOUT_LICENCE;
      return {
        any: [HAS_LICENCE, ask({ kind: 'age', min, max: null }), ask({ kind: 'moped_licence' })],
      };
    }
  }
}

function ask(criterion: Criterion): Eligibility {
  return { criterion, proof: null, weight: 'hard' };
}

const HAS_LICENCE: Eligibility = ask({ kind: 'licence' });
