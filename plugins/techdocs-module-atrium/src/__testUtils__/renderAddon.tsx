import { type ReactNode, useCallback } from 'react';
import { act, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import type { Entity } from '@backstage/catalog-model';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  techdocsApiRef,
  TechDocsReaderPageProvider,
  techdocsStorageApiRef,
  useTechDocsReaderPage,
} from '@backstage/plugin-techdocs-react';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { type SearchApi, searchApiRef } from '@backstage/plugin-search-react';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { type DocsReaderApi, docsReaderApiRef } from '../api/DocsReaderApi';

export interface RenderAddonOptions {
  /** What the article holds. */
  article: string;
  /** Address of the page inside the site. */
  path?: string;
  /** What `techdocs_metadata.json` says. */
  metadata?: object;
  /** What `atrium_docs.json` says. */
  facts?: object;
  /** Owners that the person acts for. */
  ownershipEntityRefs?: string[];
  /** What the backend of the reader answers. */
  reader?: Partial<DocsReaderApi>;
  /** What the search engine answers. */
  query?: SearchApi['query'];
  /** Whether the person may see what readers said. */
  isOwner?: boolean;
  /** Beside the page, such as its table of contents. */
  sidebar?: string;
  /** What stands behind the path of the page: `?h=refund`. */
  search?: string;
}

export const paymentService: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payment-service', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-payments' }],
};

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default', title: 'Payments' },
};

/** Renders an addon as the reader does: beside a page in a shadow root. */
export function renderAddon(addon: ReactNode, options: RenderAddonOptions) {
  const fetch = jest.fn(
    async () => new Response(JSON.stringify(options.facts ?? {})),
  );
  const { path = '' } = options;
  renderInTestApp(
    <TestQueryProvider>
      <TechDocsReaderPageProvider
        entityRef={{
          kind: 'component',
          namespace: 'default',
          name: 'payment-service',
        }}
      >
        <Routes>
          <Route
            path="/docs/*"
            element={
              <ReaderPage article={options.article} sidebar={options.sidebar}>
                {addon}
              </ReaderPage>
            }
          />
        </Routes>
      </TechDocsReaderPageProvider>
    </TestQueryProvider>,
    {
      initialRouteEntries: [`/docs/${path}${options.search ?? ''}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [catalogApiRef, catalogApiMock({ entities: [payments] })],
        [docsReaderApiRef, options.reader ?? {}],
        [
          searchApiRef,
          { query: options.query ?? (async () => ({ results: [] })) },
        ],
        mockApis.permission({
          authorize: () =>
            options.isOwner ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
        mockApis.identity({
          ownershipEntityRefs: options.ownershipEntityRefs ?? [],
        }),
        [fetchApiRef, { fetch }],
        [
          techdocsApiRef,
          {
            getTechDocsMetadata: async () => ({
              site_name: 'Payment Service',
              site_description: '',
              ...options.metadata,
            }),
            getEntityMetadata: async () => paymentService,
            getCookie: async () => ({ expiresAt: '' }),
            getApiOrigin: async () => 'http://portal.test/api/techdocs',
          },
        ],
        [
          techdocsStorageApiRef,
          {
            getStorageUrl: async () =>
              'http://portal.test/api/techdocs/static/docs',
          },
        ],
      ],
    },
  );
  return { fetch };
}

/** The page of the addon under test; testing-library does not look inside. */
export async function findPageBody(): Promise<HTMLElement> {
  const host = await screen.findByLabelText('Page');
  const body = host.shadowRoot?.querySelector('body');
  if (!body) {
    throw new Error('The page has no body');
  }
  return body;
}

/** Time enough for what should not happen. */
export async function settle() {
  await act(async () => {
    await new Promise(resolve => setTimeout(resolve, 50));
  });
}

interface ReaderPageProps {
  article: string;
  sidebar?: string;
  children: ReactNode;
}

function ReaderPage(props: ReaderPageProps) {
  const { setShadowRoot } = useTechDocsReaderPage();
  const attach = useCallback(
    (host: HTMLElement | null) => {
      if (!host || host.shadowRoot) {
        return;
      }
      const shadowRoot = host.attachShadow({ mode: 'open' });
      const page = document.createElement('html');
      page.innerHTML = `<body>${
        props.sidebar ?? ''
      }<div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset">${
        props.article
      }</article></div></body>`;
      shadowRoot.append(page);
      setShadowRoot(shadowRoot);
    },
    [props.article, props.sidebar, setShadowRoot],
  );
  return (
    <>
      <div ref={attach} aria-label="Page" />
      {props.children}
    </>
  );
}
