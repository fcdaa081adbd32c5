// The ways of an open page follow the offers they are made of: published, they are read again at once.

import { onCleanup, onMount } from 'solid-js';
import type { JourneyAnswer } from '#web/lib/api.ts';
import { followOffers, offerIdsIn } from '#web/lib/live-changes.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { Answers } from '#web/lib/personal-answers.ts';
import { askPlan, type JourneyData } from './ask-plan.ts';

export function followPlan(page: {
  data: JourneyData;
  plan: () => JourneyAnswer | null;
  answers: () => Answers;
  onPlan: (plan: JourneyAnswer) => void;
  /** Read aloud when the reader pauses. */
  onSaid: (words: string) => void;
}): void {
  const { api, text } = usePage();
  const shown = {
    holds: (id: string) => offerIdsIn(page.plan()).has(id),
    isEmpty: () => offerIdsIn(page.plan()).size === 0,
  };
  async function refresh() {
    const { entry, from, query } = page.data;
    if (from === null) return;
    const { plan } = await askPlan(api, entry.id, from.key, query, page.answers());
    if (plan === null || JSON.stringify(plan) === JSON.stringify(page.plan())) return;
    page.onPlan(plan);
    page.onSaid(text.journey.questions.offersChanged);
  }
  onMount(() => onCleanup(followOffers({ shown, refresh })));
}
