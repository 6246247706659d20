import { MAX_PAGE_SIZE } from '@atrium/common';
import { readAllPages } from '@atrium/ui';
import { useSloQuery } from './sloHooks';

/** How many SLOs a page sorts and filters by itself. */
const MAX_OVERVIEW = 1_000;

/** The SLOs of an entity with how they stand, worst first; none has more. */
export const useEntitySlos = (entityRef: string) =>
  useSloQuery(['entity', entityRef], api =>
    api.listSlos({ entityRef: [entityRef], limit: MAX_PAGE_SIZE }),
  );

/** One SLO with its definition. */
export const useSlo = (id: string) =>
  useSloQuery(['slo', id], api => api.getSlo(id));

/** What the files of an entity say, and what is wrong with them. */
export const useDefinitions = (entityRef: string) =>
  useSloQuery(['definitions', entityRef], api => api.getDefinitions(entityRef));

/** Whether an entity has error budget for changes. */
export const useGate = (entityRef: string) =>
  useSloQuery(['gate', entityRef], api => api.getGate(entityRef));

/** The newest alerts of an SLO. */
export const useAlerts = (sloId: string) =>
  useSloQuery(['alerts', sloId], api => api.listAlerts({ sloId, limit: 25 }));

/** The SLOs of an owner and a system, worst first. */
export const useOverview = (query: { ownerRef?: string; systemRef?: string }) =>
  useSloQuery(['overview', query], (api, context) =>
    readAllPages(
      page => api.listSlos({ ...query, ...page }, context),
      MAX_OVERVIEW,
    ),
  );
