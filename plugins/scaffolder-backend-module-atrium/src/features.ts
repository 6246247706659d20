import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { catalogModuleLocationGuard } from './catalog/catalogModuleLocationGuard';
import { catalogModuleRepositoryChoices } from './catalog/catalogModuleRepositoryChoices';
import { scaffolderModuleAtrium } from './module';

/**
 * Everything the golden paths need from the backend.
 *
 * @remarks
 *
 * The form of a template is read from the catalog, so the repository choices
 * have to be filled in there; the rest happens in the scaffolder.
 */
export const atriumScaffolderFeatures = createBackendFeatureLoader({
  loader: () => [
    scaffolderModuleAtrium,
    catalogModuleRepositoryChoices,
    catalogModuleLocationGuard,
  ],
});
