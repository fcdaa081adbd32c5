// What may be kept of what was tried, and of who said that they leave; and how it is answered.

import { z } from 'zod';
import { scenarioFaults } from '#domain/access/check-scenario.ts';
import type { KeptDeparture, KeptScenario } from '#domain/access/kept-scenario.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';

/** As many as one can find one’s way in. */
export const MOST_SCENARIOS = 100;
export const MOST_DEPARTURES = 500;

const idText = z.string().regex(/^[\w.:-]{1,120}$/, 'an id');
const plain = (least: number, most: number) =>
  z.string().trim().min(least).max(most).refine(isPlainText, PLAIN_TEXT);

/** Changes are checked by the domain, which names the field at fault. */
export const changesSchema = z
  .array(z.unknown())
  .transform((changes, context): ScenarioChange[] => {
    const scenario = { version: 1, vintages: {}, parameters: {}, changes };
    for (const { field, expected, received } of scenarioFaults(scenario)) {
      const message = `${field}: expected ${expected}, received ${received}`;
      context.addIssue({ code: 'custom', message });
    }
    return changes as ScenarioChange[];
  });

export const scenarioBody = z
  .strictObject({
    name: plain(1, 120),
    territoryCode: z.string().regex(/^[a-z0-9-]{1,60}$/, 'the code of a territory'),
    changes: changesSchema,
    vintage: z.string().regex(/^[\w.:-]{1,128}$/, 'the fingerprint of the data'),
  })
  .meta({
    id: 'ScenarioBody',
    examples: [
      {
        name: 'Deux départs à Chalais',
        territoryCode: 'sud-charente',
        changes: [{ kind: 'retire', site: 'place-1', profession: 'gp', fullTime: 1 }],
        vintage: '3f9a',
      },
    ],
  });

export const departureBody = z
  .strictObject({
    leavesOn: z
      .string()
      .regex(/^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a year, a month or a day'),
    note: plain(0, 500).nullable(),
  })
  .meta({ id: 'DepartureBody', examples: [{ leavesOn: '2027', note: 'Dit en réunion' }] });

export const workspaceParams = z.strictObject({ workspaceId: idText });
export const scenarioParams = workspaceParams.extend({ scenarioId: idText });
export const departureParams = workspaceParams.extend({ entryId: idText });

/** Whatever its kind asks for: see `scenarioFaults`. */
const changeSchema = z
  .looseObject({ kind: z.string() })
  .meta({ id: 'ScenarioChange' }) as unknown as z.ZodType<ScenarioChange>;

const etag = z.string().meta({ description: 'Sent back as If-Match with what is changed' });

export const keptScenarioSchema: z.ZodType<KeptScenario> = z
  .object({
    id: z.string(),
    name: z.string(),
    territoryCode: z.string(),
    changes: z.array(changeSchema).meta({ description: 'In the order applied' }),
    vintage: z.string(),
    updatedAt: z.iso.datetime(),
    etag,
  })
  .meta({ id: 'KeptScenario' });

export const keptDepartureSchema: z.ZodType<KeptDeparture> = z
  .object({
    entryId: z.string(),
    entryName: z.string().nullable(),
    communeName: z.string().nullable(),
    leavesOn: z.string(),
    note: z.string().nullable(),
    notedBy: z.string().nullable(),
    notedAt: z.iso.datetime(),
    etag,
  })
  .meta({ id: 'KeptDeparture', description: 'Told to the organization, and private to it' });
