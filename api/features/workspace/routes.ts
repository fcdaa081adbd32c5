// What the people of an organization may ask about its offers.

import { createRoutes } from '#api/http/create-routes.ts';
import { areasRoutes } from './areas-routes.ts';
import { casesRoutes } from './cases-routes.ts';
import { demandRoutes } from './demand-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { freshnessRoutes } from './freshness-routes.ts';
import { groundRoutes } from './ground-routes.ts';
import { offersRoutes } from './offers-routes.ts';
import { overlaysRoutes } from './overlays-routes.ts';
import { publicationRoutes } from './publication-routes.ts';
import { reportsRoutes } from './reports-routes.ts';
import { stopsRoutes } from './stops-routes.ts';
import { trialRoutes } from './trial-routes.ts';
import { tripsRoutes } from './trips-routes.ts';
import type { TrialDeps } from './try-offer.ts';
import { versionsRoutes } from './versions-routes.ts';

export function workspaceRoutes(deps: TrialDeps) {
  return createRoutes()
    .route('/', offersRoutes(deps))
    .route('/', draftRoutes(deps))
    .route('/', publicationRoutes(deps))
    .route('/', versionsRoutes(deps))
    .route('/', groundRoutes(deps))
    .route('/', stopsRoutes(deps))
    .route('/', fileRoutes(deps))
    .route('/', areasRoutes(deps))
    .route('/', casesRoutes(deps))
    .route('/', trialRoutes(deps))
    .route('/', reportsRoutes(deps))
    .route('/', freshnessRoutes(deps))
    .route('/', tripsRoutes(deps))
    .route('/', demandRoutes(deps))
    .route('/', overlaysRoutes(deps));
}
