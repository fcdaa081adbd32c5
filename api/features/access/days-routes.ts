// What is near a commune, and when can one go there without a car, and how?

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { findUsefulDaysOf } from '#db/queries/access/find-useful-days-of.ts';
import { type CarePlace, listCareFacts } from '#db/queries/access/list-care-facts.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import type { NearSite } from '#domain/access/figures.ts';
import { FIGURES_VERSION } from '#domain/access/measure-territory.ts';
import { ACCESS_PROFESSIONS } from '#domain/access/professions.ts';
import type { UsefulDayRow } from '#domain/access/useful-day-run.ts';
import { AppError } from '#domain/error.ts';
import { toMoment } from '#domain/time.ts';
import type { AccessDeps } from './access-deps.ts';
import { accessCommuneParams } from './contract.ts';
import { daysOfCommuneSchema } from './days-answers.ts';
import { presentDays, rowsOf } from './present-days.ts';
import type { FiguresReader } from './read-figures.ts';

const describeDays = createRoute({
  method: 'get',
  path: '/access/{territory}/communes/{insee}/days',
  tags: ['access'],
  summary: 'Care near a commune, and half-days of a week on which one can go there without a car',
  request: { params: accessCommuneParams },
  responses: { 200: describeJson('By profession', daysOfCommuneSchema), ...refusals },
});

export function daysRoutes(
  { database: { db }, clock }: Pick<AccessDeps, 'database' | 'clock'>,
  figures: Pick<FiguresReader, 'find'>,
) {
  /** Those of older figures say too little to be known again. */
  async function nearOf(code: string, insee: string): Promise<readonly NearSite[]> {
    const read = await figures.find(code);
    if (read === null || read.figures.version !== FIGURES_VERSION) return [];
    return read.figures.places.find((place) => place.insee === insee)?.near ?? [];
  }
  return createRoutes().openapi(describeDays, async (c) => {
    const { territory, insee } = c.req.valid('param');
    const { code, communeInsees } = await getTerritory(db, territory);
    if (!communeInsees.includes(insee)) {
      throw new AppError('not_found', `No commune of ${code} has the code ${insee}.`);
    }
    const known = await findUsefulDaysOf(db, code, insee);
    const near = await nearOf(code, insee);
    const facts = await listCareFacts(db, placesOf(near, rowsOf(known)));
    const today = toMoment(clock()).date;
    return sendJson(c, presentDays({ known, near, facts, today }));
  });
}

function placesOf(near: readonly NearSite[], rows: readonly UsefulDayRow[]): CarePlace[] {
  return ACCESS_PROFESSIONS.flatMap((profession) => {
    const byCar = near.filter(({ kind }) => kind === profession);
    const tried = rows.find((row) => row.profession === profession)?.sites ?? [];
    const insees = new Set([
      ...byCar.map(({ insee }) => insee),
      ...tried.flatMap(({ insee, counts }) => (insee === null || !counts ? [] : [insee])),
    ]);
    return [...insees].map((insee) => ({ profession, insee }));
  });
}
