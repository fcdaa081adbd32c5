// Which sign and colour does the state of an offer bear, beside its word?

import type { OfferStatus } from '#domain/transport/offer.ts';
import type { IconName } from './icon-paths.ts';
import type { TagTone } from './tag.tsx';

export const STATUS_TAGS: Record<OfferStatus, { tone: TagTone; icon: IconName }> = {
  active: { tone: 'leaf', icon: 'check' },
  to_confirm: { tone: 'clay', icon: 'warning' },
  to_document: { tone: 'plain', icon: 'edit' },
  suspended: { tone: 'clay', icon: 'close' },
  historic: { tone: 'plain', icon: 'clock' },
};
