import { RiApps2Line } from '@remixicon/react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { titles } from '../titles';

const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  factory: originalFactory =>
    originalFactory({
      params: {
        title: titles('catalog'),
        icon: <RiApps2Line />,
        loader: async () => {
          const { CatalogPage } = await import('./CatalogPage');
          return <CatalogPage />;
        },
      },
    }),
});

/** What makes the catalog list. */
export const listExtensions = [catalogPage];
