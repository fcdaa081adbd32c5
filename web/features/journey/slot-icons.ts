// Which sign goes with which slot: shapes tell them apart, colours only help.

import type { SlotStatus } from '#domain/journey/journey.ts';
import type { IconName } from '#web/ui/icon-paths.ts';

export const STATUS_ICONS: Record<SlotStatus, IconName> = {
  reachable: 'check',
  to_check: 'phone',
  not_reachable: 'close',
};
