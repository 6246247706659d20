import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The list of scorecards. */
export const scorecardsRouteRef = createRouteRef();

/** One scorecard. */
export const scorecardRouteRef = createSubRouteRef({
  parent: scorecardsRouteRef,
  path: '/:scorecard',
});

/** All services of a team by scorecards. */
export const teamsRouteRef = createSubRouteRef({
  parent: scorecardsRouteRef,
  path: '/teams',
});

/** The list of initiatives. */
export const initiativesRouteRef = createSubRouteRef({
  parent: scorecardsRouteRef,
  path: '/initiatives',
});

/** The form for an initiative. */
export const newInitiativeRouteRef = createSubRouteRef({
  parent: scorecardsRouteRef,
  path: '/initiatives/new',
});

/** One initiative. */
export const initiativeRouteRef = createSubRouteRef({
  parent: scorecardsRouteRef,
  path: '/initiatives/:initiativeId',
});

/** The list of exemptions. */
export const exemptionsRouteRef = createSubRouteRef({
  parent: scorecardsRouteRef,
  path: '/exemptions',
});

/** Security findings of all services, and who uses a package. */
export const findingsRouteRef = createSubRouteRef({
  parent: scorecardsRouteRef,
  path: '/findings',
});

/** The editor of a scorecard. */
export const editScorecardRouteRef = createSubRouteRef({
  parent: scorecardsRouteRef,
  path: '/:scorecard/edit',
});

/** The editor of a new one; the query `entity` says in whose repository. */
export const newScorecardRouteRef = createSubRouteRef({
  parent: scorecardsRouteRef,
  path: '/new',
});
