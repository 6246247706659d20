import { freezeTime } from '@atrium/backend-common/testUtils';
import {
  CLOUD_EVENT_BATCH_MEDIA_TYPE,
  createCdEvent,
} from '@atrium/plugin-delivery-common';
import deliveryPlugin from '@atrium/plugin-delivery-backend';
import sloPlugin from '@atrium/plugin-slo-backend';
import sloModuleDelivery from '@atrium/plugin-slo-backend-module-delivery';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';

const now = new Date('2026-11-25T12:00:30Z');
const source = 'https://git.acme.example/acme';
const names = ['checkout', 'cart'];

const entities = names.map(
  (name): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `url:${source}/${name}/src/branch/main/catalog-info.yaml`,
        'atrium.dev/slo': './slo.yaml',
      },
    },
  }),
);

/** Both components say the same, which means another thing for each. */
const query = (result = '') =>
  `{ metricSource: { type: delivery, spec: { measure: deployments, environment: production ${result} } } }`;
const definition = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: releases
  annotations: { atrium.dev/slo-minimum-events: '2' }
spec:
  service: test
  indicator:
    metadata: { name: releases }
    spec:
      ratioMetric:
        counter: true
        good: ${query(', result: success')}
        total: ${query()}
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.5 }]
`;

function deployment(
  name: string,
  kind: 'upgraded' | 'rolledback',
  [day, version]: [day: string, version: string],
) {
  return createCdEvent({
    name: `service.${kind}`,
    id: `${name} ${day} ${version}`,
    source,
    time: `2026-11-${day}:00Z`,
    subjectId: name,
    content: {
      environment: { id: 'production' },
      artifactId: `pkg:oci/${name}@${version}`,
    },
    atrium: { entityRef: `component:default/${name}` },
  });
}

describe('SLOs on deployments', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const scheduler = mockServices.scheduler();

  beforeAll(() => freezeTime(now));

  afterAll(() => {
    jest.useRealTimers();
  });

  async function start() {
    const knexOf = {
      slo: await databases.init('POSTGRES_18'),
      delivery: await databases.init('POSTGRES_18'),
    };
    const { server } = await startTestBackend({
      features: [
        deliveryPlugin,
        sloPlugin,
        sloModuleDelivery,
        catalogServiceMock.factory({ entities }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: coreServices.database,
          deps: { plugin: coreServices.pluginMetadata },
          factory: ({ plugin }) => ({
            getClient: async () =>
              knexOf[plugin.getId() === 'slo' ? 'slo' : 'delivery'],
          }),
        }),
        mockServices.rootConfig.factory({
          data: {
            integrations: { gitea: [{ host: 'git.acme.example' }] },
            slo: { retention: { minutes: { days: 30 } } },
          },
        }),
        mockServices.urlReader.mock({
          readUrl: async () => ({
            buffer: async () => Buffer.from(definition),
          }),
        }).factory,
      ],
    });
    return server;
  }

  it('count what delivery was told of each component, whenever that was', async () => {
    const server = await start();
    const tell = async (...events: object[]) => {
      const { body } = await request(server)
        .post('/api/delivery/events')
        .set('authorization', mockCredentials.service.header())
        .set('content-type', CLOUD_EVENT_BATCH_MEDIA_TYPE)
        .send(JSON.stringify(events));
      expect(body).toMatchObject({ refused: 0 });
    };
    const measure = async () => {
      // A long past is filled in several steps.
      for (const task of ['collect', 'collect', 'collect', 'evaluation']) {
        await scheduler.triggerTask(`slo-${task}`);
      }
      const { body } = await request(server)
        .get('/api/slo/slos')
        .set('authorization', mockCredentials.user.header());
      return Object.fromEntries(
        body.items.map(
          (slo: {
            entityRef: string;
            state: string;
            sourceProblem?: string;
            objectives: { good?: number; total?: number }[];
          }) => {
            const [{ good, total }] = slo.objectives;
            return [
              slo.entityRef.split('/')[1],
              [slo.sourceProblem ?? slo.state, good, total],
            ];
          },
        ),
      );
    };

    await tell(
      deployment('checkout', 'upgraded', ['01T10:00', '0']),
      deployment('checkout', 'upgraded', ['10T10:00', '1']),
      deployment('checkout', 'upgraded', ['12T10:00', '2']),
      deployment('checkout', 'rolledback', ['12T10:30', '1']),
      // Its result is not known yet.
      deployment('checkout', 'upgraded', ['25T11:30', '3']),
    );
    await scheduler.triggerTask('slo-definitions');
    expect(await measure()).toEqual({
      checkout: ['ok', 2, 3],
      cart: [
        "The good query: Delivery has not been told of any run or deployment of 'component:default/cart'",
        undefined,
        undefined,
      ],
    });

    // Half an hour later something of two weeks ago comes in, and a history.
    jest.setSystemTime(new Date(now.getTime() + 31 * 60_000));
    await tell(
      deployment('checkout', 'rolledback', ['10T10:45', '0']),
      deployment('cart', 'upgraded', ['20T08:00', '1']),
      deployment('cart', 'upgraded', ['21T08:00', '2']),
    );
    await measure();
    expect(await measure()).toEqual({
      // Half of them have failed, which is all of the budget.
      checkout: ['at-risk', 2, 4],
      cart: ['ok', 2, 2],
    });
  });
});
