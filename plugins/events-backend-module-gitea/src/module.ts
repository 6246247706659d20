import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { createGiteaSignatureValidator } from './createGiteaSignatureValidator';
import { GiteaEventRouter } from './GiteaEventRouter';
import { parseJsonBody } from './parseJsonBody';
import { readWebhookSecret } from './readWebhookSecret';

/**
 * Adds the HTTP ingress for Gitea and the router behind it.
 */
export const eventsModuleGitea = createBackendModule({
  pluginId: 'events',
  moduleId: 'gitea',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        eventsExtension: eventsExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config, events, eventsExtension, logger }) {
        const webhookSecret = readWebhookSecret(config);
        if (!webhookSecret) {
          logger.info('Gitea events are off: no webhook secret is configured');
          return;
        }
        eventsExtension.addHttpPostIngress({
          topic: 'gitea',
          validator: createGiteaSignatureValidator(webhookSecret),
        });
        eventsExtension.addHttpPostBodyParser({
          contentType: 'application/json',
          parser: parseJsonBody,
        });
        await new GiteaEventRouter({ events }).subscribe();
      },
    });
  },
});
