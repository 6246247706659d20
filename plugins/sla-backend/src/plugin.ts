import {
  EntityScope,
  Ownership,
  VisibleEntities,
} from '@atrium/backend-common';
import { slaPermissions } from '@atrium/plugin-sla-common';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { AgreementStore } from './database/AgreementStore';
import { createRouter } from './router';
import { Agreements } from './services/Agreements';
import { Reports } from './services/Reports';

/** Keeps service level agreements, and reports on each month of them. */
export const slaPlugin = createBackendPlugin({
  pluginId: 'sla',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        slo: sloServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, catalog, httpAuth, permissions, slo } = deps;
        const store = await AgreementStore.create(deps.database);
        const visible = new VisibleEntities(deps);
        const scope = new EntityScope({
          catalog,
          ownership: new Ownership(deps),
          visible,
          // Agreements outlive their entities.
          listOwnRefs: async options =>
            visible.filter(await store.listEntityRefs(), options),
          members: {
            [`metadata.annotations.${SLO_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
          },
        });
        deps.permissionsRegistry.addPermissions(slaPermissions);
        deps.httpRouter.use(
          createRouter({
            auditor,
            catalog,
            httpAuth,
            permissions,
            agreements: new Agreements({ store, slo, scope }),
            reports: new Reports({ store, slo, scope }),
          }),
        );
      },
    });
  },
});
