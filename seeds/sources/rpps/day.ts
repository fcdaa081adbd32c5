// Which day is it, in France?

import { type LocalDate, toMoment } from '#domain/time.ts';

export const dayOf = (now: Date): LocalDate => toMoment(now.getTime()).date;
