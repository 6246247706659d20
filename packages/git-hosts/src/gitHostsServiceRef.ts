import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { GitHosts } from './GitHosts';

/**
 * The git hosts of the portal.
 *
 * @remarks One for all plugins, since the rate limits of a host count for all.
 */
export const gitHostsServiceRef = createServiceRef<GitHosts>({
  id: 'atrium.git-hosts',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => GitHosts.fromConfig(config),
    }),
});
