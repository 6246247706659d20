import { freezeTime } from '@atrium/backend-common/testUtils';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openDatabase } from '../__testUtils__/openDatabase';
import { sampleEvent } from '../__testUtils__/sampleEvents';
import { sampleIndex } from '../__testUtils__/sampleIndex';
import { sampleRun } from '../__testUtils__/sampleRun';
import { parseDeliveryEvent } from '../services/ingest/parseDeliveryEvent';
import { ComponentStore } from './ComponentStore';
import { EventStore } from './EventStore';

const [a, b, c] = ['a', 'b', 'c'].map(name => `component:default/${name}`);
const receivedAt = new Date('2026-11-25T12:00:00Z');

const lifecycles = new Map([
  [a, 'production'],
  [b, 'production'],
  [c, undefined],
]);

describe('ComponentStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: ComponentStore;

  beforeAll(async () => {
    freezeTime(receivedAt);
    knex = await openDatabase(databases);
    store = new ComponentStore({ knex, mainBranches: ['main'] });
  });

  beforeEach(async () => {
    await knex.raw('TRUNCATE events, runs, incidents, components');
  });

  afterAll(() => jest.useRealTimers());

  async function tell(...events: CloudEvent[]) {
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

  it('judges components by the newest finished run of each pipeline on a main branch', async () => {
    await tell(
      // Failed, and is being built again.
      ...sampleRun(a, '2026-11-20T10:00:00Z', { outcome: 'success' }),
      ...sampleRun(a, '2026-11-20T11:00:00Z', { outcome: 'failure' }),
      ...sampleRun(a, '2026-11-25T11:59:00Z'),
      // The failure is on another branch, or was cancelled, or is repaired.
      ...sampleRun(b, '2026-11-20T10:00:00Z', { outcome: 'failure' }),
      ...sampleRun(b, '2026-11-20T11:00:00Z', { outcome: 'success' }),
      ...sampleRun(b, '2026-11-20T12:00:00Z', { outcome: 'cancelled' }),
      ...sampleRun(b, '2026-11-20T13:00:00Z', {
        outcome: 'failure',
        branch: 'x',
      }),
      // Never came to an end.
      ...sampleRun(b, '2026-11-01T13:00:00Z', { pipeline: 'nightly' }),
      sampleEvent('incident.detected', '2026-11-20T10:00:00Z', {
        subjectId: '1',
        content: { environment: { id: 'production' } },
        atrium: { entityRef: b },
      }),
      sampleEvent('incident.detected', '2026-11-20T10:00:00Z', {
        subjectId: '2',
        content: { environment: { id: 'staging' } },
        atrium: { entityRef: b },
      }),
    );
    // The events were there before the components.
    await store.sync(lifecycles);
    expect(
      await knex('components')
        .select(
          'entity_ref',
          'open_incidents',
          'failed_pipelines',
          'running_pipelines',
          'pipelines',
        )
        .orderBy('entity_ref'),
    ).toEqual([
      {
        entity_ref: a,
        open_incidents: 0,
        failed_pipelines: 1,
        running_pipelines: 1,
        pipelines: 1,
      },
      {
        entity_ref: b,
        open_incidents: 1,
        failed_pipelines: 0,
        running_pipelines: 0,
        pipelines: 2,
      },
      {
        entity_ref: c,
        open_incidents: 0,
        failed_pipelines: 0,
        running_pipelines: 0,
        pipelines: 0,
      },
    ]);
    const all = { all: true } as const;
    const first = await store.listStandings({ components: all, limit: 2 });
    expect(first).toMatchObject({
      items: [
        { entityRef: b, status: 'incident', openIncidents: 1 },
        { entityRef: a, status: 'failed', openIncidents: 0 },
      ],
      totalItems: 3,
    });
    expect(
      await store.listStandings({
        components: all,
        limit: 2,
        cursor: first.nextCursor,
      }),
    ).toEqual({
      items: [{ entityRef: c, status: 'unknown', openIncidents: 0 }],
      totalItems: 3,
      nextCursor: undefined,
    });
    expect(
      await store.listStandings({ components: [c, a], limit: 2 }),
    ).toMatchObject({
      items: [{ entityRef: a }, { entityRef: c }],
      totalItems: 2,
    });
  });

  it('notes at once how a component stands after an event', async () => {
    await store.sync(lifecycles);
    const statusOf = async (ref: string) =>
      (await store.listStandings({ components: [ref], limit: 1 })).items[0]
        .status;
    await tell(...sampleRun(a, '2026-11-25T11:00:00Z', { outcome: 'failure' }));
    expect(await statusOf(a)).toBe('failed');
    await tell(...sampleRun(a, '2026-11-25T11:30:00Z', { outcome: 'success' }));
    expect(await statusOf(a)).toBe('passed');
    await tell(...sampleRun(a, '2026-11-25T11:59:00Z'));
    expect(await statusOf(a)).toBe('running');
    // Whatever has been running for more than a day has lost its end.
    jest.setSystemTime(new Date('2026-11-26T12:00:00Z'));
    await store.sync(lifecycles);
    expect(await statusOf(a)).toBe('passed');
    jest.setSystemTime(receivedAt);
  });

  it('follows the catalog, except into what it has not said yet', async () => {
    await store.sync(lifecycles);
    expect(
      await store.listRefs({ all: true, lifecycle: 'production' }),
    ).toEqual([a, b]);
    await store.sync(new Map([[b, 'deprecated']]));
    expect(await store.listRefs({ all: true })).toEqual([b]);
    expect(await store.listRefs([a, b], 'deprecated')).toEqual([b]);
    await store.sync(new Map());
    expect(await store.listRefs({ all: true })).toEqual([b]);
  });
});
