// Before anything else is loaded.
import './refuseOldNode';
import { channel } from 'node:diagnostics_channel';
import { createBackend } from '@backstage/backend-defaults';
import { oidcProvider } from './auth/oidcProvider';
import { rememberedTokens } from './auth/rememberedTokens';
import { lazyCache } from './cache/lazyCache';
import { healthWithDatabase } from './database/healthWithDatabase';
import { limitedDatabase } from './database/limitedDatabase';
import { githubDiscovery } from './githubDiscovery';
import { appModuleAssets } from './http/appModuleAssets';
import { appModuleNotFound } from './http/appModuleNotFound';
import { rootHttpRouter } from './http/rootHttpRouter';
import { loggerWithCompiledSchema } from './loggerWithCompiledSchema';
import { rememberedPermissions } from './permissions/rememberedPermissions';
import { refuseSandboxCredentials } from './refuseSandboxCredentials';
import { limitedUrlReader } from './requests/limitedUrlReader';
import { dependableScheduler } from './scheduler/dependableScheduler';

const backend = createBackend();

backend.add(refuseSandboxCredentials);
backend.add(loggerWithCompiledSchema);

// Nobody waits for long, nobody notices a stop, and the same rules hold for
// every request
backend.add(rootHttpRouter);
backend.add(dependableScheduler);
backend.add(healthWithDatabase);
backend.add(limitedDatabase);
backend.add(limitedUrlReader);
backend.add(lazyCache);
backend.add(rememberedTokens);
backend.add(rememberedPermissions);

// The built app, and the world's events, notifications and settings
backend.add(import('@backstage/plugin-app-backend'));
backend.add(appModuleAssets);
backend.add(appModuleNotFound);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@atrium/plugin-events-backend-module-gitea'));
backend.add(import('@backstage/plugin-events-backend-module-github'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@atrium/plugin-notifications-backend-module-atrium'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// Who signs in, and what they may do
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(oidcProvider);
backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@atrium/plugin-permission-backend-module-atrium'));

// Catalog, filled by discovery from the git hosts
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@atrium/plugin-catalog-backend-module-guard'));
backend.add(import('@backstage/plugin-catalog-backend-module-gitea'));
backend.add(githubDiscovery);
backend.add(import('@atrium/plugin-catalog-backend-module-atrium'));
backend.add(import('@atrium/plugin-catalog-backend-module-gitea-events'));
backend.add(import('@atrium/plugin-catalog-backend-module-health'));
backend.add(import('@atrium/plugin-catalog-health-backend'));
backend.add(import('@atrium/plugin-entity-summary-backend'));

// What depends on what
backend.add(import('@atrium/plugin-entity-graph-backend'));

// Golden paths
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@atrium/plugin-scaffolder-backend-module-atrium'));

// Documentation
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@atrium/plugin-techdocs-backend-module-markdown'));
backend.add(import('@atrium/plugin-techdocs-backend-module-reader'));

// The history of API definitions
backend.add(import('@atrium/plugin-api-history-backend'));

// Search
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));
backend.add(import('@atrium/plugin-search-backend-module-atrium'));

// What is built and deployed, and how well
backend.add(import('@atrium/plugin-delivery-backend'));
backend.add(import('@atrium/plugin-delivery-backend-module-github'));
backend.add(import('@atrium/plugin-delivery-backend-module-gitea'));

// What runs where
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@atrium/plugin-kubernetes-backend-module-guard'));
backend.add(import('@atrium/plugin-workloads-backend'));

// What was promised, and how much of the error budget is left
backend.add(import('@atrium/plugin-sla-backend'));
backend.add(import('@atrium/plugin-slo-backend'));
backend.add(import('@atrium/plugin-slo-backend-module-delivery'));
backend.add(import('@atrium/plugin-slo-backend-module-openmetrics'));
backend.add(import('@atrium/plugin-slo-backend-module-prometheus'));

// What everything costs
backend.add(import('@atrium/plugin-cost-backend'));

// How mature and secure services are
backend.add(import('@atrium/plugin-scorecard-backend'));
backend.add(import('@atrium/plugin-scorecard-backend-module-atrium'));
backend.add(import('@atrium/plugin-scorecard-backend-module-findings'));

// Databases, queues and more on request
backend.add(import('@atrium/plugin-provisioning-backend'));
backend.add(import('@atrium/plugin-catalog-backend-module-provisioning'));
backend.add(import('@atrium/plugin-scaffolder-backend-module-provisioning'));
backend.add(import('@atrium/plugin-provisioning-backend-module-http'));
backend.add(import('@atrium/plugin-provisioning-backend-module-kubernetes'));
backend.add(import('@atrium/plugin-provisioning-backend-module-servers'));

// The same reads and safe writes, for agents
backend.add(import('@backstage/plugin-mcp-actions-backend'));

void backend.start().then(
  // The launcher's loader of packages waits for it.
  () => channel('atrium.backend.started').publish({}),
  error => {
    // It would live on for ever without being ready. While somebody develops, the
    // next change starts it again.
    if (process.env.NODE_ENV !== 'development') {
      // Once Backstage has logged the rejection, and the log is written.
      setImmediate(() => process.stdout.write('', () => process.exit(1)));
    }
    throw error;
  },
);
