import { useApi } from '@backstage/frontend-plugin-api';
import type { EntityListQuery } from '@atrium/plugin-entity-summary-common';
import { entitySummaryApiRef } from '../api/EntitySummaryApi';

/** Gives a list as a file, with all its pages. */
export function useListExport() {
  const api = useApi(entitySummaryApiRef);
  return (query: EntityListQuery) =>
    api.exportEntities({ ...query, limit: undefined, cursor: undefined });
}
