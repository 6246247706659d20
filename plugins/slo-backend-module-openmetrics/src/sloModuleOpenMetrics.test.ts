import { freezeTime } from '@atrium/backend-common/testUtils';
import {
  type SloCollectQuery,
  type SloSource,
  sloSourcesExtensionPoint,
} from '@atrium/plugin-slo-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  registerMswTestHooks,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { sloModuleOpenMetrics } from './module';

const server = setupServer();
registerMswTestHooks(server);
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const url = 'http://cart.prod.example/metrics';
const openMetrics = {
  'content-type': 'application/openmetrics-text; version=1.0.0',
};
const startMs = Date.parse('2026-11-25T12:00:00Z');
const all = {
  from: '2026-11-25T11:00:00.000Z',
  to: '2026-11-25T13:00:00.000Z',
};
const { signal } = new AbortController();

function query(
  key: string,
  part: SloCollectQuery['part'],
  text: string,
): SloCollectQuery {
  return {
    key,
    entityRef: 'component:default/cart',
    part,
    isCounter: part !== 'threshold',
    query: {
      sourceType: 'openmetrics',
      sourceOrigin: 'default',
      spec: { service: 'cart', query: text },
    },
  };
}

const queries = [
  query('good', 'good', 'requests_total{code!~"5.."}'),
  query('total', 'total', 'requests_total'),
  query('fast', 'good', 'duration_seconds_bucket{le="0.3"}'),
  query('age', 'threshold', 'index_age_seconds'),
  query('none', 'total', 'other_total'),
  query('bad', 'total', 'sum(requests_total)'),
];

/** What the service shows when it has had so many requests. */
function exposition(requests: number, failed: number, age = 10): string {
  return [
    '# TYPE requests counter',
    `requests_total{code="200"} ${requests - failed}`,
    `requests_total{code="502"} ${failed}`,
    '# TYPE duration_seconds histogram',
    `duration_seconds_bucket{le="0.3"} ${requests}`,
    `duration_seconds_bucket{le="+Inf"} ${requests}`,
    `index_age_seconds ${age}`,
    '# EOF',
    '',
  ].join('\n');
}

/** A replica of the backend on a database, whose scrapes are run by hand. */
async function startReplica(knex: Knex) {
  const sources: SloSource[] = [];
  const tasks = new Map<string, (signal: AbortSignal) => Promise<void>>();
  const backend = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'slo',
        register(reg) {
          reg.registerExtensionPoint(sloSourcesExtensionPoint, {
            addSource: source => sources.push(source),
          });
          reg.registerInit({
            deps: { logger: coreServices.logger },
            async init() {},
          });
        },
      }),
      sloModuleOpenMetrics,
      mockServices.database.mock({ getClient: async () => knex }).factory,
      mockServices.scheduler.mock({
        scheduleTask: async task => {
          tasks.set(task.id, async abort => {
            await task.fn(abort);
          });
          expect(task.scope).toBe('global');
        },
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          slo: {
            openmetrics: {
              maxBytes: 10_000,
              endpoints: {
                prod: { url: 'http://{service}.prod.example/metrics' },
              },
            },
          },
        },
      }),
    ],
  });
  const [source] = sources;
  if (!source) {
    throw new Error('The module added no source');
  }
  return {
    source,
    scrape: () => tasks.get('slo-openmetrics-scrape')?.(signal),
    clean: () => tasks.get('slo-openmetrics-retention')?.(signal),
    read: async (key: string) => {
      const answers = await source.collect({ queries, ...all }, { signal });
      const { minutes = [], problem } = answers.get(key) ?? {};
      return {
        minutes: minutes.map(({ minute, value }) => [
          minute.slice(11, 16),
          value,
        ]),
        ...(problem && { problem }),
      };
    },
    stop: () => backend.stop(),
  };
}

function at(seconds: number, answer: () => Response) {
  jest.setSystemTime(startMs + seconds * 1_000);
  server.use(http.get(url, answer));
}

function shows(text: string) {
  return () => new HttpResponse(text, { headers: openMetrics });
}

describe('the module openmetrics', () => {
  beforeEach(() => {
    freezeTime(new Date(startMs));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('counts whole minutes over a restart, once for all replicas', async () => {
    const knex = await databases.init('POSTGRES_18');
    const first = await startReplica(knex);
    for (const { key, query: asked, part } of queries) {
      expect(
        first.source.validate(asked, part, { isCounter: true }),
      ).toHaveLength(key === 'bad' ? 1 : 0);
      // Left out, \`counter\` is false, which would add up what only grows.
      expect(
        first.source.validate(asked, part, { isCounter: false }),
      ).toHaveLength(key === 'age' ? 0 : 1);
    }
    expect(await first.read('total')).toEqual({ minutes: [] });

    at(0, shows(exposition(1_000, 10)));
    await first.scrape();
    at(20, shows(exposition(1_060, 12)));
    await first.scrape();
    await first.stop();

    // Both replicas come at the same time, from the same state.
    const second = await startReplica(knex);
    const third = await startReplica(knex);
    at(40, shows(exposition(1_100, 14)));
    await Promise.all([second.scrape(), third.scrape()]);
    at(65, shows(exposition(1_150, 19)));
    await second.scrape();

    // 60 + 40, and 40 of the 50 that came within 20 of 25 seconds.
    expect(await third.read('total')).toEqual({ minutes: [['12:00', 140]] });
    expect(await third.read('good')).toEqual({ minutes: [['12:00', 132]] });
    expect(await third.read('fast')).toEqual({ minutes: [['12:00', 140]] });
    expect(await third.read('age')).toEqual({
      minutes: [
        ['12:00', 10],
        ['12:01', 10],
      ],
    });
    expect(await third.read('none')).toEqual({
      minutes: [],
      problem: "There is no series that 'other_total' chooses",
    });
    expect(await third.read('bad')).toEqual({
      minutes: [],
      problem: expect.stringContaining('is not a selector'),
    });

    // The service restarts: it counts from zero again.
    at(90, shows(exposition(30, 1)));
    await second.scrape();
    at(120, shows(exposition(50, 1)));
    await second.scrape();
    expect(await second.read('total')).toEqual({
      minutes: [
        ['12:00', 140],
        ['12:01', 60],
      ],
    });

    // A day later nobody asks any more.
    jest.setSystemTime(startMs + 26 * 3_600_000);
    await second.clean();
    expect(await knex('openmetrics_minutes')).toEqual([]);
    expect(await knex('openmetrics_endpoints')).toEqual([]);
    await second.stop();
    await third.stop();
  });

  it('counts nothing where several replicas answer, and says so', async () => {
    const knex = await databases.init('POSTGRES_18');
    const { read, scrape, stop } = await startReplica(knex);
    await read('total');
    const pod = (startedAt: string, requests: number) =>
      shows(
        `process_start_time_seconds ${Date.parse(startedAt) / 1_000}\n` +
          `requests_total{code="200"} ${requests}\n# EOF\n`,
      );
    const older = (requests: number) => pod('2026-11-24T08:00:00Z', requests);
    const younger = (requests: number) => pod('2026-11-25T09:00:00Z', requests);
    const answers = [
      older(50_000),
      younger(48_000),
      younger(48_010),
      younger(48_020),
      younger(48_030),
      older(50_100),
    ];
    const readings: object[] = [];
    for (const [index, answer] of answers.entries()) {
      at(index * 15, answer);
      await scrape();
      readings.push(await read('total'));
    }
    expect(readings).toEqual([
      { minutes: [] },
      ...Array.from({ length: 5 }, () => ({
        minutes: [],
        problem: expect.stringContaining('Several processes answer'),
      })),
    ]);
    await stop();
  });

  it('saves several endpoints together, and spares them what one shows', async () => {
    const knex = await databases.init('POSTGRES_18');
    const { source, scrape, stop } = await startReplica(knex);
    const services = ['cart', 'odd', 'orders', 'search'];
    const asked = services.map(service => {
      const { query: total, ...rest } = query(
        service,
        'total',
        'requests_total',
      );
      return { ...rest, query: { ...total, spec: { ...total.spec, service } } };
    });
    const read = () => source.collect({ queries: asked, ...all }, { signal });
    const show = (seconds: number, { odd = '', status = 503 } = {}) => {
      jest.setSystemTime(startMs + seconds * 1_000);
      const counted = `requests_total ${seconds}\n# EOF\n`;
      const answers: Record<string, () => Response> = {
        odd: shows(odd + counted),
        search: () => new HttpResponse(undefined, { status }),
      };
      server.use(
        ...services.map(service =>
          http.get(
            `http://${service}.prod.example/metrics`,
            answers[service] ?? shows(counted),
          ),
        ),
      );
    };
    await read();
    show(0);
    await scrape();
    const saves: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/openmetrics_minutes|SET problem/.test(sql)) {
        saves.push(sql);
      }
    });
    show(30);
    await scrape();
    // What was counted, and what is wrong with the last one.
    expect(saves).toHaveLength(2);

    // It is quoted in the problem, and PostgreSQL keeps no such character.
    show(70, { odd: '\0\n', status: 500 });
    await expect(scrape()).rejects.toThrow('Unicode');
    const answers = await read();
    expect(
      services.map(service =>
        answers.get(service)?.minutes.map(one => one.value),
      ),
    ).toEqual([[60], [], [60], []]);
    expect(answers.get('search')?.problem).toContain('answered 500');
    await stop();
  });

  it('says why there is a gap, and fills none', async () => {
    const knex = await databases.init('POSTGRES_18');
    const { read, scrape, stop } = await startReplica(knex);
    await read('total');
    at(0, shows(exposition(1_000, 10)));
    await scrape();

    const answers: [() => Response, string][] = [
      [() => new HttpResponse(undefined, { status: 503 }), 'answered 503'],
      [() => HttpResponse.redirect('http://169.254.169.254/'), 'answered 302'],
      [() => HttpResponse.error(), url],
      [shows('requests_total 1\n'), 'cut off'],
      [shows('x'.repeat(10_001)), 'more than 10000 bytes'],
      [shows('requests_total{ 1\n# EOF'), 'Line 1 is not a sample'],
    ];
    for (const [index, [answer, problem]] of answers.entries()) {
      at(15 + index * 15, answer);
      await scrape();
      expect(await read('total')).toEqual({
        minutes: [],
        problem: expect.stringContaining(problem),
      });
    }
    at(110, shows(exposition(9_000, 10)));
    await scrape();
    at(150, shows(exposition(9_100, 10)));
    await scrape();
    at(180, shows(exposition(9_200, 10)));
    await scrape();
    expect(await read('total')).toEqual({ minutes: [['12:02', 175]] });
    await stop();
  });
});
