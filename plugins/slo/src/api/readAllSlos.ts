import type { Page } from '@atrium/common';
import type { SloListQuery, SloSummary } from '@atrium/plugin-slo-common';
import type { SloApi } from './SloApi';

/** The most that the backend gives in one answer. */
const PAGE_SIZE = 200;

/**
 * Reads the SLOs of all pages, worst first, until there are `maxItems` of them.
 *
 * @returns `totalItems` says how many there are
 */
export async function readAllSlos(
  api: SloApi,
  query: SloListQuery,
  maxItems = Infinity,
): Promise<Page<SloSummary>> {
  let page = await api.listSlos({ ...query, limit: PAGE_SIZE });
  const items = [...page.items];
  while (page.nextCursor && items.length < maxItems) {
    page = await api.listSlos({
      ...query,
      limit: PAGE_SIZE,
      cursor: page.nextCursor,
    });
    items.push(...page.items);
  }
  return { ...page, items };
}
