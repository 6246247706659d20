import { lazy, Suspense } from 'react';
import {
  coreExtensionData,
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { RiArticleLine } from '@remixicon/react';
import { docsHomeRouteRef } from './docsRoutes';
import { readerAddons } from './readerAddons';

/** Takes the place of the stock list of documentation. */
const docsHome = PageBlueprint.make({
  params: {
    path: '/docs',
    routeRef: docsHomeRouteRef,
    title: 'Docs',
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
    *factory(originalFactory) {
      const original = originalFactory();
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

/** Its text, "Discover documentation in your ecosystem", helps nobody. */
const noSupportButton = techdocsPlugin
  .getExtension('plugin-header-action:techdocs')
  .override({ disabled: true });

/** A documentation home that people use, and a reader that fits the app. */
export const techdocsAtriumModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [
    docsHome,
    readerPage,
    entityDocs,
    noSupportButton,
    ...readerAddons,
  ],
});
