import type {
  WorkloadPage,
  WorkloadQuery,
} from '@atrium/plugin-workloads-common';
import type { WorkloadsApi } from './WorkloadsApi';

/** The most that the backend gives in one answer. */
const PAGE_SIZE = 200;

/**
 * Reads the workloads of all pages, until there are `maxItems` of them.
 *
 * @returns `totalItems` says how many there are
 */
export async function readAllWorkloads(
  api: WorkloadsApi,
  query: WorkloadQuery,
  maxItems = Infinity,
): Promise<WorkloadPage> {
  let page = await api.getWorkloads({ ...query, limit: PAGE_SIZE });
  const items = [...page.items];
  while (page.nextCursor && items.length < maxItems) {
    page = await api.getWorkloads({
      ...query,
      limit: PAGE_SIZE,
      cursor: page.nextCursor,
    });
    items.push(...page.items);
  }
  return { ...page, items };
}
