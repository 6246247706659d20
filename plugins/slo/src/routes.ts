import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page with the SLOs of all entities. */
export const slosPageRouteRef = createRouteRef();
