// What does a result card, a change or a slot show of a way?

import type { JourneyOption, JourneySummary } from '#domain/journey/journey.ts';

export function summarizeOption(option: JourneyOption): JourneySummary {
  return {
    id: option.id,
    kind: option.kind,
    title: option.title,
    tier: option.tier,
    state: option.state,
    price: option.price,
    notes: option.notes,
    eligibility: option.eligibility,
    departMinute: option.outbound.departMinute,
    arriveMinute: option.outbound.arriveMinute,
    returnMinute: option.back?.departMinute ?? null,
    firstCall: option.calls[0] ?? null,
    ...(option.hire ? { hire: option.hire } : {}),
  };
}
