import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { ResultQuery } from '@atrium/plugin-scorecard-common';
import { readAllPages } from '@atrium/ui';
import { scorecardApiRef } from '../api/ScorecardApi';
import { useScorecardPages, useScorecardQuery } from './scorecardHooks';

/** How many results a map of services has room for. */
const MAX_RESULTS = 2_000;
const PAGE_SIZE = 50;

/** How an entity stands in each scorecard, with what decided. */
export const useEntityResults = (entityRef: string) =>
  useScorecardQuery(['results', 'entity', entityRef], api =>
    api.listResults({
      entityRef: [entityRef],
      detail: 'evidence',
      limit: 100,
    }),
  );

/** Results page after page. */
export const useResultPages = (query: ResultQuery) =>
  useScorecardPages(['results', 'pages', query], (api, cursor) =>
    api.listResults({ ...query, limit: PAGE_SIZE, cursor }),
  );

/** All results of what an owner has, or of what is the reader's own. */
export function useOwnerResults(ownerRef: string | undefined) {
  const identityApi = useApi(identityApiRef);
  return useScorecardQuery(
    ['results', 'owner', ownerRef],
    async (api, context) => {
      const { userEntityRef } = await identityApi.getBackstageIdentity();
      return readAllPages(
        page =>
          api.listResults(
            { ownerRef: ownerRef ?? userEntityRef, sort: 'entity', ...page },
            context,
          ),
        MAX_RESULTS,
      );
    },
  );
}

/** The same as a file for spreadsheets. */
export function useReadOwnerResults(ownerRef: string | undefined) {
  const api = useApi(scorecardApiRef);
  const identityApi = useApi(identityApiRef);
  return async () => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    return api.readCsv('results', {
      ownerRef: ownerRef ?? userEntityRef,
      sort: 'entity',
    });
  };
}

/** What the person and their groups have, with each check. */
export function useMyResults() {
  const identityApi = useApi(identityApiRef);
  return useScorecardQuery(['results', 'mine'], async (api, context) => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    return readAllPages(
      page =>
        api.listResults(
          { ownerRef: userEntityRef, detail: 'checks', ...page },
          context,
        ),
      MAX_RESULTS,
    );
  });
}
