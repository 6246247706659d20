import { gitHostsServiceRef } from '@atrium/git-hosts';
import { SOURCE_LOCATION_ANNOTATION } from '@atrium/plugin-delivery-common';
import { addHostSource, hostSourceDeps } from '@atrium/plugin-delivery-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { createRunResource } from './polling/createRunResource';
import { GiteaRunController } from './rerun/GiteaRunController';
import {
  GITEA_TOPICS,
  GiteaWebhookHandler,
} from './webhooks/GiteaWebhookHandler';

/** Tells delivery what happens at Gitea, and starts runs there again. */
export const deliveryModuleGitea = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'gitea',
  register(reg) {
    reg.registerInit({
      deps: { ...hostSourceDeps, gitHosts: gitHostsServiceRef },
      async init(deps) {
        const { gitea } = deps.gitHosts;
        addHostSource(
          {
            hostId: 'gitea',
            hostName: 'Gitea',
            packageName: '@atrium/plugin-delivery-backend-module-gitea',
            runController: new GiteaRunController(gitea),
            topics: GITEA_TOPICS,
            createHandler: context =>
              new GiteaWebhookHandler({ ...deps, ...context, host: gitea }),
            open: (repository, options) => gitea.open(repository, options),
            createResources: ({ sink }) => [createRunResource(sink)],
            request: { filter: { kind: 'component' } },
            findRepository: ({ [SOURCE_LOCATION_ANNOTATION]: location = '' }) =>
              gitea.findRepository(location.replace(/^url:/, '')),
          },
          deps,
        );
      },
    });
  },
});
