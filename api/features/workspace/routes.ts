// What the people of an organization may ask about its offers.

import { createRoutes } from '#api/http/create-routes.ts';
import { areasRoutes } from './areas-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { groundRoutes } from './ground-routes.ts';
import { offersRoutes } from './offers-routes.ts';
import { publicationRoutes } from './publication-routes.ts';
import { versionsRoutes } from './versions-routes.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

export function workspaceRoutes(deps: WorkspaceDeps) {
  return createRoutes()
    .route('/', offersRoutes(deps))
    .route('/', draftRoutes(deps))
    .route('/', publicationRoutes(deps))
    .route('/', versionsRoutes(deps))
    .route('/', groundRoutes(deps))
    .route('/', areasRoutes(deps));
}
