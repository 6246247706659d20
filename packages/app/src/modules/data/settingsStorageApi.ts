import { whenTranslated } from '@atrium/ui';
import {
  ApiBlueprint,
  discoveryApiRef,
  type ErrorApi,
  errorApiRef,
  fetchApiRef,
  identityApiRef,
  storageApiRef,
  type ToastApi,
  toastApiRef,
} from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { UserSettingsStorage } from '@backstage/plugin-user-settings';
import { t } from '../../translation';

/** Long enough to be read. */
const SHOWN_MS = 10_000;

/** What people chose, kept on the server for all of their browsers. */
export const settingsStorageApi = ApiBlueprint.make({
  name: 'user-settings-storage',
  params: defineParams =>
    defineParams({
      api: storageApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        errorApi: errorApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
        signalApi: signalApiRef,
        toastApi: toastApiRef,
      },
      factory: ({ errorApi, toastApi, ...deps }) =>
        UserSettingsStorage.create({
          ...deps,
          errorApi: sayOnce(errorApi, toastApi),
        }),
    }),
});

/**
 * Says that settings could not be read, and what follows from it. They are read in
 * small batches on each page, all of which fail for the same reason: once is enough.
 */
export function sayOnce(errorApi: ErrorApi, toastApi: ToastApi): ErrorApi {
  let isSaid = false;
  return {
    error$: () => errorApi.error$(),
    post(error, context) {
      errorApi.post(error, { ...context, hidden: true });
      if (!isSaid) {
        isSaid = true;
        void whenTranslated(() =>
          toastApi.post({
            title: t('settingsStorage.yourSettingsCouldNotBe'),
            description: t('settingsStorage.nothingIsLost'),
            status: 'warning',
            timeout: SHOWN_MS,
          }),
        );
      }
    },
  };
}
