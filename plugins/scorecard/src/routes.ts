import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page about scorecards. */
export const scorecardsRouteRef = createRouteRef();

/** The list of scorecards. */
export const scorecardListRouteRef = createRouteRef();

/** One scorecard. */
export const scorecardRouteRef = createSubRouteRef({
  parent: scorecardListRouteRef,
  path: '/:scorecard',
});

/** All services of a team by scorecards. */
export const teamsRouteRef = createRouteRef();

/** The list of initiatives. */
export const initiativesRouteRef = createRouteRef();

/** The form for an initiative. */
export const newInitiativeRouteRef = createSubRouteRef({
  parent: initiativesRouteRef,
  path: '/new',
});

/** One initiative. */
export const initiativeRouteRef = createSubRouteRef({
  parent: initiativesRouteRef,
  path: '/:initiativeId',
});

/** The list of exemptions. */
export const exemptionsRouteRef = createRouteRef();
