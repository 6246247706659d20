import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { serveAssets } from './serveAssets';

/** Serves the files of the app before the app's own handler does. */
export const appModuleAssets = createBackendModule({
  pluginId: 'app',
  moduleId: 'assets',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        http: coreServices.httpRouter,
      },
      async init({ config, http }) {
        const app = config.getOptionalString('app.packageName') ?? 'app';
        http.use(serveAssets(resolvePackagePath(app, 'dist')));
      },
    });
  },
});
