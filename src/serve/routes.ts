// Every route of the page, by method and address.
import { CHECK_ROUTES } from './check-routes.ts';
import { EDITION_ROUTES } from './edition-routes.ts';
import { PLAN_ROUTES } from './plan-routes.ts';
import { PUBLISH_ROUTES } from './publish-routes.ts';
import type { Routes } from './route.ts';
import { STATISTICS_ROUTES } from './statistics-routes.ts';

export const ROUTES: Routes = {
  ...PLAN_ROUTES,
  ...STATISTICS_ROUTES,
  ...CHECK_ROUTES,
  ...EDITION_ROUTES,
  ...PUBLISH_ROUTES,
};
