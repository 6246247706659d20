import { EntityOrigins } from '@atrium/backend-common';
import { gitHostsServiceRef, onRepositoryPush } from '@atrium/git-hosts';
import { catalogHealthServiceRef } from '@atrium/plugin-catalog-health-node';
import { deliveryServiceRef } from '@atrium/plugin-delivery-node';
import { provisioningServiceRef } from '@atrium/plugin-provisioning-node';
import { factProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createCatalogProvider } from './providers/catalog/createCatalogProvider';
import { createDeliveryProvider } from './providers/delivery/createDeliveryProvider';
import { Confirmations } from './providers/ownership/Confirmations';
import { ConfirmationStore } from './providers/ownership/ConfirmationStore';
import { createOwnershipProvider } from './providers/ownership/createOwnershipProvider';
import { createProvisioningProvider } from './providers/provisioning/createProvisioningProvider';
import { createRepositoryProvider } from './providers/repository/createRepositoryProvider';
import { RepositoryIndex } from './providers/repository/RepositoryIndex';
import { createSloProvider } from './providers/slo/createSloProvider';
import { createTemplateProvider } from './providers/template/createTemplateProvider';
import { createRouter } from './router';

/** Tells facts from the rest of the portal, and from repositories. */
export const scorecardModuleAtrium = createBackendModule({
  pluginId: 'scorecard',
  moduleId: 'atrium',
  register(reg) {
    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        catalogHealth: catalogHealthServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        delivery: deliveryServiceRef,
        events: eventsServiceRef,
        facts: factProvidersExtensionPoint,
        gitHosts: gitHostsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        provisioning: provisioningServiceRef,
        slo: sloServiceRef,
      },
      async init(deps) {
        const { facts, httpRouter } = deps;
        const store = await ConfirmationStore.create(deps.database);
        const ownership = createOwnershipProvider({
          ...deps,
          confirmations: store,
        });
        const origins = EntityOrigins.fromConfig(deps.config);
        const repository = createRepositoryProvider({ ...deps, origins });
        for (const provider of [
          createCatalogProvider(deps),
          ownership,
          repository,
          createDeliveryProvider(deps),
          createSloProvider(deps),
          createProvisioningProvider(deps),
          createTemplateProvider(deps),
        ]) {
          facts.addProvider(provider);
        }
        const confirmations = new Confirmations({
          ...deps,
          store,
          refresh: ref => facts.refresh(ownership.description.id, [ref]),
        });
        httpRouter.use(createRouter({ ...deps, confirmations }));

        const index = new RepositoryIndex({
          ...deps,
          origins,
          kinds: repository.kinds ?? [],
        });
        await onRepositoryPush({
          ...deps,
          id: 'scorecard-facts-pushes',
          async handle({ repositoryUrl, branch }) {
            const refs = await index.find(repositoryUrl, branch);
            if (refs.length > 0) {
              await facts.refresh(repository.description.id, refs);
            }
          },
        });
      },
    });
  },
});
