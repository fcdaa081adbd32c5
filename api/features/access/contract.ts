// What may be asked of the observatory.

import { z } from 'zod';
import { INDICATOR_IDS } from '#domain/access/indicators.ts';
import { ACCESS_JOB_KINDS } from '#domain/access/job.ts';
import { ACCESS_PROFESSIONS } from '#domain/access/professions.ts';

export const accessParams = z.strictObject({
  territory: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'the code of a territory, such as sud-charente')
    .meta({ description: 'Code of a territory', examples: ['sud-charente'] }),
});

export const accessCommuneParams = accessParams.extend({
  insee: z
    .string()
    .regex(/^\d[\dAB]\d{3}$/, 'the INSEE code of a commune, such as 16020')
    .meta({ description: 'INSEE code of a commune of the territory', examples: ['16020'] }),
});

export const accessJobParams = accessParams.extend({ job: z.uuid('the id of a computation') });

const indicatorText = z
  .enum(INDICATOR_IDS, { error: `one of ${INDICATOR_IDS.join(', ')}` })
  .meta({ examples: ['gp_access'] });

export const accessPlacesQuery = z.strictObject({ indicator: indicatorText });

export const accessTilesQuery = z.strictObject({ indicator: indicatorText });

export const accessModelQuery = z.strictObject({
  profession: z.enum(ACCESS_PROFESSIONS, {
    error: `one of ${ACCESS_PROFESSIONS.join(', ')}`,
  }),
});

/** Under the address of a workspace. */
export const namedModelQuery = accessParams.extend(accessModelQuery.shape);

export const accessJobBody = z
  .strictObject({ kind: z.enum(ACCESS_JOB_KINDS).default('indicators') })
  .meta({ id: 'AccessJobOrder', examples: [{ kind: 'indicators' }] });
