import type {
  CloudEvent,
  EventCountQuery,
} from '@atrium/plugin-delivery-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { freezeTime } from './__testUtils__/freezeTime';
import { openDatabase } from './__testUtils__/openDatabase';
import { sampleEvent } from './__testUtils__/sampleEvents';
import { startDelivery } from './__testUtils__/startDelivery';

const entityRef = 'component:default/payment-service';

/** A run that started on the day at a time and took so many seconds. */
function run(
  time: string,
  seconds: number,
  {
    outcome = 'success',
    pipeline = 'build',
    branch = 'main',
    startIsKnown = true,
  } = {},
): CloudEvent[] {
  const start = `2026-11-25T${time}:00.000Z`;
  const common = {
    subjectId: `${pipeline} ${time}`,
    atrium: { entityRef, branch },
  };
  const end = new Date(Date.parse(start) + seconds * 1_000).toISOString();
  return [
    ...(startIsKnown
      ? [
          sampleEvent('pipelinerun.started', start, {
            ...common,
            content: { pipelineName: pipeline },
          }),
        ]
      : []),
    sampleEvent('pipelinerun.finished', end, {
      ...common,
      content: { pipelineName: pipeline, outcome: outcome as 'success' },
    }),
  ];
}

function deployment(
  kind: 'deployed' | 'rolledback',
  time: string,
  { version = time, environment = 'production' } = {},
): CloudEvent {
  return sampleEvent(`service.${kind}`, `2026-11-25T${time}:10.000Z`, {
    subjectId: `payment-service/${environment}`,
    content: {
      environment: { id: environment },
      artifactId: `pkg:oci/payment-service@${version}`,
    },
    atrium: { entityRef },
  });
}

const runs = (
  key: string,
  more: Partial<Extract<EventCountQuery, { measure: 'runs' }>> = {},
) => ({ key, entityRef, measure: 'runs', ...more });

const deployments = (
  key: string,
  more: Partial<Extract<EventCountQuery, { measure: 'deployments' }>> = {},
) => ({
  key,
  entityRef,
  measure: 'deployments',
  environment: 'production',
  failsWithinMinutes: 60,
  ...more,
});

describe('counts of events by the minute', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    freezeTime();
    delivery = await startDelivery({ knex: await openDatabase(databases) });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await delivery.clear();
  });

  const day = { from: '2026-11-25T00:00:00Z', to: '2026-11-26T00:00:00Z' };

  function post(body: object, authorization = mockCredentials.user.header()) {
    return request(delivery.server)
      .post('/api/delivery/event-counts')
      .set('authorization', authorization)
      .send(body);
  }

  async function count(queries: object[], period = day) {
    const { body } = await post({ ...period, queries });
    return Object.fromEntries(
      body.items.map(
        (item: {
          key: string;
          minutes: { minute: string; count: number }[];
        }) => [
          item.key,
          item.minutes.map(one => `${one.minute.slice(11, 16)} ${one.count}`),
        ],
      ),
    );
  }

  it('have runs in the minute they finished in', async () => {
    await delivery.store(
      ...run('09:00', 119),
      ...run('09:01', 58, { pipeline: 'lint' }),
      ...run('10:00', 600, { outcome: 'failure' }),
      ...run('10:20', 30, { outcome: 'cancelled' }),
      ...run('10:30', 601, { branch: 'feature' }),
      ...run('11:00', 5, { startIsKnown: false }),
    );
    expect(
      await count([
        runs('all'),
        runs('good', { result: 'success' }),
        runs('bad', { result: 'failure' }),
        runs('quick', { maxDurationSeconds: 600 }),
        runs('build on main', { pipeline: 'build', branch: 'main' }),
      ]),
    ).toEqual({
      all: ['09:01 2', '10:10 1', '10:40 1', '11:00 1'],
      good: ['09:01 2', '10:40 1', '11:00 1'],
      bad: ['10:10 1'],
      // Who knows how long the last one took.
      quick: ['09:01 2', '10:10 1'],
      'build on main': ['09:01 1', '10:10 1', '11:00 1'],
    });
    expect(
      await count([runs('all')], {
        from: '2026-11-25T09:02:00Z',
        to: '2026-11-25T10:40:00Z',
      }),
    ).toEqual({ all: ['10:10 1'] });
  });

  it('have deployments once their result is known, from what led up to it', async () => {
    await delivery.store(
      deployment('deployed', '08:00', { version: '1' }),
      deployment('deployed', '09:30', { version: '2' }),
      deployment('rolledback', '09:50', { version: '1' }),
      // The same again, and one that is too young to judge.
      deployment('deployed', '10:15', { version: '1' }),
      deployment('deployed', '11:20', { version: '3' }),
      deployment('deployed', '09:40', { environment: 'staging' }),
    );
    const queries = [
      deployments('all'),
      deployments('good', { result: 'success' }),
      deployments('any tier', { environment: undefined, tier: 'staging' }),
    ];
    expect(await count(queries)).toEqual({
      all: ['09:00 1', '09:50 1'],
      good: ['09:00 1'],
      'any tier': ['10:40 1'],
    });
    await delivery.store(
      sampleEvent('incident.detected', '2026-11-25T08:20:00.000Z', {
        subjectId: 'incident',
        content: {
          environment: { id: 'production' },
          artifactId: 'pkg:oci/payment-service@1',
        },
        atrium: { entityRef },
      }),
    );
    expect(
      await count([
        deployments('bad', { result: 'failure' }),
        deployments('all bad', { result: 'failure', withIncidents: true }),
      ]),
    ).toEqual({ bad: ['09:50 1'], 'all bad': ['08:20 1', '09:50 1'] });
    // The deployments themselves are before this period.
    expect(
      await count(queries, {
        from: '2026-11-25T09:45:00Z',
        to: '2026-11-25T11:00:00Z',
      }),
    ).toEqual({ all: ['09:50 1'], good: [], 'any tier': ['10:40 1'] });
  });

  it('say since when anything is known, and leave out what one may not see', async () => {
    const queries = [
      deployments('mine'),
      { ...runs('hidden'), entityRef: 'component:default/hidden' },
    ];
    const unknown = await post({ ...day, queries });
    expect(unknown.body).toEqual({
      items: [{ key: 'mine', minutes: [] }],
      skipped: { count: 1, entityRefs: ['component:default/hidden'] },
    });
    await delivery.store(...run('07:15', 20));
    const known = await post(
      { ...day, queries },
      mockCredentials.service.header(),
    );
    expect(known.body).toEqual({
      items: [
        { key: 'mine', knownSince: '2026-11-25T07:15:00.000Z', minutes: [] },
      ],
      skipped: { count: 1, entityRefs: ['component:default/hidden'] },
    });
  });

  it.each([
    [{ ...day, queries: [] }],
    [{ ...day, to: day.from, queries: [runs('a')] }],
    [{ from: '2026-01-01T00:00:00Z', to: day.to, queries: [runs('a')] }],
    [{ ...day, queries: [{ ...runs('a'), environment: 'production' }] }],
    [{ ...day, queries: [{ ...deployments('a'), result: 'good' }] }],
    [{ ...day, queries: [{ ...runs('a'), entityRef: 'api:default/a' }] }],
  ])('refuse what makes no sense', async body => {
    expect((await post(body)).status).toBe(400);
  });

  it('are for whoever is signed in', async () => {
    const answer = await post(
      { ...day, queries: [runs('a')] },
      mockCredentials.none.header(),
    );
    expect(answer.status).toBe(401);
  });
});
