import type { Route } from './route.ts';
import { healthRoute } from './routes/health.ts';

/** Every route of `/api`, in the order in which the description tells them. */
export const ROUTES: readonly Route[] = [healthRoute];
