import { EntityOrigins, onEntitiesChanged } from '@atrium/backend-common';
import { gitHostsServiceRef, onRepositoryPush } from '@atrium/git-hosts';
import { apiHistoryServiceRef } from '@atrium/plugin-api-history-node';
import { catalogHealthServiceRef } from '@atrium/plugin-catalog-health-node';
import { costServiceRef, readCostTotals } from '@atrium/plugin-cost-node';
import { deliveryServiceRef } from '@atrium/plugin-delivery-node';
import { provisioningServiceRef } from '@atrium/plugin-provisioning-node';
import { factProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import { docsServiceRef } from '@atrium/plugin-techdocs-node';
import { workloadsServiceRef } from '@atrium/plugin-workloads-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createProviders } from './createProviders';
import { followSources } from './followSources';
import { apiDescription } from './providers/api/apiDescription';
import { catalogDescription } from './providers/catalog/catalogDescription';
import { CATALOG_KINDS } from './providers/catalog/createCatalogProvider';
import {
  findReferringEntities,
  OWNER_KINDS,
} from './providers/catalog/findReferringEntities';
import { docsDescription } from './providers/docs/docsDescription';
import { Confirmations } from './providers/ownership/Confirmations';
import { ConfirmationStore } from './providers/ownership/ConfirmationStore';
import { ownershipDescription } from './providers/ownership/ownershipDescription';
import { repositoryDescription } from './providers/repository/repositoryDescription';
import { RepositoryIndex } from './providers/repository/RepositoryIndex';
import { createRouter } from './router';

/** What one call of the extension point takes. */
const MAX_REFRESHED = 10_000;

/** Tells facts from the rest of the portal, and from repositories. */
export const scorecardModuleAtrium = createBackendModule({
  pluginId: 'scorecard',
  moduleId: 'atrium',
  register(reg) {
    reg.registerInit({
      deps: {
        apiHistory: apiHistoryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        catalogHealth: catalogHealthServiceRef,
        config: coreServices.rootConfig,
        cost: costServiceRef,
        database: coreServices.database,
        delivery: deliveryServiceRef,
        docs: docsServiceRef,
        events: eventsServiceRef,
        facts: factProvidersExtensionPoint,
        gitHosts: gitHostsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        provisioning: provisioningServiceRef,
        slo: sloServiceRef,
        workloads: workloadsServiceRef,
      },
      async init(deps) {
        const { facts, httpRouter } = deps;
        const origins = EntityOrigins.fromConfig(deps.config);
        const store = await ConfirmationStore.create(deps.database);
        for (const provider of createProviders({
          ...deps,
          confirmations: store,
          costTotals: readCostTotals(deps.config),
          origins,
        })) {
          facts.addProvider(provider);
        }

        const confirmations = new Confirmations({
          ...deps,
          store,
          refresh: ref => facts.refresh(ownershipDescription.id, [ref]),
        });
        httpRouter.use(createRouter({ ...deps, confirmations }));

        await onEntitiesChanged({
          ...deps,
          id: 'scorecard-facts-entities',
          kinds: [...CATALOG_KINDS, ...OWNER_KINDS],
          async handle(refs) {
            const referring = await findReferringEntities(refs, deps);
            const all = [...refs, ...referring];
            while (all.length > 0) {
              await facts.refresh(
                catalogDescription.id,
                all.splice(0, MAX_REFRESHED),
              );
            }
            // That it has documentation, or provides an API, an entity says itself.
            await facts.refreshUnknown(apiDescription.id, refs);
            await facts.refreshUnknown(docsDescription.id, refs);
          },
        });
        await followSources(deps);
        const index = new RepositoryIndex({ ...deps, origins });
        await onRepositoryPush({
          ...deps,
          id: 'scorecard-facts-pushes',
          async handle({ repositoryUrl, branch }) {
            const refs = await index.find(repositoryUrl, branch);
            if (refs.length > 0) {
              await facts.refresh(repositoryDescription.id, refs);
            }
          },
        });
      },
    });
  },
});
