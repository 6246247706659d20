import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import searchPlugin from '@backstage/plugin-search/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiSearchLine } from '@remixicon/react';
import { quickSearchApiRef } from './quick/QuickSearchApi';
import { QuickSearchState } from './quick/QuickSearchState';
import { titles } from './titles';

export const searchPage = searchPlugin.getExtension('page:search').override({
  factory(originalFactory, { inputs }) {
    return originalFactory({
      params: {
        title: titles('page'),
        icon: <RiSearchLine />,
        loader: async () => {
          const { SearchPage } = await import('./page/SearchPage');
          return (
            <SearchPage
              items={inputs.items.map(item =>
                item.get(SearchResultListItemBlueprint.dataRefs.item),
              )}
              resultTypes={inputs.resultTypes.map(type =>
                type.get(SearchFilterResultTypeBlueprint.dataRefs.resultType),
              )}
            />
          );
        },
      },
    });
  },
});

const quickSearchApi = ApiBlueprint.make({
  name: 'quick-search',
  params: defineParams =>
    defineParams({
      api: quickSearchApiRef,
      deps: {},
      factory: () => new QuickSearchState(),
    }),
});

/** The search page of Atrium, and the search over any page. */
export const searchModuleAtrium = createFrontendModule({
  pluginId: 'search',
  extensions: [searchPage, quickSearchApi],
});
