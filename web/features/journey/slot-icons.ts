// Which sign goes with which slot: shapes tell them apart, colours only help.

import type { IconName } from '#web/ui/icon-paths.ts';
import type { ShownStatus } from './slots-model.ts';

export const STATUS_ICONS: Record<ShownStatus, IconName> = {
  reachable: 'check',
  to_check: 'phone',
  not_reachable: 'close',
  closed: 'moon',
};
