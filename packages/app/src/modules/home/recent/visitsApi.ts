import { WebStorage } from '@backstage/core-app-api';
import {
  ApiBlueprint,
  errorApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { visitsApiRef, VisitsStorageApi } from '@backstage/plugin-home';

/**
 * Where a person was before, kept in their browser: kept on the server, each
 * page would send it there once more.
 */
export const visitsApi = ApiBlueprint.make({
  name: 'visits',
  params: defineParams =>
    defineParams({
      api: visitsApiRef,
      deps: { identityApi: identityApiRef, errorApi: errorApiRef },
      factory: ({ identityApi, errorApi }) =>
        VisitsStorageApi.create({
          identityApi,
          storageApi: WebStorage.create({ errorApi }),
          // What the navigation leads to needs no list.
          canSave: ({ pathname }) => pathname.split('/').length > 2,
        }),
    }),
});
