import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** What the organisation, a team or a system costs. */
export const costRouteRef = createRouteRef();

/** What no rule allocates. */
export const unallocatedRouteRef = createSubRouteRef({
  parent: costRouteRef,
  path: '/unallocated',
});

/** The rules of allocation in force. */
export const allocationRouteRef = createSubRouteRef({
  parent: costRouteRef,
  path: '/allocation',
});

/** The editor of the rules. */
export const editAllocationRouteRef = createSubRouteRef({
  parent: costRouteRef,
  path: '/allocation/edit',
});

/** Budgets. */
export const budgetsRouteRef = createSubRouteRef({
  parent: costRouteRef,
  path: '/budgets',
});

/** Unusual cost. */
export const anomaliesRouteRef = createSubRouteRef({
  parent: costRouteRef,
  path: '/anomalies',
});

/** What could be saved. */
export const savingsRouteRef = createSubRouteRef({
  parent: costRouteRef,
  path: '/savings',
});

/** The charges behind a figure. */
export const rowsRouteRef = createSubRouteRef({
  parent: costRouteRef,
  path: '/charges',
});

/** The files of bills. */
export const importsRouteRef = createSubRouteRef({
  parent: costRouteRef,
  path: '/imports',
});

/** One file of a bill, with its report. */
export const importRouteRef = createSubRouteRef({
  parent: costRouteRef,
  path: '/imports/:importId',
});
