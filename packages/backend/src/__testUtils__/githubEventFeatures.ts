import { createRequire } from 'node:module';
import type { BackendFeature } from '@backstage/backend-plugin-api';

// The package loads its two modules by dynamic import, which Jest does not run
// without an experimental flag of Node, so they are loaded here one by one.
const load = createRequire(
  require.resolve('@backstage/plugin-events-backend-module-github'),
);

/** What `@backstage/plugin-events-backend-module-github` consists of. */
export const githubEventFeatures: BackendFeature[] = [
  load('./service/eventsModuleGithubEventRouter.cjs.js').default,
  load('./service/eventsModuleGithubWebhook.cjs.js').default,
];
