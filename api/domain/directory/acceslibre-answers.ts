// What do the details acceslibre records of a building answer to the five questions of an entry? Only
// what is said counts: a blank is unknown, never a no.

import type { Accessibility, Answer } from '#domain/directory/directory.ts';

/** Null: not said. */
type Said = boolean | null;
export type Ramp = 'aucune' | 'fixe' | 'amovible' | null;

/** One stretch on the way in: outside, at the door, then to the desk. */
export type Stretch = { isLevel: Said; ramp: Ramp; hasLift: Said };

export type AcceslibreDetails = {
  /** False: the door opens on the street. */
  hasOutsidePath: Said;
  outside: Stretch;
  door: Stretch;
  /** Another door, made for people with reduced mobility. */
  hasOtherDoor: Said;
  inside: Stretch;
  hasParking: Said;
  hasAdaptedParking: Said;
  /** Within 200 metres. */
  hasParkingNearby: Said;
  hasAdaptedParkingNearby: Said;
  hasToilet: Said;
  hasAdaptedToilet: Said;
  hasHearingEquipment: Said;
  /** acceslibre's codes: bim and bmp are induction loops. */
  hearingEquipment: readonly string[];
  visitsHomes: Said;
};

const LOOPS: readonly string[] = ['bim', 'bmp'];

/** The known answers only. */
export function acceslibreAnswers(details: AcceslibreDetails): Partial<Accessibility> {
  const answers: Accessibility = {
    stepFree: stepFree(details),
    adaptedParking: adaptedParking(details),
    adaptedToilet: details.hasToilet === false ? 'no' : answerOf(details.hasAdaptedToilet),
    hearingLoop: hearingLoop(details),
    homeVisits: answerOf(details.visitsHomes),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== 'unknown'));
}

/**
 * Yes: the door can be passed without a step, and no other stretch is known to have one. No: a stretch
 * has steps and neither fixed ramp nor lift. A removable ramp must be asked for: unknown.
 */
function stepFree(details: AcceslibreDetails): Answer {
  const outside = details.hasOutsidePath === false ? 'yes' : stretchAnswer(details.outside);
  const door = details.hasOtherDoor === true ? 'yes' : stretchAnswer(details.door);
  const inside = stretchAnswer(details.inside);
  if ([outside, door, inside].includes('no')) return 'no';
  const isAsked = [details.outside, details.inside].some(needsHelp);
  return door === 'yes' && !isAsked ? 'yes' : 'unknown';
}

function stretchAnswer(stretch: Stretch): Answer {
  if (stretch.isLevel === true || stretch.ramp === 'fixe' || stretch.hasLift === true) return 'yes';
  if (stretch.ramp === 'amovible') return 'unknown';
  return stretch.isLevel === false ? 'no' : 'unknown';
}

function needsHelp(stretch: Stretch): boolean {
  return stretch.ramp === 'amovible' && stretchAnswer(stretch) === 'unknown';
}

/** No, only when there is none at the building nor near it. */
function adaptedParking(details: AcceslibreDetails): Answer {
  const here = details.hasParking === false ? false : details.hasAdaptedParking;
  const near = details.hasParkingNearby === false ? false : details.hasAdaptedParkingNearby;
  if (here === true || near === true) return 'yes';
  return here === false && near === false ? 'no' : 'unknown';
}

function hearingLoop({ hasHearingEquipment, hearingEquipment }: AcceslibreDetails): Answer {
  if (hearingEquipment.some((code) => LOOPS.includes(code))) return 'yes';
  return hasHearingEquipment === false || hearingEquipment.length > 0 ? 'no' : 'unknown';
}

function answerOf(said: Said): Answer {
  if (said === null) return 'unknown';
  return said ? 'yes' : 'no';
}
