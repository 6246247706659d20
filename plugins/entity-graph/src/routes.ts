import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page with the dependencies of everything. */
export const dependenciesPageRouteRef = createRouteRef();
