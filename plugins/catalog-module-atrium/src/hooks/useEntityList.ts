import { useQuery } from '@tanstack/react-query';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useStarredEntities } from '@backstage/plugin-catalog-react';
import type {
  EntityList,
  EntityListQuery,
} from '@atrium/plugin-entity-summary-common';
import { type TableSort, useEntitySignals } from '@atrium/ui';
import type { CatalogState } from '../list/catalogState';
import { toListQuery } from '../list/toListQuery';
import { ENTITY_SUMMARY, useEntitySummaryQuery } from './entitySummaryHooks';

const LIST = 'list';

const NOTHING: EntityList = {
  items: [],
  totalItems: 0,
  options: {
    kind: [],
    owner: [],
    system: [],
    type: [],
    lifecycle: [],
    tag: [],
    health: [],
  },
};

/**
 * One page of the list, with the counts of its kinds and filters; follows what
 * changes.
 *
 * @param options - the order, and whether it is known to be allowed
 */
export function useEntityList(
  state: CatalogState,
  options: { sort: TableSort | undefined; isKnown: boolean },
) {
  const { sort, isKnown } = options;
  const identityApi = useApi(identityApiRef);
  const { starredEntities } = useStarredEntities();
  const { data: userRef } = useQuery({
    queryKey: ['catalog', 'user-ref'],
    queryFn: async () =>
      (await identityApi.getBackstageIdentity()).userEntityRef,
    staleTime: Infinity,
  });
  const starredRefs = [...starredEntities].sort();
  const reader = { userRef, starredRefs };
  const request = toListQuery(state, { sort, reader });
  const isNothing = state.starred && starredRefs.length === 0;
  useEntitySignals({
    channel: ENTITY_SUMMARY,
    queryKey: [ENTITY_SUMMARY, LIST],
  });
  const query = useEntitySummaryQuery(
    [LIST, isNothing ? 'nothing' : request],
    async (api, context) =>
      isNothing || !request ? NOTHING : api.listEntities(request, context),
    { enabled: request !== undefined && isKnown },
  );
  return { query, request };
}

/** Reads the page after this one before somebody asks for it. */
export function usePrefetchedPage(request: EntityListQuery | undefined) {
  useEntitySummaryQuery<EntityList | undefined>(
    [LIST, request],
    async (api, context) => request && api.listEntities(request, context),
    { enabled: request !== undefined, placeholderData: undefined },
  );
}
