import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { FirstPage } from '@atrium/plugin-techdocs-common';
import { PluginHttpClient } from '@atrium/ui';
import type { DocsReaderApi } from './DocsReaderApi';

/** Asks the documentation backend. */
export function createDocsReaderClient(fetchApi: FetchApi): DocsReaderApi {
  const http = new PluginHttpClient({ pluginId: 'techdocs', fetchApi });
  return {
    getOwnFeedback: query => http.get('/page-feedback/own', { ...query }),
    putFeedback: feedback => http.put('/page-feedback/own', feedback),
    listFeedback: entityRef => http.get('/page-feedback', { entityRef }),
    listComments: (entityRef, cursor) =>
      http.get('/page-feedback/comments', { entityRef, cursor, limit: 50 }),
    getProposalDraft: subject => http.get('/proposals', { ...subject }),
    checkProposal: proposal => http.post('/proposals/check', proposal),
    propose: proposal => http.post('/proposals', proposal),
    listFirstPages: async entityRefs => {
      const { items } = await http.post<{ items: FirstPage[] }>(
        '/first-pages/by-entity',
        { entityRefs },
      );
      return items;
    },
    getSiteState: entityRef => http.get('/site-state', { entityRef }),
    getSiteMetadata: entityRef => http.get('/site-metadata', { entityRef }),
    preview: preview => http.post('/page-previews', preview),
  };
}
