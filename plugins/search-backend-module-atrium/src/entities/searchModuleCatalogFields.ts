import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogCollatorExtensionPoint } from '@backstage/plugin-search-backend-module-catalog';
import { techdocsCollatorEntityTransformerExtensionPoint } from '@backstage/plugin-search-backend-module-techdocs';
import { docsFields } from './docsFields';
import { entityDocument } from './entityDocument';

/** Owner and system as fields of the documents that the stock collators make. */
export const searchModuleCatalogFields = createBackendModule({
  pluginId: 'search',
  moduleId: 'atrium-catalog-fields',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogCollatorExtensionPoint,
        techdocs: techdocsCollatorEntityTransformerExtensionPoint,
      },
      async init({ catalog, techdocs }) {
        catalog.setEntityTransformer(entityDocument);
        techdocs.setTransformer(docsFields);
      },
    });
  },
});
