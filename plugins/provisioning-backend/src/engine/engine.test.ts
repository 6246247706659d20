import { eventually } from '@atrium/backend-common/testUtils';
import { ProviderRefusal } from '@atrium/plugin-provisioning-node';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { MemoryProvider } from '../__testUtils__/MemoryProvider';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { sampleRequest, sampleResource } from '../__testUtils__/sampleResource';
import { openEngine } from '../__testUtils__/startEngine';

type Engine = ReturnType<typeof openEngine>;

describe('the engine', () => {
  const databases = TestDatabases.create();
  let knex: Knex;
  let provider: MemoryProvider;
  let engine: Engine;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
  });

  beforeEach(async () => {
    await knex.raw('TRUNCATE resources CASCADE');
    provider = new MemoryProvider();
    engine = openEngine(knex, [provider]);
    await engine.worker.start();
  });

  afterEach(async () => {
    await engine.worker.stop();
  });

  const titles = async (id: string) =>
    (await engine.stores.timeline.listOfResource(id)).map(({ title, status }) =>
      status ? `${title}: ${status}` : title,
    );

  it('takes a resource through its life, with proof', async () => {
    const days = { days: 10, defaultDays: 30, maximumDays: 90, graceDays: 7 };
    const id = await engine.request(1, { lease: days });
    const ready = await engine.settle(id, 'ready');
    const leaseMs =
      Date.parse(ready?.lease?.endsAt ?? '') -
      Date.parse(ready?.observedAt ?? '');
    expect(leaseMs).toBe(10 * 86_400_000);
    expect(ready).toMatchObject({
      hasDrift: false,
      observed: { status: 'present', outputs: { host: 'db.internal' } },
    });
    const first = provider.things.get('ledger-1-00000000')?.password;
    expect(first).toMatch(/^[A-Za-z0-9]{32}$/);

    await engine.change(id, {
      to: 'updating',
      title: 'Change approved',
      changes: { fingerprint: 'fingerprint-2', plan: 'large' },
    });
    await engine.settle(id, 'ready');
    await engine.change(id, {
      to: 'rotating',
      title: 'Rotation asked for',
      changes: { credentialGeneration: 2 },
    });
    await engine.settle(id, 'ready');
    expect(provider.things.get('ledger-1-00000000')).toMatchObject({
      generation: 2,
      password: expect.not.stringMatching(String(first)),
    });
    expect(await engine.stores.credentials.get(id, 1)).not.toHaveProperty(
      'seed',
    );

    await engine.change(id, {
      to: 'expiring',
      title: 'Its lease is over',
      changes: { desired: 'suspended' },
    });
    await engine.settle(id, 'expiring');
    expect(provider.things.get('ledger-1-00000000')?.access).toBe('suspended');

    await engine.change(id, {
      to: 'deleting',
      title: 'Its grace period is over',
      changes: { desired: 'absent', deletedBy: 'user:default/grace' },
    });
    expect(await engine.settle(id, 'deleted')).toMatchObject({
      proof: {
        removed: ['Thing ledger-1-00000000'],
        checkedAbsentAt: expect.any(String),
        deletedBy: 'user:default/grace',
      },
    });
    expect(provider.ledger).toEqual(
      ['create', 'update', 'rotate', 'suspend', 'delete'].map(
        action => `${action} ledger-1-00000000`,
      ),
    );
    expect(await titles(id)).toEqual([
      'Requested',
      'Being created',
      'Creation, memory: done',
      'Ready',
      'Change approved',
      'Change, memory: done',
      'Ready',
      'Rotation asked for',
      'New credentials, memory: done',
      'Ready',
      'Its lease is over',
      'Access taken away, memory: done',
      'Nobody gets in any more; the data is kept',
      'Its grace period is over',
      'Removal, memory: done',
      'Deleted',
    ]);
    expect(engine.states).toEqual([
      'creating',
      'ready',
      'ready',
      'ready',
      'deleted',
    ]);
    const [{ state }] = await engine.stores.requests.listOfResource(id);
    expect(state).toBe('done');
    expect(
      (await engine.stores.credentials.list(id)).filter(({ seed }) => seed),
    ).toEqual([]);
  });

  it('finds what a lost answer has made, and makes no second one', async () => {
    provider.break('create', {
      after: () => {
        throw new Error('The connection was reset');
      },
    });
    const id = await engine.request();
    await engine.settle(id, 'ready');
    expect(provider.ledger).toEqual(['create ledger-1-00000000']);
    expect(await titles(id)).toContain('Creation, memory: unknown');
  });

  it('asks a person where an answer was lost and nobody can look', async () => {
    provider.observation = { status: 'unknown', evidence: 'No way to look' };
    provider.break('create', {
      before: () => {
        throw new Error('The connection was reset');
      },
    });
    const id = await engine.request();
    const parked = await engine.settle(id, 'needs-attention');
    expect(parked?.evidence).toMatch(
      /'create' was sent at .*: The connection was reset\. No way to look/,
    );
    expect(provider.ledger).toEqual([]);
    const [{ state }] = await engine.stores.requests.listOfResource(id);
    expect(state).toBe('needs-attention');
  });

  it('asks a busy provider again, and takes no for an answer', async () => {
    const refuse = (isTemporary: boolean, retryAfterMs?: number) => ({
      before: () => {
        throw new ProviderRefusal('No room', { isTemporary, retryAfterMs });
      },
    });
    provider.break('create', refuse(true, 1_500));
    const startedAt = performance.now();
    const busy = await engine.request(1);
    await engine.settle(busy, 'ready');
    expect(performance.now() - startedAt).toBeGreaterThan(1_500);
    expect(await titles(busy)).toEqual([
      'Requested',
      'Being created',
      'Creation, memory: failed',
      'Creation, memory, attempt 2: done',
      'Ready',
    ]);

    provider.break('create', refuse(false));
    const refused = await engine.request(2);
    expect(await engine.settle(refused, 'failed')).toMatchObject({
      stateReason: 'No room',
    });
  });

  it('keeps what a refusal is made of, for readers of other languages', async () => {
    const noRoom = {
      key: 'memory.noRoom',
      values: { limit: 3 },
      text: 'There is room for 3',
    };
    provider.break('create', {
      before: () => {
        throw new ProviderRefusal(noRoom, { isTemporary: false });
      },
    });
    const id = await engine.request();
    expect(await engine.settle(id, 'failed')).toMatchObject({
      stateReason: 'There is room for 3',
      messages: { stateReason: [noRoom] },
    });
    expect(await engine.stores.requests.listOfResource(id)).toMatchObject([
      {
        state: 'failed',
        stateReason: 'There is room for 3',
        messages: { stateReason: [noRoom] },
      },
    ]);
    const timeline = await engine.stores.timeline.listOfResource(id);
    expect(timeline.slice(2)).toMatchObject([
      {
        status: 'failed',
        detail: 'There is room for 3',
        messages: { detail: [noRoom] },
      },
      {
        to: 'failed',
        detail: 'There is room for 3',
        messages: { detail: [noRoom] },
      },
    ]);
  });

  it('keeps what a deletion removed line by line, and what a line is made of', async () => {
    const box = { key: 'memory.box', values: { name: 'b' }, text: 'Box b' };
    jest.spyOn(provider, 'delete').mockImplementation(async target => {
      provider.things.delete(target.providerName);
      return ['Thing a', box];
    });
    const id = await engine.request();
    await engine.settle(id, 'ready');
    await engine.change(id, { to: 'deleting', changes: { desired: 'absent' } });
    expect(await engine.settle(id, 'deleted')).toMatchObject({
      proof: {
        removed: ['Thing a', 'Box b'],
        messages: { removed: ['Thing a', box] },
      },
    });
    const timeline = await engine.stores.timeline.listOfResource(id);
    expect(timeline.find(({ title }) => /^Removal/.test(title))).toMatchObject({
      detail: 'Thing a\nBox b',
      messages: { detail: ['Thing a', '\n', box] },
    });
  });

  it('looks at once where a driver says that there is news', async () => {
    provider.observation = { status: 'changing', message: 'Starting' };
    const id = await engine.request();
    // Once it waits, it is made to wait until tomorrow.
    const waiting = () =>
      knex('resources')
        .where({ id, claimed_by: null })
        .where('work_due_at', '>', knex.fn.now())
        .update({ work_due_at: knex.raw("now() + interval '1 day'") });
    await eventually(waiting);
    provider.observation = undefined;
    await engine.registry.wake('6f1d9a8e-4f0c-4d8e-8a4c-0f6d3b1c2a5e');
    await engine.registry.wake(id);
    await engine.settle(id, 'ready');
    expect(provider.ledger).toEqual(['create ledger-1-00000000']);
  });

  it('looks again at once where there is news while somebody looks', async () => {
    const { id } = sampleResource();
    const other = openEngine(knex, [provider]);
    provider.observation = { status: 'changing', message: 'Starting' };
    provider.break('observe', {
      after: async () => {
        provider.observation = undefined;
        // Otherwise it would look again after 12 to 18 seconds.
        await knex('resources').update({
          state_since: knex.raw("now() - interval '10 minutes'"),
        });
        await other.registry.wake(id);
      },
    });
    await engine.request();
    await engine.settle(id, 'ready', 10_000);
    expect(provider.ledger).toEqual(['create ledger-1-00000000']);
  });

  it('lets many requests of one team hold up nobody else', async () => {
    await engine.worker.stop();
    const slow = new MemoryProvider({ id: 'slow', maxConcurrency: 5 });
    const other = openEngine(knex, [slow]);
    for (let number = 1; number <= 500; number++) {
      await other.request(number, { driver: 'slow' });
    }
    const id = await other.request(501, {
      driver: 'slow',
      ownerRef: 'group:default/team-orders',
    });
    await other.worker.start();
    await other.settle(id, 'ready');
    // No later than the first ones of the others, and what took their places.
    expect(slow.ledger.indexOf('create ledger-501-00000000')).toBeLessThan(10);
    await other.worker.stop();
  });

  it('takes no step that it was stopped before', async () => {
    jest.spyOn(engine.claims, 'isHeld').mockReturnValueOnce(false);
    const id = await engine.request();
    await engine.settle(id, 'ready');
    expect(provider.ledger).toEqual(['create ledger-1-00000000']);
    expect(await engine.stores.steps.listLast(id)).toMatchObject([
      { outcome: 'unknown', message: 'It was cut short: its worker is gone' },
      { outcome: 'done', attempt: 2 },
    ]);
  });

  it('leaves alone what is not its own', async () => {
    provider.things.set('ledger-1-00000000', {
      resourceId: 'of-somebody-else',
      fingerprint: '',
      access: 'granted',
      differences: [],
    });
    const id = await engine.request();
    expect((await engine.settle(id, 'failed'))?.stateReason).toContain(
      'left alone',
    );
    expect(provider.ledger).toEqual([]);
  });

  /** Has the next call of a kind stand still until it is let go. */
  function hold(call: 'create' | 'suspend', end: () => void = () => {}) {
    const begun = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    provider.break(call, {
      before: async () => {
        begun.resolve();
        await held.promise;
        end();
      },
    });
    return { begun: begun.promise, release: held.resolve };
  }

  it('goes by what a person says while a step is under way', async () => {
    const create = hold('create');
    const id = await engine.request();
    await create.begun;
    await engine.change(id, {
      to: 'deleting',
      title: 'Deleted by a person',
      changes: { desired: 'absent' },
    });
    create.release();
    await engine.settle(id, 'deleted');
    expect(provider.ledger).toEqual([
      'create ledger-1-00000000',
      'delete ledger-1-00000000',
    ]);
    expect(provider.things.size).toBe(0);
  });

  it('goes by what a person says where the step is refused in the end', async () => {
    const refuse = () => {
      throw new ProviderRefusal('No room', { isTemporary: false });
    };
    const create = hold('create', refuse);
    const deleted = await engine.request(1);
    await create.begun;
    await engine.change(deleted, {
      to: 'deleting',
      changes: { desired: 'absent' },
    });
    create.release();
    await engine.settle(deleted, 'deleted');
    expect(await engine.stores.requests.listOfResource(deleted)).toMatchObject([
      { kind: 'create', state: 'cancelled' },
    ]);
    expect(await engine.stores.steps.listLast(deleted)).toMatchObject([
      { action: 'create', outcome: 'refused', message: 'No room' },
    ]);

    const extended = await engine.request(2);
    await engine.settle(extended, 'ready');
    const suspend = hold('suspend', refuse);
    await engine.change(extended, {
      to: 'expiring',
      changes: { desired: 'suspended' },
    });
    await suspend.begun;
    await engine.change(extended, { changes: { desired: 'present' } });
    suspend.release();
    await engine.settle(extended, 'ready');
  });

  it('leaves nothing that waits for approval of what is gone', async () => {
    const id = await engine.request();
    await engine.settle(id, 'ready');
    provider.break('delete', {
      before: () =>
        engine.stores.requests.insert(
          knex,
          sampleRequest(id, 2, { kind: 'share', state: 'awaiting-approval' }),
        ),
    });
    await engine.change(id, { to: 'deleting', changes: { desired: 'absent' } });
    await engine.settle(id, 'deleted');
    expect(await engine.stores.requests.listOfResource(id)).toMatchObject([
      { kind: 'create', state: 'done' },
      { kind: 'share', state: 'cancelled', stateReason: 'It was deleted' },
    ]);
  });

  it('has another worker go on with what one left behind', async () => {
    await engine.worker.stop();
    const id = await engine.request();
    await engine.claims.claim('memory', { limit: 1, servedOwners: [] });
    await knex('steps').insert({
      resource_id: id,
      action: 'create',
      resource_version: 1,
      idempotency_key: id,
      attempt: 1,
    });
    const { seconds } = await knex('resources')
      .where({ id })
      .first(
        knex.raw('extract(epoch FROM claimed_until - now())::float AS seconds'),
      );
    expect(seconds).toBeLessThanOrEqual(6);
    const other = openEngine(knex, [provider]);
    await other.worker.start();
    await other.settle(id, 'ready');
    expect(await other.stores.steps.listLast(id)).toMatchObject([
      { action: 'create', outcome: 'unknown' },
      { action: 'create', outcome: 'done', idempotencyKey: id, attempt: 2 },
    ]);
    await other.worker.stop();
  });

  it('works on while one provider hangs', async () => {
    const slow = new MemoryProvider({ id: 'slow', maxConcurrency: 2 });
    const other = openEngine(knex, [provider, slow]);
    await engine.worker.stop();
    await other.worker.start();
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    for (let number = 10; number < 20; number++) {
      slow.break('create', { before: () => held });
      await other.request(number, { driver: 'slow' });
    }
    await other.settle(await other.request(1), 'ready');
    expect(slow.ledger).toEqual([]);
    release();
    for (let number = 10; number < 20; number++) {
      const [row] = await knex('resources').where({ name: `ledger-${number}` });
      await other.settle(row.id, 'ready');
    }
    expect(slow.ledger).toHaveLength(10);
    await other.worker.stop();
  });

  it('is woken by a request, and does not wait until it looks for one', async () => {
    jest.spyOn(engine.claims, 'readDue').mockResolvedValue({ drivers: [] });
    await engine.settle(await engine.request(), 'ready');
    expect(provider.ledger).toEqual(['create ledger-1-00000000']);
  });
});
