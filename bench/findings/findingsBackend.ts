import { createBackend } from '@backstage/backend-defaults';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { createIdleScheduler } from '../plugin/createIdleScheduler.ts';
import { createRootConfig } from '../plugin/createRootConfig.ts';

/**
 * Scorecards and the module of findings as they run in the portal, beside a catalog of
 * one component, but for scheduled tasks, of which none runs: what is measured is taking
 * in a report.
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

const backend = createBackend();
backend.add(createRootConfig());
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog as CatalogService,
  }),
);
backend.add(createIdleScheduler());
backend.add(import('@atrium/plugin-scorecard-backend'));
backend.add(import('@atrium/plugin-scorecard-backend-module-findings'));
backend.start();
