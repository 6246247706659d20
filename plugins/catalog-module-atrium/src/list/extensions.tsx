import { RiApps2Line } from '@remixicon/react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';

const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  factory: originalFactory =>
    originalFactory({
      params: {
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
