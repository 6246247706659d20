import { createTestDatabase } from '@atrium/backend-common/testUtils';
// The module is tried in the plugin it extends.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import sloPlugin from '@atrium/plugin-slo-backend';
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
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import prometheusModule from './index';

const MINUTES = 10;
const TIMEOUT_MS = 1_000;

/** An SLO of what a Prometheus gives for two names. */
function sloFile(good: string, target = 0.95): string {
  const query = (text: string) =>
    `{ metricSource: { type: prometheus, spec: { query: ${text} } } }`;
  return `apiVersion: openslo/v1
kind: SLO
metadata: { name: availability }
spec:
  service: test
  indicator:
    metadata: { name: requests }
    spec:
      ratioMetric: { counter: false, good: ${query(good)}, total: ${query(
    'total',
  )} }
  timeWindow: [{ duration: 1d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: ${target} }]
`;
}

/** Nine levels of nine aliases each: 9^9 elements when written out. */
const bomb = [
  'a0: &a0 [x]',
  ...Array.from(
    { length: 9 },
    (_, level) =>
      `a${level + 1}: &a${level + 1} [${Array(9)
        .fill(`*a${level}`)
        .join(', ')}]`,
  ),
].join('\n');

/** Files by component, each with something wrong in it but the first. */
const files: Record<string, string> = {
  fine: sloFile('good'),
  huge: `${sloFile('good')}# ${'x'.repeat(10 * 1024 * 1024)}`,
  bomb,
  loop: 'a: &a [*a]',
  perfect: `${sloFile('good', 1)}---\n${sloFile('good').replace(
    'availability',
    'beside',
  )}`,
  slow: sloFile('slow'),
  broken: sloFile('broken'),
  nan: sloFile('nan'),
  infinite: sloFile('infinite'),
  twice: sloFile('twice'),
  endless: sloFile('endless').replace('query: total', 'query: endless'),
  long: sloFile('long'),
};

const refOf = (name: string) => `component:default/${name}`;

const entities = Object.keys(files).map(
  (name): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `url:https://git.acme.example/acme/${name}/src/branch/main/catalog-info.yaml`,
        'atrium.dev/slo': './slo.yaml',
      },
    },
  }),
);

/** Series by the query, with the same value in each of the last minutes. */
const series: Record<string, string[]> = {
  good: ['99'],
  total: ['100'],
  nan: ['NaN'],
  infinite: ['+Inf'],
  twice: ['1', '2'],
  endless: ['1e20'],
};

describe('bad input', () => {
  const newest = Math.floor(Date.now() / 60_000) * 60;
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const prometheus = createServer((req, res) => {
    let body = '';
    req.on('data', chunk => {
      body += chunk;
    });
    req.on('end', () => {
      const asked = new URLSearchParams(body);
      const query = asked.get('query') ?? '';
      if (query === 'slow') {
        // Never answers.
        return;
      }
      if (query === 'broken') {
        res.statusCode = 400;
        res.end(
          '{"status":"error","errorType":"bad_data","error":"parse error"}',
        );
        return;
      }
      if (query === 'long') {
        res.statusCode = 400;
        res.end(
          JSON.stringify({
            status: 'error',
            errorType: 'bad_data',
            error: '😀'.repeat(200),
          }),
        );
        return;
      }
      const result = (series[query] ?? []).map(value => ({
        metric: {},
        // In order, however many minutes the test takes.
        values: Array.from({ length: MINUTES }, (_, index) => [
          newest - index * 60,
          value,
        ]).reverse(),
      }));
      res.end(
        JSON.stringify({
          status: 'success',
          data: { resultType: 'matrix', result },
        }),
      );
    });
  });

  afterAll(() => {
    prometheus.closeAllConnections();
    prometheus.close();
  });

  async function start() {
    prometheus.listen(0, '127.0.0.1');
    await once(prometheus, 'listening');
    const { port } = prometheus.address() as AddressInfo;
    const scheduler = mockServices.scheduler();
    const { server } = await startTestBackend({
      features: [
        sloPlugin,
        prometheusModule,
        catalogServiceMock.factory({ entities }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.database.factory({
          knex: await createTestDatabase(databases),
        }),
        mockServices.rootConfig.factory({
          data: {
            integrations: { gitea: [{ host: 'git.acme.example' }] },
            slo: {
              evaluation: { minimumEvents: 0 },
              prometheus: {
                sources: {
                  default: {
                    url: `http://127.0.0.1:${port}`,
                    timeout: { milliseconds: TIMEOUT_MS },
                  },
                },
              },
            },
          },
        }),
        mockServices.urlReader.mock({
          readUrl: async url => ({
            buffer: async () =>
              Buffer.from(files[url.split('/').at(4) ?? ''] ?? ''),
          }),
        }).factory,
      ],
    });
    const get = async (path: string) =>
      request(server)
        .get(`/api/slo${path}`)
        .set('authorization', mockCredentials.user.header());
    for (const task of ['definitions', 'collect', 'evaluation']) {
      await scheduler.triggerTask(`slo-${task}`);
    }
    return get;
  }

  it('is a clear error of the SLO it concerns, and of no other', async () => {
    const get = await start();
    const { body } = await get('/slos?limit=100');
    const slos = new Map<
      string,
      { sourceProblem?: string; objectives: object[] }
    >(
      body.items.map((slo: { entityRef: string; name: string }) => [
        `${slo.entityRef.split('/')[1]} ${slo.name}`,
        slo,
      ]),
    );

    // What is sound is measured in the same tick.
    for (const name of ['fine availability', 'perfect beside']) {
      expect(slos.get(name)).toMatchObject({
        state: 'ok',
        objectives: [{ good: 99 * MINUTES, total: 100 * MINUTES }],
      });
      expect(slos.get(name)?.sourceProblem).toBeUndefined();
    }

    // What its source cannot answer is not measured.
    const unanswered = {
      slow: "The good query: Prometheus 'default' did not answer in time",
      broken: "The good query: Prometheus 'default' answered 400: parse error",
      // Of 300 the last one would be half a character.
      long: `The good query: Prometheus 'default' answered 400: ${'😀'.repeat(
        132,
      )}`,
      endless:
        'Counted 100000000000000000000 events in a minute, which is more than can be kept',
      nan: 'The good query: The query gives NaN',
      infinite: 'The good query: The query gives +Inf',
      twice: 'The good query: The query gives 2 series where one is needed',
    };
    for (const [name, sourceProblem] of Object.entries(unanswered)) {
      expect(slos.get(`${name} availability`)).toMatchObject({
        state: 'no-data',
        sourceProblem,
      });
    }

    // What is no definition is none, and its file says why.
    const unread = {
      huge: 'The file has more than 1048576 bytes',
      bomb: 'YAML: the aliases expand to too much',
      loop: 'YAML: the alias *a contains itself',
      perfect: 'spec.objectives[0].target must be at least 0 and less than 1',
    };
    for (const [name, message] of Object.entries(unread)) {
      expect(slos.has(`${name} availability`)).toBe(false);
      const { body: definitions } = await get(
        `/definitions?entityRef=${refOf(name)}`,
      );
      expect(definitions.files[0].problems).toEqual([
        expect.objectContaining({ message: expect.stringContaining(message) }),
      ]);
    }
    expect(slos.size).toBe(9);
  });
});
