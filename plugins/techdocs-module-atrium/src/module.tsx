import { lazy, Suspense } from 'react';
import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendModule,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { RiArticleLine } from '@remixicon/react';
import { createDocsReaderClient } from './api/createDocsReaderClient';
import { docsReaderApiRef } from './api/DocsReaderApi';
import { docsHomeRouteRef } from './docsRoutes';
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
          // Ours marks on the page what was found.
          withoutSearch: true,
        },
      });
      yield* original;
      yield coreExtensionData.reactElement(
        <Suspense>
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
        <Suspense>
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
