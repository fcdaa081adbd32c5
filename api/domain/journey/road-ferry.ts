// Whom does a ferry of OpenStreetMap carry, and in how long? The wait at the quay is not part of it.

import { accessOf, type RoadTags } from '#domain/journey/road-access.ts';
import type { RoadRule } from '#domain/journey/road-mode.ts';

/** A slow boat, for crossings that say no duration. */
const FERRY_KMH = 15;

export function ferryRule(tags: RoadTags): RoadRule {
  const speed = (mode: 'walk' | 'cycle' | 'car', usual: boolean) => {
    const access = accessOf(tags, mode);
    return (access === null ? usual : access !== 'no') ? FERRY_KMH : 0;
  };
  const speaksOfCars = ['motorcar', 'motor_vehicle', 'vehicle'].some((key) => tags.has(key));
  // A crossing that only says « foot=yes » is a passenger boat.
  const takesCars = !speaksOfCars && !tags.has('foot') && !tags.has('bicycle');
  const speeds = {
    walk: speed('walk', true),
    cycle: speed('cycle', true),
    car: speaksOfCars || takesCars ? speed('car', true) : 0,
  };
  const isOneway = tags.get('oneway') === 'yes';
  return {
    forward: speeds,
    backward: isOneway ? { walk: 0, cycle: 0, car: 0 } : speeds,
    isDestinationOnly: false,
    isFerry: true,
    ferrySeconds: parseDurationSeconds(tags.get('duration') ?? ''),
  };
}

/** « 00:20 », « 1:05:30 », « 20 » (minutes), « PT1H20M »; null when it is no length of time. */
export function parseDurationSeconds(text: string): number | null {
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  let seconds = 0;
  if (clock !== null) {
    seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  } else if (iso !== null) {
    const [, days = 0, hours = 0, minutes = 0, rest = 0] = iso;
    seconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(rest);
  } else if (/^\d{1,4}$/.test(text)) {
    seconds = Number(text) * 60;
  }
  return seconds > 0 ? seconds : null;
}
