import { useSloPages } from './sloHooks';

const WEEKS = 12;
const PAGE_SIZE = 50;

/** SLOs week by week, page after page. */
export const useHeatMap = (scope: { ownerRef?: string; systemRef?: string }) =>
  useSloPages(
    ['heat-map', scope],
    (api, cursor) =>
      api.getHeatMap({ ...scope, weeks: WEEKS, limit: PAGE_SIZE, cursor }),
    { ignoresChanges: true },
  );
