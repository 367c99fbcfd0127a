import type { Route } from './route.ts';
import { betweenRoute, commonNeighboursRoute } from './routes/between.ts';
import { answersRoute } from './routes/answers.ts';
import { elementsRoute } from './routes/elements.ts';
import { exportLinkRoute, exportRoute } from './routes/export.ts';
import { loadRoute, sampleRoute } from './routes/fill.ts';
import { healthRoute } from './routes/health.ts';
import { neighboursRoute, nodeRoute } from './routes/nodes.ts';
import { overviewRoute } from './routes/overview.ts';
import { pathsRoute } from './routes/paths.ts';
import { queriesRoute } from './routes/queries.ts';
import { relationshipRoute } from './routes/relationships.ts';
import { schemaRoute } from './routes/schema.ts';
import { searchRoute } from './routes/search.ts';
import { sourceRoute, sourcesRoute } from './routes/sources.ts';
import { storiesRoute, storyRoute } from './routes/stories.ts';
import { claimsOfTypeRoute } from './routes/types.ts';
import { keepViewRoute, viewRoute } from './routes/views.ts';

/** Every route of `/api`, in the order in which the description tells them. */
export const ROUTES: readonly Route[] = [
  healthRoute,
  overviewRoute,
  searchRoute,
  nodeRoute,
  neighboursRoute,
  relationshipRoute,
  claimsOfTypeRoute,
  answersRoute,
  sourcesRoute,
  sourceRoute,
  elementsRoute,
  betweenRoute,
  commonNeighboursRoute,
  pathsRoute,
  schemaRoute,
  queriesRoute,
  exportRoute,
  exportLinkRoute,
  keepViewRoute,
  viewRoute,
  storiesRoute,
  storyRoute,
  sampleRoute,
  loadRoute,
];
