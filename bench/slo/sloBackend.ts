import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { createRootConfig } from '../plugin/createRootConfig.ts';
import { fileUrl, serviceName, sloFile } from './organisation.ts';
import { sumsModule } from './sumsModule.ts';

/**
 * The SLO backend as it runs in the portal, but for its surroundings: the
 * catalog and the files are in memory, so that what is measured is slo.
 */
const numbers = Array.from(
  { length: Number(process.env.BENCH_SLOS) },
  (_, number) => number,
);

const services = numbers.map(
  (number): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: serviceName(number),
      namespace: 'default',
      annotations: {
        'backstage.io/source-location': `url:${fileUrl(number).replace(
          'slo.yaml',
          '',
        )}`,
        'atrium.dev/slo': './slo.yaml',
      },
    },
  }),
);
const byRef = new Map(
  services.map(entity => [stringifyEntityRef(entity), entity]),
);
const files = new Map(
  numbers.map(number => [fileUrl(number), sloFile(number)] as const),
);

const catalog: Pick<CatalogService, 'getEntityByRef' | 'streamEntities'> = {
  async getEntityByRef(ref) {
    return byRef.get(String(ref));
  },
  async *streamEntities() {
    yield services;
  },
};

/** Tells the bench how long each evaluation took. */
function tell(name: string, value: number): void {
  process.stdout.write(`metric ${name} ${value}\n`);
}

const instrument = (name: string) => ({
  add() {},
  record: (value: number) => tell(name, value),
});

const features = [
  createRootConfig({
    slo: {
      definitions: { frequency: { seconds: 2 } },
      evaluation: { frequency: { seconds: 2 } },
    },
  }),
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog as CatalogService,
  }),
  createServiceFactory({
    service: coreServices.urlReader,
    deps: {},
    factory: () =>
      ({
        async readUrl(url: string) {
          return { buffer: async () => Buffer.from(files.get(url) ?? '') };
        },
      } as never),
  }),
  createServiceFactory({
    service: metricsServiceRef,
    deps: {},
    factory: () =>
      ({
        createCounter: instrument,
        createHistogram: instrument,
        createGauge: () => instrument('state'),
      } as never),
  }),
];

const backend = createBackend();
for (const feature of features) {
  backend.add(feature);
}
backend.add(sumsModule);
backend.add(import('@atrium/plugin-slo-backend'));
backend.start();
