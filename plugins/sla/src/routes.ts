import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The sub-page with service level agreements. */
export const agreementsRouteRef = createRouteRef();

/** One agreement with its months. */
export const agreementRouteRef = createSubRouteRef({
  parent: agreementsRouteRef,
  path: '/:agreementId',
});

/** The report of one month. */
export const monthRouteRef = createSubRouteRef({
  parent: agreementsRouteRef,
  path: '/:agreementId/:month',
});
