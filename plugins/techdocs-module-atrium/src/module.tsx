import { lazy, Suspense } from 'react';
import {
  ApiBlueprint,
  configApiRef,
  coreExtensionData,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  Progress,
} from '@backstage/frontend-plugin-api';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import {
  techdocsApiRef,
  techdocsStorageApiRef,
} from '@backstage/plugin-techdocs-react';
import { RiArticleLine } from '@remixicon/react';
import { createDocsReaderClient } from './api/createDocsReaderClient';
import { docsReaderApiRef } from './api/DocsReaderApi';
import { docsHomeRouteRef } from './docsRoutes';
import { DocsStorage } from './reader/failures/DocsStorage';
import {
  ReaderFailures,
  readerFailuresApiRef,
} from './reader/failures/ReaderFailures';
import { DocsClient } from './reader/published/DocsClient';
import {
  PublishedSites,
  publishedSitesApiRef,
} from './reader/published/PublishedSites';
import { readerAddons } from './readerAddons';
import { titles } from './titles';

/** Takes the place of the stock list of documentation. */
const docsHome = PageBlueprint.make({
  params: {
    path: '/docs',
    routeRef: docsHomeRouteRef,
    title: titles('docs'),
    icon: <RiArticleLine />,
    loader: () => import('./home/DocsHome').then(m => <m.DocsHome />),
  },
});

const ReaderFrame = lazy(() =>
  import('./reader/ReaderFrame').then(m => ({ default: m.ReaderFrame })),
);

const readerPage = techdocsPlugin
  .getExtension('page:techdocs/reader')
  .override({
    *factory(originalFactory, { config }) {
      const original = originalFactory({
        config: {
          ...config,
          // As the page is called where it is listed, in both languages.
          title: config.title ?? 'Docs',
          // Ours is that of all pages, and its search marks what was found.
          withoutHeader: true,
          withoutSearch: true,
        },
      });
      yield* original;
      yield coreExtensionData.reactElement(
        <Suspense fallback={<Progress />}>
          <ReaderFrame variant="page">
            {original.get(coreExtensionData.reactElement)}
          </ReaderFrame>
        </Suspense>,
      );
    },
  });

const entityDocs = techdocsPlugin
  .getExtension('entity-content:techdocs')
  .override({
    *factory(originalFactory) {
      const original = originalFactory();
      yield* original;
      yield coreExtensionData.reactElement(
        <Suspense fallback={<Progress />}>
          <ReaderFrame variant="tab">
            {original.get(coreExtensionData.reactElement)}
          </ReaderFrame>
        </Suspense>,
      );
    },
  });

const readerApi = ApiBlueprint.make({
  name: 'atrium-reader',
  params: defineParams =>
    defineParams({
      api: docsReaderApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createDocsReaderClient(fetchApi),
    }),
});

const readerFailures = ApiBlueprint.make({
  name: 'atrium-reader-failures',
  params: defineParams =>
    defineParams({
      api: readerFailuresApiRef,
      deps: {},
      factory: () => new ReaderFailures(),
    }),
});

const publishedSites = ApiBlueprint.make({
  name: 'atrium-published-sites',
  params: defineParams =>
    defineParams({
      api: publishedSitesApiRef,
      deps: { reader: docsReaderApiRef },
      factory: ({ reader }) => new PublishedSites(reader),
    }),
});

const docsClient = techdocsPlugin.getExtension('api:techdocs').override({
  params: defineParams =>
    defineParams({
      api: techdocsApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        sites: publishedSitesApiRef,
      },
      factory: options => new DocsClient(options),
    }),
});

/** Tells the frame of the reader what could not be loaded, and why. */
const docsStorage = techdocsPlugin
  .getExtension('api:techdocs/storage')
  .override({
    params: defineParams =>
      defineParams({
        api: techdocsStorageApiRef,
        deps: {
          configApi: configApiRef,
          discoveryApi: discoveryApiRef,
          fetchApi: fetchApiRef,
          failures: readerFailuresApiRef,
          sites: publishedSitesApiRef,
        },
        factory: options => new DocsStorage(options),
      }),
  });

const editPage = PageBlueprint.make({
  name: 'edit',
  params: {
    path: '/docs/edit',
    title: titles('edit'),
    icon: <RiArticleLine />,
    loader: () => import('./editor/EditDocsPage').then(m => <m.EditDocsPage />),
  },
});

const feedbackPage = PageBlueprint.make({
  name: 'feedback',
  params: {
    path: '/docs/feedback',
    title: titles('feedback'),
    icon: <RiArticleLine />,
    loader: () =>
      import('./feedback/FeedbackPage').then(m => <m.FeedbackPage />),
  },
});

const EntityWithoutDocs = lazy(() =>
  import('./start/EntityWithoutDocs').then(m => ({
    default: m.EntityWithoutDocs,
  })),
);

/** What the tab of an entity says that has no documentation yet. */
const noEntityDocs = techdocsPlugin
  .getExtension('empty-state:techdocs/entity-content')
  .override({
    factory: () => [
      coreExtensionData.reactElement(
        <Suspense>
          <EntityWithoutDocs />
        </Suspense>,
      ),
    ],
  });

/** Its text, "Discover documentation in your ecosystem", helps nobody. */
const noSupportButton = techdocsPlugin
  .getExtension('plugin-header-action:techdocs')
  .override({ disabled: true });

/** A documentation home that people use, and a reader that fits the app. */
export const techdocsAtriumModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [
    readerApi,
    readerFailures,
    publishedSites,
    docsClient,
    docsStorage,
    docsHome,
    readerPage,
    editPage,
    feedbackPage,
    entityDocs,
    noEntityDocs,
    noSupportButton,
    ...readerAddons,
  ],
});
