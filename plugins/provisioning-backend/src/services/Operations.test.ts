import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { MemoryProvider } from '../__testUtils__/MemoryProvider';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { openEngine } from '../__testUtils__/startEngine';

const grace = { actorRef: 'user:default/grace' };
const fail = () => {
  throw new Error('The connection was reset');
};

describe('Operations', () => {
  const databases = TestDatabases.create();
  let knex: Knex;
  let provider: MemoryProvider;
  let engine: ReturnType<typeof openEngine>;

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

  /** A resource of which nobody knows whether it was made. */
  async function park(fault: Parameters<MemoryProvider['break']>[1]) {
    provider.break('create', fault);
    provider.observation = { status: 'unknown', evidence: 'No way to look' };
    const id = await engine.request(1, {
      lease: { days: 9, defaultDays: 30, maximumDays: 90, graceDays: 7 },
    });
    await engine.settle(id, 'needs-attention');
    provider.observation = undefined;
    return id;
  }

  it('adopts what is there', async () => {
    const id = await park({ after: fail });
    expect(await engine.operations.adopt(id, grace)).toMatchObject({
      state: 'ready',
      evidence: undefined,
      observed: { status: 'present' },
      lease: { endsAt: expect.any(String) },
    });
    const [request] = await engine.stores.requests.listOfResource(id);
    expect(request.state).toBe('done');
    const timeline = await engine.stores.timeline.listOfResource(id);
    expect(timeline.at(-1)).toMatchObject({ title: 'Adopted', ...grace });
    await expect(engine.operations.adopt(id, grace)).rejects.toThrow(
      "is in the state 'Ready'",
    );
  });

  it('adopts nothing that is not there, and forgets it', async () => {
    const id = await park({ before: fail });
    await expect(engine.operations.adopt(id, grace)).rejects.toThrow(
      'Abandon it instead',
    );
    const credentials = () => engine.stores.credentials.get(id, 1);
    expect(await credentials()).toHaveProperty('seed');
    expect(await engine.operations.abandon(id, grace)).toMatchObject({
      state: 'deleted',
      deletedBy: 'user:default/grace',
      proof: undefined,
    });
    expect(await credentials()).not.toHaveProperty('seed');
    const [request] = await engine.stores.requests.listOfResource(id);
    expect(request.state).toBe('failed');
    expect(provider.ledger).toEqual([]);
  });

  it('removes what is abandoned although it is there', async () => {
    const id = await park({ after: fail });
    expect(await engine.operations.abandon(id, grace)).toMatchObject({
      state: 'deleting',
    });
    expect(await engine.settle(id, 'deleted')).toMatchObject({
      proof: { removed: ['Thing ledger-1-00000000'] },
    });
  });

  it('abandons nothing that is protected and there', async () => {
    const id = await park({ after: fail });
    await knex('resources').where({ id }).update({ deletion: 'protect' });
    await expect(engine.operations.abandon(id, grace)).rejects.toThrow(
      "'ledger-1' is protected from deletion, and it is there. Adopt it instead",
    );
    expect(await engine.operations.adopt(id, grace)).toMatchObject({
      state: 'ready',
      desired: 'present',
    });
  });

  it('abandons what is protected only once it is seen to be gone', async () => {
    const id = await park({ after: fail });
    await knex('resources').where({ id }).update({ deletion: 'protect' });
    const unseen =
      "'ledger-1' is protected from deletion, and nobody could see whether it is there. Abandon it once the provider says that it is gone, or adopt it";
    provider.break('observe', { before: fail });
    await expect(engine.operations.abandon(id, grace)).rejects.toThrow(unseen);
    provider.observation = { status: 'unknown', evidence: 'No way to look' };
    await expect(engine.operations.abandon(id, grace)).rejects.toThrow(unseen);
    const credentials = () => engine.stores.credentials.get(id, 1);
    expect(await credentials()).toHaveProperty('seed');

    provider.observation = { status: 'absent' };
    expect(await engine.operations.abandon(id, grace)).toMatchObject({
      state: 'deleted',
    });
    expect(await credentials()).not.toHaveProperty('seed');
  });

  it('tries again what failed, from what is there', async () => {
    provider.break('create', { before: fail });
    provider.observation = { status: 'foreign', evidence: 'It has no mark' };
    const id = await engine.request();
    await engine.settle(id, 'failed');
    provider.observation = undefined;
    provider.faults.create = [];
    expect(await engine.operations.retry(id, grace)).toMatchObject({
      state: 'creating',
    });
    await engine.settle(id, 'ready');

    await engine.change(id, {
      to: 'updating',
      title: 'Change approved',
      changes: { fingerprint: 'fingerprint-2' },
    });
    await engine.settle(id, 'ready');
    provider.things.clear();
    await engine.change(id, { to: 'updating', title: 'Change approved' });
    expect((await engine.settle(id, 'failed'))?.stateReason).toContain(
      'not there any more',
    );
    await engine.operations.retry(id, grace);
    await engine.settle(id, 'ready');
    expect(provider.things.size).toBe(1);
    await expect(
      engine.operations.retry('00000000-0000-4000-8000-00000000dead', grace),
    ).rejects.toThrow('No resource');
  });
});
