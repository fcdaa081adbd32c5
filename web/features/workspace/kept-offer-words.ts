// What there is to know of an offer at a glance: interrupted, planned, being written, verified when.

import { isSuspendedOn } from '#domain/transport/offer-standing.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { localMoment } from '#web/lib/format.ts';
import type { IconName } from '#web/ui/icon-paths.ts';
import type { KeptOffer } from './workspace-data.ts';

export type KeptFact = { icon: IconName; said: string; isWarning: boolean };

type Words = Dictionary['workspace']['offers'];

/** `today`: what an interruption is measured by. */
export function keptFacts(offer: KeptOffer, words: Words, today: string): KeptFact[] {
  return [
    ...interruption(offer, words, today),
    ...(offer.versionInUse === null ? [] : verification(offer, words)),
    ...writing(offer, words),
    ...planned(offer, words),
  ];
}

function interruption({ suspension }: KeptOffer, words: Words, today: string): KeptFact[] {
  if (suspension === null || (suspension.until !== null && suspension.until < today)) return [];
  const { from, until, note } = suspension;
  const isNow = isSuspendedOn(suspension, today);
  const said = isNow ? words.suspended(from, until) : words.willSuspend(from, until);
  return [{ icon: 'close', said: note === null ? said : `${said} (${note})`, isWarning: true }];
}

function verification(offer: KeptOffer, words: Words): KeptFact[] {
  const { verifiedOn, verifiedBy, reviewDueOn, isReviewDue } = offer;
  if (verifiedOn === null || reviewDueOn === null) {
    return [{ icon: 'warning', said: words.neverVerified, isWarning: true }];
  }
  const due = isReviewDue ? words.wasDue(reviewDueOn) : words.stillTrue(reviewDueOn);
  return [
    {
      icon: isReviewDue ? 'warning' : 'check',
      said: `${words.verified(verifiedOn, verifiedBy)}, ${due}`,
      isWarning: isReviewDue,
    },
  ];
}

function writing({ draft }: KeptOffer, words: Words): KeptFact[] {
  if (draft === null) return [];
  const { date } = localMoment(Date.parse(draft.updatedAt));
  return [{ icon: 'edit', said: words.draftOf(date, draft.updatedBy), isWarning: false }];
}

function planned({ scheduled }: KeptOffer, words: Words): KeptFact[] {
  if (scheduled === null) return [];
  const { date, minute } = localMoment(Date.parse(scheduled.publishAt));
  return [{ icon: 'clock', said: words.planned(date, minute), isWarning: false }];
}
