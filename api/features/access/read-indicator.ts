// Which indicator does a request name?

import { findIndicator, type Indicator } from '#domain/access/indicators.ts';
import { AppError } from '#domain/error.ts';

/** Throws a `bad_request` when no indicator has that name. */
export function readIndicator(id: string): Indicator {
  const found = findIndicator(id);
  if (found === null) throw new AppError('bad_request', `indicator: no indicator is called ${id}.`);
  return found;
}
