import { createBackend } from '@backstage/backend-defaults';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { createRootConfig } from '../plugin/createRootConfig.ts';

/** A template of three steps that do next to nothing. */
const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'nothing', namespace: 'default', annotations: {} },
  spec: {
    type: 'service',
    parameters: [],
    steps: [1, 2, 3].map(number => ({
      id: `step-${number}`,
      name: `Step ${number}`,
      action: 'debug:log',
      input: { message: 'nothing' },
    })),
  },
};

const catalog: Pick<CatalogService, 'getEntityByRef'> = {
  async getEntityByRef() {
    return template;
  },
};

/** The stock scaffolder, as it is, alone in its process. */
const backend = createBackend();
backend.add(createRootConfig());
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog as CatalogService,
  }),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.start();
