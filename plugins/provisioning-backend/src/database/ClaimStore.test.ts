import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { sampleRequest, sampleResource } from '../__testUtils__/sampleResource';
import { ClaimStore } from './ClaimStore';
import { createStores, type ProvisioningStores } from './createStores';
import type { HeldWrite } from './HeldWrite';

const LEASE_MS = 60_000;
const ORDERS = 'group:default/team-orders';
const PAYMENTS = 'group:default/team-payments';

const credential = (seedJwe: string) => ({
  generation: 1,
  outputs: ['password'],
  store: 'portal' as const,
  seedJwe,
  keyId: 'key-1',
});

const intent: HeldWrite = {
  move: { to: 'creating' },
  entries: [
    {
      kind: 'state',
      title: 'Being created',
      from: 'approved',
      to: 'creating',
    },
  ],
  requests: [{ to: 'running' }],
  intent: {
    action: 'create',
    attempt: 1,
    idempotencyKey: '30000000-0000-4000-8000-000000000001',
    title: 'Creation, memory',
  },
};

describe('ClaimStore', () => {
  const databases = TestDatabases.create();
  let knex: Knex;
  let stores: ProvisioningStores;
  let claims: ClaimStore;

  const openClaims = () =>
    new ClaimStore(knex, { workerId: randomUUID(), leaseMs: LEASE_MS });

  const claimOne = async (store: ClaimStore) => {
    const { claimed } = await store.claim('memory', {
      limit: 1,
      servedOwners: [],
    });
    return claimed.at(0);
  };

  /** So many that are due, the first one the longest. */
  const insertDue = async (
    count: number,
    { first = 1, ownerRef = PAYMENTS } = {},
  ) => {
    for (let number = first; number < first + count; number++) {
      const resource = sampleResource(number, { ownerRef });
      await stores.resources.insert(knex, resource, { title: 'Requested' });
      await knex('resources')
        .where({ id: resource.id })
        .update({
          work_due_at: knex.raw(
            `now() - interval '1 hour' + ? * interval '1 s'`,
            [number],
          ),
        });
    }
  };

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    stores = createStores(knex);
  });

  beforeEach(async () => {
    await knex.raw('TRUNCATE resources CASCADE');
    claims = openClaims();
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('serves owners in turn, each in the order in which it asked', async () => {
    await insertDue(5);
    await insertDue(2, { first: 10, ownerRef: ORDERS });
    const namesOf = async (limit: number, servedOwners: string[]) => {
      const { claimed, hasMore } = await claims.claim('memory', {
        limit,
        servedOwners,
      });
      const names = claimed.map(({ resource }) => resource.name).sort();
      return { names, hasMore };
    };

    expect(await namesOf(3, [])).toEqual({
      names: ['ledger-1', 'ledger-10', 'ledger-2'],
      hasMore: true,
    });
    expect(await namesOf(1, [ORDERS, PAYMENTS])).toEqual({
      names: ['ledger-11'],
      hasMore: true,
    });
    expect(await namesOf(10, [PAYMENTS])).toEqual({
      names: ['ledger-3', 'ledger-4', 'ledger-5'],
      hasMore: false,
    });
    expect(await claims.claim('other', { limit: 1, servedOwners: [] })).toEqual(
      { claimed: [], hasMore: false },
    );
  });

  it('has each taken once by those who ask at the same time', async () => {
    await insertDue(40);
    const others = Array.from({ length: 8 }, () => openClaims());
    const ids: string[] = [];
    for (let round = 0; round < 20 && ids.length < 40; round++) {
      const answers = await Promise.all(
        others.map(other =>
          other.claim('memory', { limit: 3, servedOwners: [] }),
        ),
      );
      ids.push(
        ...answers.flatMap(({ claimed }) =>
          claimed.map(({ resource }) => resource.id),
        ),
      );
    }
    expect(new Set(ids).size).toBe(40);
    expect(ids).toHaveLength(40);
  });

  it('takes what is locked just now later, and waits for nobody', async () => {
    await insertDue(2);
    const { id } = sampleResource(1);
    const trx = await knex.transaction();
    await trx('resources').where({ id }).update({ plan: 'large' });
    expect((await claimOne(claims))?.resource.id).toBeUndefined();
    const { claimed } = await claims.claim('memory', {
      limit: 2,
      servedOwners: [],
    });
    expect(claimed.map(({ resource }) => resource.name)).toEqual(['ledger-2']);
    await trx.rollback();
    expect((await claimOne(claims))?.resource.id).toBe(id);
  });

  it('writes everything down at once, once for each version', async () => {
    await insertDue(1);
    const { id } = sampleResource(1);
    await stores.requests.insert(knex, sampleRequest(id));
    const claimed = await claimOne(claims);
    expect(claimed).toMatchObject({
      resource: { id, version: 1, entityRefs: sampleResource(1).entityRefs },
      steps: [],
      requestId: sampleRequest(id).id,
    });
    const write = {
      ...intent,
      requestId: claimed?.requestId,
      credential: credential('jwe-1'),
    };
    const written = await claims.write({ id, version: 1 }, write);
    expect(written).toEqual({
      version: 2,
      step: { id: expect.any(String), timelineId: expect.any(String) },
      isCredentialKept: true,
    });
    expect(await claims.write({ id, version: 1 }, write)).toBeUndefined();

    const ending: HeldWrite = {
      ended: {
        stepId: written?.step?.id ?? '',
        outcome: 'refused',
        // The database has no place for the character zero, nor for half of another.
        message: 'No\0 room',
        messages: ['No room for \ud83d'],
      },
      changes: {
        observed: { status: 'absent' },
        observedAt: '2026-11-28T12:00:00.000Z',
        hasDrift: true,
      },
      credential: credential('jwe-2'),
      release: { inMs: 60_000, reason: 'No room' },
    };
    expect(await claims.write({ id, version: 2 }, ending)).toEqual({
      version: 2,
      step: undefined,
      isCredentialKept: false,
    });
    expect(await stores.resources.get(id)).toMatchObject({
      state: 'creating',
      stateReason: 'No room',
      observed: { status: 'absent' },
      hasDrift: true,
      version: 2,
    });
    expect(await stores.credentials.get(id, 1)).toMatchObject({
      seed: { seedJwe: 'jwe-1' },
    });
    expect(await stores.steps.listLast(id)).toMatchObject([
      {
        action: 'create',
        resourceVersion: 2,
        outcome: 'refused',
        message: 'No room',
        messages: ['No room for \ufffd'],
        finishedAt: expect.any(String),
      },
    ]);
    const [request] = await stores.requests.listOfResource(id);
    expect(request.state).toBe('running');
    expect(await stores.timeline.listOfResource(id)).toMatchObject([
      { title: 'Requested' },
      { title: 'Being created', from: 'approved', to: 'creating' },
      {
        title: 'Creation, memory',
        status: 'failed',
        detail: 'No room',
        requestId: request.id,
      },
    ]);
    expect(await claimOne(claims)).toBeUndefined();
  });

  it('writes about several at once, and spares them what one has wrong', async () => {
    await insertDue(8);
    const { claimed } = await claims.claim('memory', {
      limit: 8,
      servedOwners: [],
    });
    const resources = claimed.map(({ resource }) => resource);
    const [overtaken, first, second, refused, ...others] = resources;
    await claims.markDue(overtaken.id);
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));

    const results = await Promise.allSettled(
      resources.map(resource =>
        claims.write(resource, {
          ...intent,
          credential: credential(resource.id),
          ...(resource === refused && {
            entries: [{ kind: 'note', title: '', status: 'odd' as 'done' }],
          }),
        }),
      ),
    );

    // Three at once, the other five in one, and these one by one after it is refused.
    expect(statements.length).toBeLessThanOrEqual(9);
    expect(results.map(({ status }) => status)).toEqual(
      resources.map(one => (one === refused ? 'rejected' : 'fulfilled')),
    );
    expect(results[0]).toMatchObject({ value: undefined });
    for (const { id } of [first, second, ...others]) {
      const [step, ...more] = await stores.steps.listLast(id);
      expect(more).toEqual([]);
      expect(step).toMatchObject({ action: 'create', resourceVersion: 2 });
      expect(await stores.credentials.get(id, 1)).toMatchObject({
        seed: { seedJwe: id },
      });
      expect(await stores.timeline.listOfResource(id)).toMatchObject([
        { title: 'Requested' },
        { title: 'Being created' },
        { title: 'Creation, memory', status: 'running' },
      ]);
    }
    for (const { id } of [overtaken, refused]) {
      expect(await stores.steps.listLast(id)).toEqual([]);
      expect(await stores.timeline.listOfResource(id)).toHaveLength(1);
    }
  });

  it('ends the requests of what was deleted, each as it is', async () => {
    await insertDue(1);
    const { id } = sampleResource(1);
    await stores.requests.insert(knex, sampleRequest(id, 1));
    await stores.requests.insert(
      knex,
      sampleRequest(id, 2, { kind: 'delete', state: 'running' }),
    );
    await claimOne(claims);
    await claims.write(
      { id, version: 1 },
      {
        requests: [
          { to: 'done', isDeletion: true },
          { to: 'cancelled', reason: 'It was deleted', isDeletion: false },
        ],
        release: {},
      },
    );
    expect(await stores.requests.listOfResource(id)).toMatchObject([
      { kind: 'create', state: 'cancelled', stateReason: 'It was deleted' },
      { kind: 'delete', state: 'done' },
    ]);
    expect(await knex('resources').first('work_due_at', 'claimed_by')).toEqual({
      work_due_at: null,
      claimed_by: null,
    });
  });

  it('lets a worker write nothing that was stopped for too long', async () => {
    await insertDue(1);
    const { id } = sampleResource(1);
    const stalled = openClaims();
    const clock = performance.now.bind(performance);
    let stoppedMs = 0;
    jest
      .spyOn(performance, 'now')
      .mockImplementation(() => clock() + stoppedMs);
    /** For as long as it may be, by both clocks. */
    const stop = async () => {
      stoppedMs += LEASE_MS;
      await knex('resources')
        .where({ id })
        .update({
          claimed_until: knex.raw(
            "claimed_until - ? * interval '1 millisecond'",
            LEASE_MS,
          ),
        });
    };
    await claimOne(stalled);
    expect(stalled.isHeld(id)).toBe(true);
    await stop();
    expect(stalled.isHeld(id)).toBe(false);

    // It was not overtaken yet: it may hold it again.
    expect(await stalled.reload(id)).toBeDefined();
    expect(stalled.isHeld(id)).toBe(true);
    await stop();
    expect((await claimOne(claims))?.resource.version).toBe(1);

    await stalled.renew();
    expect(stalled.isHeld(id)).toBe(false);
    expect(await stalled.write({ id, version: 1 }, intent)).toBeUndefined();
    expect(await stalled.reload(id)).toBeUndefined();
    await stalled.giveBack(id);
    expect(await claims.write({ id, version: 1 }, intent)).toMatchObject({
      version: 2,
    });
    expect(await stores.steps.listLast(id)).toHaveLength(1);
  });

  it('says what is due, and when the next thing will be', async () => {
    expect(await claims.readDue()).toEqual({ drivers: [] });
    await insertDue(2);
    expect(await claims.readDue()).toEqual({
      drivers: ['memory'],
      nextInMs: 0,
    });

    // Both are held for a minute, and one is let go of for ten seconds.
    const { id } = (await claimOne(claims))?.resource ?? {};
    await claimOne(claims);
    const held = await claims.readDue();
    expect(held.drivers).toEqual([]);
    expect(held.nextInMs).toBeGreaterThan(30_000);
    expect(held.nextInMs).toBeLessThanOrEqual(60_000);
    await claims.giveBack(String(id), 10_000);
    const waiting = await claims.readDue();
    expect(waiting.drivers).toEqual([]);
    expect(waiting.nextInMs).toBeLessThanOrEqual(10_000);

    // What nothing is to be done for is not due.
    await knex('resources').update({ work_due_at: null });
    expect(await claims.readDue()).toEqual({ drivers: [] });
  });

  it('overtakes who works on what is woken', async () => {
    await insertDue(1);
    const { id } = sampleResource(1);
    await claimOne(claims);
    expect(await claims.markDue(id)).toBe('memory');
    const release = { release: { inMs: 15_000 } };
    expect(await claims.write({ id, version: 1 }, release)).toBeUndefined();
    expect((await claims.reload(id))?.resource.version).toBe(2);
  });
});
