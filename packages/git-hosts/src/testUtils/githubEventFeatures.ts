import { createRequire } from 'node:module';
import type { BackendFeature } from '@backstage/backend-plugin-api';

// The package loads its modules by dynamic import, which Jest cannot do.
const load = createRequire(
  require.resolve('@backstage/plugin-events-backend-module-github'),
);

/** The stock module that takes webhooks and checks their signature. */
export const githubEventFeatures: BackendFeature[] = [
  'eventsModuleGithubEventRouter',
  'eventsModuleGithubWebhook',
].map(name => load(`./service/${name}.cjs.js`).default);
