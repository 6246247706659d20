import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page with the pipelines and deployments of all services. */
export const deliveryPageRouteRef = createRouteRef();
