import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { openDatabase } from '../__testUtils__/openDatabase';
import { sampleEvent } from '../__testUtils__/sampleEvents';
import { sampleComponent, sampleIndex } from '../__testUtils__/sampleIndex';
import type { DeliveryEvent } from '../model/DeliveryEvent';
import { parseDeliveryEvent } from '../services/ingest/parseDeliveryEvent';
import { type EventCount, EventStore } from './EventStore';
import { PlaceStore } from './PlaceStore';

const receivedAt = new Date('2026-11-25T12:00:00Z');
const entityRef = 'component:default/payment-service';

const index = sampleIndex([
  sampleComponent(
    'payment-service',
    'https://github.com/acme/payment-service/blob/main/catalog-info.yaml',
  ),
]);

const atrium = { repository: 'acme/payment-service' };

/** Every kind of subject, with events that a careless merge would get wrong. */
const story: CloudEvent[] = [
  sampleEvent('pipelinerun.queued', '2026-11-25T10:00:00Z', {
    subjectId: 'run-1',
    content: { pipelineName: 'build' },
    atrium,
  }),
  sampleEvent('pipelinerun.started', '2026-11-25T10:00:05Z', {
    subjectId: 'run-1',
    content: { url: 'https://ci.acme.example/run-1' },
    atrium: { ...atrium, branch: 'main', commit: 'ABC123' },
  }),
  sampleEvent('pipelinerun.finished', '2026-11-25T10:01:05Z', {
    subjectId: 'run-1',
    content: { outcome: 'failure', errors: 'first answer' },
  }),
  // A second answer about the end: the later one counts.
  sampleEvent('pipelinerun.finished', '2026-11-25T10:02:05Z', {
    subjectId: 'run-1',
    content: { outcome: 'success' },
  }),
  sampleEvent('taskrun.finished', '2026-11-25T10:01:00Z', {
    subjectId: 'task-1',
    content: {
      taskName: 'test',
      pipelineRun: { id: 'run-1' },
      outcome: 'success',
    },
  }),
  sampleEvent('change.created', '2026-11-20T08:00:00Z', {
    subjectId: '7',
    content: {},
    atrium: { ...atrium, title: 'Old title', actor: 'priya' },
  }),
  sampleEvent('change.updated', '2026-11-21T08:00:00Z', {
    subjectId: '7',
    content: {},
    atrium: { title: 'New title' },
  }),
  sampleEvent('change.abandoned', '2026-11-22T08:00:00Z', {
    subjectId: '7',
    content: {},
  }),
  // Opened again.
  sampleEvent('change.created', '2026-11-23T08:00:00Z', {
    subjectId: '7',
    content: {},
  }),
  sampleEvent('incident.detected', '2026-11-25T11:00:00Z', {
    subjectId: 'inc-1',
    content: { environment: { id: 'production' } },
    atrium,
  }),
  sampleEvent('incident.resolved', '2026-11-25T11:30:00Z', {
    subjectId: 'inc-1',
    content: { environment: { id: 'production' } },
  }),
  sampleEvent('ticket.created', '2026-11-25T09:00:00Z', {
    subjectId: '12',
    content: { summary: 'Help', labels: ['access', 'urgent'] },
    atrium,
  }),
  sampleEvent('ticket.closed', '2026-11-25T09:40:00Z', {
    subjectId: '12',
    content: { resolution: 'completed', uri: 'https://t.acme.example/12' },
  }),
  sampleEvent('artifact.packaged', '2026-11-25T10:02:00Z', {
    subjectId: 'pkg:oci/payment-service@sha256%3Aaa?tag=1.4.0',
    content: { change: { id: 'ABC123', source: 'acme/payment-service' } },
  }),
  sampleEvent('service.deployed', '2026-11-25T10:10:00Z', {
    subjectId: 'payment-service',
    content: {
      environment: { id: 'production' },
      artifactId: 'pkg:oci/payment-service@sha256%3Aaa?tag=1.4.0',
    },
    atrium,
  }),
];

const parse = (event: CloudEvent) =>
  parseDeliveryEvent(event, receivedAt.getTime());

describe('EventStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: EventStore;
  let places: PlaceStore;

  beforeAll(async () => {
    knex = await openDatabase(databases);
    store = new EventStore({
      knex,
      environments: {},
      mainBranches: ['main'],
      notifiesOfMainBranch: false,
    });
    places = new PlaceStore({ knex, mainBranches: [] });
  });

  async function clear() {
    await knex.raw(
      `TRUNCATE events, event_counts, event_refusals, runs, task_runs, changes,
       artifacts, incidents, tickets, deployments, dora_entities`,
    );
  }

  beforeEach(clear);

  /** Everything that the events made, without what depends on how often. */
  async function readState() {
    const state: Record<string, unknown[]> = {};
    for (const table of [
      'runs',
      'task_runs',
      'changes',
      'artifacts',
      'incidents',
      'tickets',
      'deployments',
    ]) {
      const rows = await knex(table).select().orderBy('id');
      state[table] = rows.map(({ revision, ...row }) => row);
    }
    return state;
  }

  /** One event per key, as the caller promises. */
  async function storeAll(events: DeliveryEvent[]) {
    const byKey = new Map(events.map(event => [event.key, event]));
    return store.store([...byKey.values()], {
      index,
      receivedAt,
      count: () => [],
    });
  }

  it('merges the events of a subject', async () => {
    const { accepted, changed } = await storeAll(story.map(parse));
    expect(accepted.size).toBe(story.length);
    expect(changed.get(entityRef)).toEqual(
      new Set(['deployment', 'run', 'change', 'incident', 'ticket']),
    );

    expect(await readState()).toMatchObject({
      runs: [
        {
          run_id: 'run-1',
          entity_ref: entityRef,
          pipeline: 'build',
          branch: 'main',
          commit: 'abc123',
          url: 'https://ci.acme.example/run-1',
          queued_at: new Date('2026-11-25T10:00:00Z'),
          started_at: new Date('2026-11-25T10:00:05Z'),
          finished_at: new Date('2026-11-25T10:02:05Z'),
          at: new Date('2026-11-25T10:00:05Z'),
          outcome: 'success',
          status: 'finished',
        },
      ],
      task_runs: [{ task: 'test', status: 'finished', outcome: 'success' }],
      changes: [
        {
          title: 'New title',
          actor: 'priya',
          state: 'open',
          created_at: new Date('2026-11-20T08:00:00Z'),
          merged_at: null,
        },
      ],
      incidents: [{ state: 'resolved', environment: 'production' }],
      tickets: [
        { state: 'closed', title: 'Help', labels: ['access', 'urgent'] },
      ],
      artifacts: [
        {
          artifact_id: 'pkg:oci/payment-service@sha256%3Aaa',
          version: '1.4.0',
          commit: 'abc123',
        },
      ],
      deployments: [
        {
          entity_ref: entityRef,
          environment: 'production',
          kind: 'deployed',
          version: '1.4.0',
          artifact_id: 'pkg:oci/payment-service@sha256%3Aaa',
        },
      ],
    });
    const [task] = await knex('task_runs').select('run_key');
    const [run] = await knex('runs').select('id');
    expect(task.run_key).toBe(run.id);
    expect(await knex('environments').select()).toEqual([
      { name: 'production', tier: 'production' },
    ]);
  });

  it('comes to the same state in any order, in any batches, with repetitions', async () => {
    await storeAll(story.map(parse));
    const expected = await readState();

    const deliveries = fc
      .tuple(
        fc.shuffledSubarray(story, {
          minLength: story.length,
          maxLength: story.length,
        }),
        fc.array(fc.constantFrom(...story), { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([shuffled, repeated, batchSize]) => ({
        events: [...shuffled, ...repeated].map(parse),
        batchSize,
      }));
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ events, batchSize }) => {
        await clear();
        for (let start = 0; start < events.length; start += batchSize) {
          await storeAll(events.slice(start, start + batchSize));
        }
        expect(await readState()).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('loses nothing when many write the same subjects at once', async () => {
    await storeAll(story.map(parse));
    const expected = await readState();
    await clear();

    const results = await Promise.all(
      [...story, ...story].map(event => storeAll([parse(event)])),
    );

    expect(await readState()).toEqual(expected);
    const accepted = results.reduce((sum, one) => sum + one.accepted.size, 0);
    expect(accepted).toBe(story.length);
  });

  it('knows an event again that came in an earlier month', async () => {
    const event = parse(story[0]);
    await store.store([event], { index, receivedAt, count: () => [] });
    const later = new Date('2026-12-25T12:00:00Z');

    const { accepted } = await store.store([event], {
      index,
      receivedAt: later,
      count: () => [],
    });

    expect(accepted.size).toBe(0);
  });

  it('counts again for whoever deployed an artifact whose commit comes to be known', async () => {
    const readRevisions = () =>
      knex('dora_entities').select('entity_ref', 'revision');
    const artifactEvent = story.filter(({ type }) => type.includes('artifact'));
    const deployment = story.filter(({ type }) => type.includes('service'));
    await storeAll(deployment.map(parse));
    expect(await readRevisions()).toEqual([
      { entity_ref: entityRef, revision: '1' },
    ]);

    await storeAll(artifactEvent.map(parse));

    expect(await readRevisions()).toEqual([
      { entity_ref: entityRef, revision: '2' },
    ]);
  });

  it('keeps what belongs to nobody, and assigns it once somebody claims it', async () => {
    const nobody = sampleIndex();
    await store.store(story.map(parse), {
      index: nobody,
      receivedAt,
      count: () => [],
    });
    expect(await knex('runs').select('entity_ref')).toEqual([
      { entity_ref: null },
    ]);

    const unresolved = await places.listUnresolved();
    expect(unresolved).toEqual([
      { repository: 'acme/payment-service', service: undefined, subjects: 5 },
      {
        repository: 'acme/payment-service',
        service: 'payment-service',
        subjects: 1,
      },
    ]);
    const changed = await places.resolve(
      unresolved.map(place => ({ place, entityRef })),
    );

    expect(changed).toEqual(
      new Map([
        [
          entityRef,
          new Set(['run', 'change', 'deployment', 'incident', 'ticket']),
        ],
      ]),
    );
    expect(await places.listUnresolved()).toEqual([]);
    expect(await knex('dora_entities').select('entity_ref')).toEqual([
      { entity_ref: entityRef },
    ]);
  });

  it('counts, and remembers refusals', async () => {
    const count = {
      source: 'https://ci.acme.example',
      type: 'dev.cdevents.build.queued.0.2.0',
      isKnown: false,
      accepted: 2,
      duplicates: 1,
      refused: 0,
      lastAt: '2026-11-25T12:00:00.000Z',
    };
    const add = (one: EventCount) =>
      store.store([], { index, receivedAt, count: () => [one] });
    await add(count);
    await add({ ...count, lastAt: '2026-11-25T11:00:00.000Z' });
    expect(await store.listCounts()).toEqual([
      { ...count, accepted: 4, duplicates: 2 },
    ]);

    const at = new Date('2026-11-25T12:00:00Z');
    await store.refuse([{ id: 'a', reason: 'no source' }], at);
    await store.refuse([{ source: 's', reason: 'no id' }], at);
    expect(await store.listRefusals()).toEqual([
      { at: at.toISOString(), source: 's', reason: 'no id' },
      { at: at.toISOString(), id: 'a', reason: 'no source' },
    ]);
  });
});
