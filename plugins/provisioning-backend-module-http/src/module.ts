import { provisioningDriversExtensionPoint } from '@atrium/plugin-provisioning-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CallbackVerifier } from './callbacks/CallbackVerifier';
import { createCallbackRouter } from './callbacks/createCallbackRouter';
import { readAutomationsConfig } from './config/readAutomationsConfig';
import { HttpDriver } from './HttpDriver';

/** Has resources made by automations that config names. */
export const provisioningModuleHttp = createBackendModule({
  pluginId: 'provisioning',
  moduleId: 'http',
  register(reg) {
    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        drivers: provisioningDriversExtensionPoint,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
      },
      async init({ auditor, config, drivers, httpRouter, permissions }) {
        const automations = readAutomationsConfig(config);
        drivers.addDriver(new HttpDriver(automations));
        // Automations sign what they send instead of showing a token.
        httpRouter.addAuthPolicy({
          path: '/callbacks/:automation',
          allow: 'unauthenticated',
        });
        httpRouter.use(
          createCallbackRouter({
            auditor,
            permissions,
            verifier: new CallbackVerifier(automations),
            wake: resourceId => drivers.wake(resourceId),
          }),
        );
      },
    });
  },
});
