import { resourceDefinitionSchema } from '@atrium/plugin-provisioning-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { MemoryProvider } from '../__testUtils__/MemoryProvider';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { sampleRequest, sampleResource } from '../__testUtils__/sampleResource';
import { INSTALLATION_ID, openEngine } from '../__testUtils__/startEngine';
import { deleteExpired } from '../database/deleteExpired';
import { createTasks } from './createTasks';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const lease = { days: 30, defaultDays: 30, maximumDays: 90, graceDays: 7 };

const entity = (kind: string, name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
  spec: {},
});

describe('what provisioning does by time', () => {
  const databases = TestDatabases.create();
  let knex: Knex;
  let provider: MemoryProvider;
  let engine: ReturnType<typeof openEngine>;
  let notifications: NotificationSendOptions[];
  let isDown: boolean;
  let tasks: ReturnType<typeof createTasks>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
  });

  beforeEach(async () => {
    await knex.raw('TRUNCATE resources, leftovers, messages CASCADE');
    provider = new MemoryProvider();
    engine = openEngine(knex, [provider]);
    await engine.worker.start();
    notifications = [];
    isDown = false;
    tasks = createTasks({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          entity('Component', 'payment-service'),
          entity('Group', 'team-payments'),
        ],
      }),
      config: {
        drift: { maximumAgeMs: 15 * MINUTE_MS, concurrency: 10 },
        leftovers: { frequencyMs: 30 * MINUTE_MS },
        retention: {
          deletedMs: DAY_MS,
          timelineMs: DAY_MS,
          idempotencyKeysMs: DAY_MS,
        },
      },
      drivers: engine.registry,
      engine,
      installationId: INSTALLATION_ID,
      knex,
      lifecycle: mockServices.lifecycle.mock(),
      logger: mockServices.logger.mock(),
      metrics: metricsServiceMock.mock(),
      notifications: {
        async send(notification) {
          if (isDown) {
            throw new Error('Nobody is at home');
          }
          notifications.push(notification);
        },
      },
      scheduler: { async triggerTask() {} },
      stores: engine.stores,
    });
  });

  afterEach(async () => {
    await engine.worker.stop();
  });

  /** Lets so many days pass for a lease: its end is moved instead of the clock. */
  const setDaysLeft = (id: string, days: number) =>
    knex('resources')
      .where({ id })
      .update({
        lease_ends_at: knex.raw(`now() + ? * interval '1 day'`, [days]),
      });

  /** Has a lease be over for so many days, and access taken away for as long. */
  const setDaysOver = (id: string, days: number) => {
    const since = knex.raw(`now() - ? * interval '1 day'`, [days]);
    return knex('resources')
      .where({ id })
      .update({ lease_ends_at: since, state_since: since });
  };

  /** What was sent once all is sent that is due. */
  async function titles(): Promise<string[]> {
    await tasks.sender.sendDue();
    return notifications.map(({ payload }) => payload.title);
  }

  const notesOf = async (id: string) =>
    (await engine.stores.timeline.listOfResource(id)).flatMap(
      ({ kind, title }) => (kind === 'note' ? [title] : []),
    );

  /** Has definitions of the driver in force, with two plans each. */
  function define(...definitions: { name: string; inputs: JsonObject }[]) {
    jest.spyOn(engine.stores.definitions, 'listDocuments').mockResolvedValue(
      definitions.map(({ name, inputs }) => ({
        document: resourceDefinitionSchema.parse({
          apiVersion: 'atrium.dev/v1',
          kind: 'ResourceDefinition',
          metadata: { name },
          spec: {
            type: 'postgres',
            driver: 'memory',
            inputs,
            plans: [{ name: 'small' }, { name: 'large' }],
          },
        }),
        source: 'postgres.yaml',
        hash: '',
        position: { line: 1, column: 1 },
      })),
    );
  }

  it('reminds once each, ends the lease, and removes after the grace period', async () => {
    const id = await engine.request(1, { lease });
    await engine.settle(id, 'ready');
    const endsAt = new Date(Date.now() + 13.5 * DAY_MS);
    await knex('resources').where({ id }).update({ lease_ends_at: endsAt });
    await tasks.leases.run();
    await tasks.leases.run();
    expect(await titles()).toEqual([
      'The lease of ledger-1 ends within 14 days',
    ]);

    // Extended: the reminders begin anew.
    await setDaysLeft(id, 12.5);
    await tasks.leases.run();
    // As it is by the minute: what is not sent yet gives way to what is later.
    await tasks.sender.sendDue();
    const soon = new Date(Date.now() + 0.5 * DAY_MS);
    await knex('resources').where({ id }).update({ lease_ends_at: soon });
    await tasks.leases.run();
    await tasks.leases.run();
    expect(await titles()).toEqual([
      'The lease of ledger-1 ends within 14 days',
      'The lease of ledger-1 ends within 14 days',
      'The lease of ledger-1 ends within a day',
    ]);
    expect(notifications[0]).toMatchObject({
      recipients: {
        type: 'entity',
        entityRef: ['group:default/team-payments'],
      },
    });

    await setDaysLeft(id, -0.01);
    await tasks.leases.run();
    expect((await engine.settle(id, 'expiring'))?.desired).toBe('suspended');
    expect([...provider.things.values()]).toMatchObject([
      { access: 'suspended' },
    ]);
    await tasks.sender.sendDue();
    await setDaysOver(id, 6.9);
    await tasks.leases.run();
    expect(provider.things.size).toBe(1);
    await engine.stores.requests.insert(
      knex,
      sampleRequest(id, 2, { kind: 'update', state: 'awaiting-approval' }),
    );
    await setDaysOver(id, 7.1);
    await tasks.leases.run();
    expect(
      (await engine.stores.requests.listOfResource(id)).at(-1),
    ).toMatchObject({
      state: 'cancelled',
      stateReason: 'The resource is to be deleted',
    });
    const deleted = await engine.settle(id, 'deleted');
    expect(deleted?.proof).toMatchObject({
      removed: ['Thing ledger-1-00000000'],
    });
    expect(deleted?.deletedBy).toBeUndefined();
    expect((await titles()).slice(3)).toEqual([
      'The lease of ledger-1 is over',
      'The grace period of ledger-1 is over',
    ]);
  });

  it.each(['ready', 'expiring'] as const)(
    'keeps data for the whole grace period where a lease that is long over had failed before it was %s',
    async state => {
      const id = await engine.request(1, { lease });
      await engine.settle(id, 'ready');
      await setDaysLeft(id, -8);
      const desired = state === 'ready' ? 'present' : 'suspended';
      await knex('resources')
        .where({ id })
        .update({ state: 'failed', desired });
      await tasks.leases.run();
      expect(await engine.stores.resources.get(id)).toMatchObject({
        state: 'failed',
        graceEndsAt: undefined,
      });

      // Somebody tries again.
      await knex('resources')
        .where({ id })
        .update({ state, state_since: knex.fn.now() });
      await tasks.leases.run();
      await tasks.leases.run();
      const taken = await engine.stores.resources.get(id);
      expect(taken?.state).toBe('expiring');
      const graceMs =
        Date.parse(taken?.graceEndsAt ?? '') -
        Date.parse(taken?.stateSince ?? '');
      expect(graceMs).toBe(7 * DAY_MS);
      // What takes the access away must not move it meanwhile.
      await engine.settle(id, 'expiring');

      const since = (days: number) =>
        knex('resources')
          .where({ id })
          .update({
            state_since: knex.raw(`now() - ? * interval '1 day'`, [days]),
          });
      await since(6.9);
      await tasks.leases.run();
      expect((await engine.stores.resources.get(id))?.state).toBe('expiring');
      await since(7.1);
      await tasks.leases.run();
      await engine.settle(id, 'deleted');
    },
  );

  it('says that a lease is over once notifications are there again', async () => {
    const id = await engine.request(1, { lease });
    await engine.settle(id, 'ready');
    await setDaysLeft(id, -0.01);
    isDown = true;
    await tasks.leases.run();
    // Access is taken away, whether or not anybody can be told.
    await engine.settle(id, 'expiring');
    expect(await titles()).toEqual([]);
    isDown = false;
    await knex('messages').update({ due_at: knex.fn.now() });
    expect(await titles()).toEqual(['The lease of ledger-1 is over']);
    expect(await titles()).toHaveLength(1);
  });

  it('lets the lease of what is protected end nothing', async () => {
    const id = await engine.request(1, { lease, deletion: 'protect' });
    await engine.settle(id, 'ready');
    await setDaysLeft(id, 2);
    await tasks.leases.run();
    await setDaysLeft(id, -100);
    await tasks.leases.run();
    expect((await engine.stores.resources.get(id))?.state).toBe('ready');
    expect(await titles()).toEqual([]);
  });

  it('tells others once that a resource is not well', async () => {
    const id = await engine.request();
    const made = await engine.settle(id, 'ready');
    const announced = jest.spyOn(engine.announcer, 'announceChange');
    const look = async (status: 'ok' | 'degraded') => {
      if (made?.observed?.status !== 'present') {
        throw new Error('It is not there');
      }
      provider.observation = { ...made.observed, health: { status } };
      await knex('resources').update({
        observed_at: knex.raw(`now() - interval '8 minutes'`),
      });
      await tasks.drift.run(new AbortController().signal);
      return announced.mock.calls.length;
    };
    expect(await look('ok')).toBe(0);
    expect(await look('degraded')).toBe(1);
    expect(await look('degraded')).toBe(1);
    expect(await look('ok')).toBe(2);
  });

  it('notes drift once, and what was removed outside, and changes nothing', async () => {
    const id = await engine.request();
    await engine.settle(id, 'ready');
    const { signal } = new AbortController();
    const age = (minutes: number) =>
      knex('resources').update({
        observed_at: knex.raw(`now() - ? * interval '1 minute'`, [minutes]),
      });
    const [thing] = provider.things.values();
    thing.differences = ['connection limit is 99'];
    await age(7);
    await tasks.drift.run(signal);
    expect((await engine.stores.resources.get(id))?.hasDrift).toBe(false);
    await age(8);
    await tasks.drift.run(signal);
    await age(8);
    await tasks.drift.run(signal);
    expect(await engine.stores.resources.get(id)).toMatchObject({
      hasDrift: true,
      state: 'ready',
      observed: { differences: ['connection limit is 99'] },
    });

    thing.differences = [];
    await age(8);
    await tasks.drift.run(signal);
    provider.things.clear();
    await age(8);
    await tasks.drift.run(signal);
    expect(await engine.stores.resources.get(id)).toMatchObject({
      hasDrift: true,
      state: 'ready',
      observed: { status: 'absent' },
    });
    expect(await notesOf(id)).toEqual([
      'It is not as it was made any more',
      'It is as it was made again',
      'It is not as it was made any more',
    ]);
    expect(provider.ledger).toEqual(['create ledger-1-00000000']);

    // Nobody answers: what was seen last stays, and its age shows.
    provider.break('observe', {
      before: () => {
        throw new Error('Connection refused');
      },
    });
    await age(30);
    await tasks.drift.run(signal);
    const unseen = await engine.stores.resources.get(id);
    expect(Date.now() - Date.parse(unseen?.observedAt ?? '')).toBeGreaterThan(
      29 * MINUTE_MS,
    );
  });

  it('looks at all of many, page by page', async () => {
    const rows = Array.from({ length: 450 }, (_, index) =>
      sampleResource(1_000 + index, { state: 'ready' }),
    );
    for (const resource of rows) {
      await engine.stores.resources.insert(knex, resource, { title: 'Made' });
    }
    await tasks.drift.run(new AbortController().signal);
    expect(
      await knex('resources').whereNull('observed_at').pluck('id'),
    ).toEqual([]);
  });

  it('lists what nobody knows and what nobody uses', async () => {
    const used = await engine.request(1);
    const unused = await engine.request(2, {
      entityRefs: ['component:default/gone'],
    });
    const orphan = await engine.request(3, {
      entityRefs: [],
      ownerRef: 'group:default/gone',
      monthlyPrice: undefined,
    });
    const forgotten = await engine.request(4);
    for (const id of [used, unused, orphan, forgotten]) {
      await engine.settle(id, 'ready');
    }
    await knex('resources')
      .where({ id: forgotten })
      .update({ state: 'deleted' });
    const stray = {
      resourceId: '00000000-0000-4000-8000-00000000dead',
      fingerprint: '',
      access: 'granted' as const,
      differences: [],
    };
    for (const [name, installationId] of [
      ['stray-1', INSTALLATION_ID],
      ['of-another-portal', 'another-portal'],
      // It may be of any portal.
      ['of-before', undefined],
    ] as const) {
      provider.things.set(name, { ...stray, installationId });
    }
    // One that this portal has made before marks named it.
    Object.assign(provider.things.get('ledger-4-00000000') ?? {}, {
      installationId: undefined,
    });
    define({ name: 'postgres-dev', inputs: {} });
    await tasks.leftovers.run(new AbortController().signal);
    const { items } = await engine.stores.leftovers.list({ limit: 10 });
    expect(
      items.map(({ kind, providerName, reason, monthlyPrice }) => ({
        kind,
        providerName,
        reason,
        monthlyPrice,
      })),
    ).toEqual([
      {
        kind: 'unknown-to-portal',
        providerName: 'ledger-4-00000000',
        reason: "It is there although 'ledger-4' was deleted",
        monthlyPrice: { amount: '12.50', currency: 'USD' },
      },
      {
        kind: 'unknown-to-portal',
        providerName: 'stray-1',
        reason: 'The portal has no such resource',
        monthlyPrice: undefined,
      },
      {
        kind: 'unused',
        providerName: 'ledger-2-00000000',
        reason: 'No component depends on it any more',
        monthlyPrice: { amount: '12.50', currency: 'USD' },
      },
      {
        kind: 'unused',
        providerName: 'ledger-3-00000000',
        reason: "Its owner 'group:default/gone' is not in the catalog any more",
        monthlyPrice: undefined,
      },
    ]);
  });

  it('lists what nobody knows of each kind that definitions make in a place', async () => {
    define(
      { name: 'postgres-dev', inputs: { kind: 'Cluster' } },
      { name: 'queue-dev', inputs: { kind: 'RabbitmqCluster' } },
      { name: 'topic-dev', inputs: { kind: 'Cluster', topics: true } },
    );
    jest
      .spyOn(provider, 'list')
      .mockImplementation(async function* list({ kind }) {
        yield {
          providerName: `stray-${kind}`,
          resourceId: '00000000-0000-4000-8000-00000000dead',
          installationId: INSTALLATION_ID,
        };
      });
    const findUnknown = async () => {
      await tasks.leftovers.run(new AbortController().signal);
      const { items } = await engine.stores.leftovers.list({ limit: 10 });
      return items.map(({ providerName }) => providerName);
    };
    expect(await findUnknown()).toEqual([
      'stray-Cluster',
      'stray-RabbitmqCluster',
    ]);
    expect(await findUnknown()).toEqual([
      'stray-Cluster',
      'stray-RabbitmqCluster',
    ]);
  });

  it('lists what nobody knows beside a mark that is no id of a resource', async () => {
    define({ name: 'postgres-dev', inputs: {} });
    for (const [name, resourceId] of [
      ['odd', 'x'],
      ['stray', '00000000-0000-4000-8000-00000000dead'],
    ]) {
      provider.things.set(name, {
        resourceId,
        installationId: INSTALLATION_ID,
        fingerprint: '',
        access: 'granted',
        differences: [],
      });
    }
    await tasks.leftovers.run(new AbortController().signal);
    const { items } = await engine.stores.leftovers.list({ limit: 10 });
    expect(items.map(({ providerName }) => providerName)).toEqual(['stray']);
  });

  it('forgets what is over after its time', async () => {
    const old = await engine.request(1);
    const young = await engine.request(2);
    await engine.settle(old, 'ready');
    await engine.settle(young, 'ready');
    const retention = {
      deletedMs: DAY_MS,
      timelineMs: DAY_MS,
      idempotencyKeysMs: DAY_MS,
    };
    const past = knex.raw(`now() - interval '25 hours'`);
    await knex('resources')
      .where({ id: old })
      .update({ state: 'deleted', updated_at: past });
    await knex('timeline').update({ at: past });
    await knex('steps').update({ started_at: past });
    await deleteExpired(knex, retention);
    expect(await engine.stores.resources.get(old)).toBeUndefined();
    expect(
      (await engine.stores.timeline.listOfResource(young)).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['state', 'state', 'state']);
    expect(await engine.stores.steps.listLast(young)).toEqual([]);
  });
});
