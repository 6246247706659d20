import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page with the workloads of all clusters. */
export const workloadsPageRouteRef = createRouteRef();
