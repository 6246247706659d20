import { createBackend } from '@backstage/backend-defaults';
import { createRootConfig } from '../plugin/createRootConfig.ts';

/** The real catalog in front of delivery, over HTTP as in the portal. */
const backend = createBackend();
backend.add(
  createRootConfig({
    // Nobody provides the entities that are written below the catalog.
    catalog: { orphanStrategy: 'keep', orphanProviderStrategy: 'keep' },
  }),
);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@atrium/plugin-delivery-backend'));
backend.start();
