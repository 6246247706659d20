import { createRequire } from 'node:module';
import type { FactProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { createRootConfig } from '../plugin/createRootConfig.ts';

/** Compiled to CommonJS, whose names an import from here does not see. */
const {
  factProvidersExtensionPoint,
}: typeof import('@atrium/plugin-scorecard-node') = createRequire(
  import.meta.url,
)('@atrium/plugin-scorecard-node');

/**
 * The module of findings as it runs in the portal, in a plugin that does nothing with
 * its facts, beside a catalog of one component.
 */
const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'service', namespace: 'default' },
};

const catalog: Pick<CatalogService, 'getEntityByRef' | 'getEntitiesByRefs'> = {
  getEntityByRef: async () => component,
  getEntitiesByRefs: async ({ entityRefs }) => ({
    items: entityRefs.map(() => component),
  }),
};

const facts: FactProvidersExtensionPoint = {
  addProvider() {},
  refresh: async () => {},
};

const backend = createBackend();
backend.add(createRootConfig());
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog as CatalogService,
  }),
);
backend.add(
  createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () => ({
      scheduleTask: async () => {},
      triggerTask: async () => {},
      cancelTask: async () => {},
      getScheduledTasks: async () => [],
      createScheduledTaskRunner: () => ({ run: async () => {} }),
    }),
  }),
);
backend.add(
  createBackendPlugin({
    pluginId: 'scorecard',
    register(env) {
      env.registerExtensionPoint(factProvidersExtensionPoint, facts);
      env.registerInit({ deps: {}, async init() {} });
    },
  }),
);
backend.add(import('@atrium/plugin-scorecard-backend-module-findings'));
backend.start();
