import type { SearchResult } from '@backstage/plugin-search-common';
import type { SearchResultItemExtensionComponent } from '@backstage/plugin-search-react/alpha';

/** How another plugin shows results of its own type. */
export interface ResultItem {
  predicate?(result: SearchResult): boolean;
  component: SearchResultItemExtensionComponent;
}
