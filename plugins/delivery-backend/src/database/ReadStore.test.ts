import { freezeTime } from '@atrium/backend-common/testUtils';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openDatabase } from '../__testUtils__/openDatabase';
import { sampleEvent } from '../__testUtils__/sampleEvents';
import { sampleIndex } from '../__testUtils__/sampleIndex';
import { sampleRun } from '../__testUtils__/sampleRun';
import { parseDeliveryEvent } from '../services/ingest/parseDeliveryEvent';
import { EventStore } from './EventStore';
import { ReadStore } from './ReadStore';
import { updateEnvironmentTiers } from './updateEnvironmentTiers';

const [a, b, c] = ['a', 'b', 'c'].map(name => `component:default/${name}`);
const receivedAt = new Date('2026-11-25T12:00:00Z');

function deployed(
  entityRef: string,
  environment: string,
  time: string,
  service = entityRef,
) {
  return sampleEvent('service.deployed', time, {
    subjectId: service,
    content: { environment: { id: environment }, artifactId: time },
    atrium: { entityRef },
  });
}

describe('ReadStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: ReadStore;

  beforeAll(async () => {
    freezeTime(receivedAt);
    knex = await openDatabase(databases);
    store = new ReadStore({ knex, mainBranches: ['main'] });
  });

  afterAll(() => jest.useRealTimers());

  async function tell(...events: CloudEvent[]) {
    await knex.raw('TRUNCATE events, runs, incidents, deployments');
    const writer = new EventStore({
      knex,
      environments: {},
      mainBranches: ['main'],
      notifiesOfMainBranch: false,
    });
    await writer.store(
      events.map(event => parseDeliveryEvent(event, receivedAt.getTime())),
      { index: sampleIndex(), receivedAt, count: () => [] },
    );
  }

  it('reads the newest of several entities, page by page', async () => {
    await tell(
      ...sampleRun(a, '2026-11-20T10:00:00Z'),
      ...sampleRun(b, '2026-11-20T11:00:00Z'),
      ...sampleRun(a, '2026-11-20T12:00:00Z'),
      ...sampleRun(c, '2026-11-20T13:00:00Z'),
      ...sampleRun(b, '2026-11-20T14:00:00Z'),
    );
    const starts: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.listRuns({
        components: [a, b],
        limit: 3,
        cursor,
      });
      expect(page.totalItems).toBe(4);
      starts.push(page.items.map(({ startedAt }) => startedAt?.slice(11, 13)));
      cursor = page.nextCursor;
    } while (cursor);
    expect(starts).toEqual([['14', '12', '11'], ['10']]);
    expect(await store.listRuns({ components: [], limit: 3 })).toEqual({
      items: [],
      totalItems: 0,
    });
    await expect(
      store.listRuns({ components: [a], limit: 3, filters: { id: 'x' } }),
    ).rejects.toThrow("no filter 'id'");
  });

  it('reads what is newest: a run of each pipeline, a deployment in each environment', async () => {
    await tell(
      ...sampleRun(a, '2026-11-20T10:00:00Z', { pipeline: 'deploy' }),
      ...sampleRun(a, '2026-11-20T11:00:00Z'),
      ...sampleRun(a, '2026-11-20T12:00:00Z'),
      ...sampleRun(a, '2026-11-20T13:00:00Z', { branch: 'feature' }),
      deployed(a, 'staging', '2026-11-20T10:00:00Z'),
      deployed(a, 'staging', '2026-11-20T12:00:00Z'),
      deployed(a, 'production', '2026-11-20T11:00:00Z'),
      deployed(b, 'mars', '2026-11-20T11:00:00Z'),
    );
    const newest = await store.readNewest([a, c]);
    expect(newest.get(a)).toMatchObject({
      runs: [
        { pipeline: 'build', startedAt: '2026-11-20T12:00:00.000Z' },
        { pipeline: 'deploy' },
      ],
      lastDeployment: {
        environment: 'staging',
        at: '2026-11-20T12:00:00.000Z',
      },
      lastProductionDeployment: { environment: 'production' },
    });
    expect(newest.get(c)).toEqual({
      runs: [],
      lastDeployment: undefined,
      lastProductionDeployment: undefined,
    });

    const tierOfMars = async () => {
      const environments = await store.readEnvironments([b]);
      return environments.get(b)?.map(({ deployment }) => deployment.tier);
    };
    expect(await tierOfMars()).toEqual(['other']);
    await updateEnvironmentTiers(knex, { mars: 'production' });
    expect(await tierOfMars()).toEqual(['production']);
    const filters = { tier: 'production' };
    const page = await store.listDeployments({
      components: [a, b],
      limit: 10,
      filters,
    });
    expect(page.items.map(({ environment }) => environment).sort()).toEqual([
      'mars',
      'production',
    ]);
  });

  it('reads what is newest of each of several services', async () => {
    await tell(
      deployed(a, 'production', '2026-11-20T10:00:00Z', 'api'),
      deployed(a, 'production', '2026-11-20T11:00:00Z', 'api'),
      deployed(a, 'production', '2026-11-20T12:00:00Z', 'worker'),
      deployed(a, 'production', '2026-11-20T13:00:00Z', 'worker'),
      deployed(a, 'staging', '2026-11-20T14:00:00Z', 'worker'),
      // Names that would run into each other if they were one text.
      deployed(b, 'staging', '2026-11-20T10:00:00Z', 'b api'),
      deployed(b, 'staging b', '2026-11-20T12:30:00Z', 'api'),
    );
    const environments = await store.readEnvironments([a, b, c]);
    const placesOf = (entityRef: string) =>
      environments
        .get(entityRef)
        ?.map(({ deployment }) => [
          deployment.environment,
          deployment.service,
          deployment.at.slice(11, 13),
        ]);
    expect(placesOf(a)).toEqual([
      ['staging', 'worker', '14'],
      ['production', 'worker', '13'],
      ['production', 'api', '11'],
    ]);
    expect(placesOf(b)).toEqual([
      ['staging b', 'api', '12'],
      ['staging', 'b api', '10'],
    ]);
    expect(placesOf(c)).toBeUndefined();
    const newest = await store.readNewest([a, b]);
    expect(newest.get(a)).toMatchObject({
      lastDeployment: { environment: 'staging', service: 'worker' },
      lastProductionDeployment: { service: 'worker' },
      productionDeployments: [
        { service: 'api', at: '2026-11-20T11:00:00.000Z' },
        { service: 'worker', at: '2026-11-20T13:00:00.000Z' },
      ],
    });
    expect(newest.get(b)?.productionDeployments).toBeUndefined();
  });

  it('follows pipelines week by week, and finds results that depend on luck', async () => {
    await tell(
      // Monday the 2nd to Sunday the 8th.
      ...sampleRun(a, '2026-11-02T00:00:00Z', {
        outcome: 'failure',
        commit: '1',
        seconds: 10,
      }),
      ...sampleRun(a, '2026-11-03T00:00:00Z', {
        outcome: 'success',
        commit: '1',
        seconds: 20,
      }),
      ...sampleRun(a, '2026-11-08T23:59:59Z', {
        outcome: 'success',
        commit: '2',
        seconds: 40,
      }),
      ...sampleRun(a, '2026-11-04T00:00:00Z', {
        outcome: 'cancelled',
        commit: '3',
      }),
      ...sampleRun(a, '2026-11-04T01:00:00Z', { commit: '4' }),
      ...sampleRun(a, '2026-11-09T00:00:00Z', {
        outcome: 'failure',
        commit: '2',
        seconds: 60,
      }),
      ...sampleRun(a, '2026-11-03T00:00:00Z', {
        pipeline: 'deploy',
        outcome: 'success',
      }),
    );
    const period = { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' };
    const [build, ...others] = await store.getRunTrends({
      ...period,
      entityRef: a,
    });
    expect(others.map(({ pipeline }) => pipeline)).toEqual(['deploy']);
    expect(build).toEqual({
      entityRef: a,
      pipeline: 'build',
      weeks: [
        {
          weekStart: '2026-11-02',
          runs: 3,
          failedRuns: 1,
          flakyCommits: 1,
          commits: 2,
          durationP50Seconds: 20,
          durationP90Seconds: 36,
        },
        {
          weekStart: '2026-11-09',
          runs: 1,
          failedRuns: 1,
          flakyCommits: 0,
          commits: 1,
          durationP50Seconds: 60,
          durationP90Seconds: 60,
        },
      ],
    });
    expect(
      await store.getRunTrends({ ...period, entityRef: a, branch: 'other' }),
    ).toEqual([]);
  });
});
