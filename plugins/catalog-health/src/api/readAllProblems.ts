import type { Page } from '@atrium/common';
import type { Problem } from '@atrium/plugin-catalog-health-common';
import type { CatalogHealthApi } from './CatalogHealthApi';

/** More than this is a platform that has to be mended, not a list to read. */
const MAX_PAGES = 10;

/** All problems, page by page; the newest of them where there are too many. */
export async function readAllProblems(
  api: CatalogHealthApi,
): Promise<Page<Problem>> {
  const items: Problem[] = [];
  let page: Page<Problem> | undefined;
  for (let count = 0; count < MAX_PAGES; count++) {
    page = await api.listProblems({ cursor: page?.nextCursor });
    items.push(...page.items);
    if (!page.nextCursor) {
      break;
    }
  }
  return { items, totalItems: page?.totalItems ?? 0 };
}
