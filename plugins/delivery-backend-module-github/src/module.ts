import { gitHostsServiceRef, githubWebhookSchemas } from '@atrium/git-hosts';
import { GITHUB_PROJECT_SLUG_ANNOTATION } from '@atrium/plugin-delivery-common';
import { addHostSource, hostSourceDeps } from '@atrium/plugin-delivery-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { createGithubResources } from './polling/createGithubResources';
import { findRepository } from './polling/findRepository';
import { GithubRunController } from './rerun/GithubRunController';
import {
  GITHUB_TOPIC_PREFIX,
  GithubWebhookHandler,
} from './webhooks/GithubWebhookHandler';

/** Tells delivery what happens at GitHub, and starts runs there again. */
export const deliveryModuleGithub = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'github',
  register(reg) {
    reg.registerInit({
      deps: { ...hostSourceDeps, gitHosts: gitHostsServiceRef },
      async init(deps) {
        const { github } = deps.gitHosts;
        addHostSource(
          {
            hostId: 'github',
            hostName: 'GitHub',
            packageName: '@atrium/plugin-delivery-backend-module-github',
            runController: new GithubRunController(github),
            topics: Object.keys(githubWebhookSchemas).map(
              event => `${GITHUB_TOPIC_PREFIX}${event}`,
            ),
            createHandler: context =>
              new GithubWebhookHandler({
                ...deps,
                ...context,
                open: repository => github.open(repository),
              }),
            open: (repository, options) => github.open(repository, options),
            createResources: ({ sink }) => createGithubResources(sink),
            request: {
              query: {
                [`metadata.annotations.${GITHUB_PROJECT_SLUG_ANNOTATION}`]: {
                  $exists: true,
                },
              },
            },
            findRepository: annotations =>
              findRepository(annotations, url => github.covers(url)),
          },
          deps,
        );
      },
    });
  },
});
