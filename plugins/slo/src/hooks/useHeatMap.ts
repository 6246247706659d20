import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { sloApiRef } from '../api/SloApi';

const WEEKS = 12;
const PAGE_SIZE = 50;

/** SLOs week by week, page after page. */
export function useHeatMap(scope: { ownerRef?: string; systemRef?: string }) {
  const api = useApi(sloApiRef);
  const query = useInfiniteQuery({
    queryKey: ['slo-heat-map', scope],
    queryFn: ({ pageParam }) =>
      api.getHeatMap({
        ...scope,
        weeks: WEEKS,
        limit: PAGE_SIZE,
        cursor: pageParam || undefined,
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  return {
    ...query,
    data: query.data && {
      items: query.data.pages.flatMap(({ items }) => items),
      totalItems: query.data.pages[0].totalItems,
    },
  };
}
