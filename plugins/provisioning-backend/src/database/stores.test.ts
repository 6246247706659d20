import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { sampleRequest, sampleResource } from '../__testUtils__/sampleResource';
import { toWireResource } from '../services/reads/toWire';
import { createStores, type ProvisioningStores } from './createStores';

const { id: resourceId } = sampleResource();

describe('the stores around a resource', () => {
  const databases = TestDatabases.create();
  let knex: Knex;
  let stores: ProvisioningStores;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    stores = createStores(knex);
  });

  beforeEach(async () => {
    await knex.raw('TRUNCATE resources, leftovers CASCADE');
    await stores.resources.insert(knex, sampleResource(), {
      title: 'Requested',
    });
  });

  it('has one id for all replicas of this portal', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(() => createStores(knex).installation.readId()),
    );
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ids).size).toBe(1);
    expect(await stores.installation.readId()).toBe(ids[0]);
  });

  it('lists requests by what they are about, the newest first', async () => {
    const { requests } = stores;
    await requests.insert(knex, sampleRequest(resourceId, 1));
    await requests.insert(
      knex,
      sampleRequest(resourceId, 2, {
        kind: 'delete',
        state: 'awaiting-approval',
        approverRefs: ['group:default/platform-team'],
      }),
    );
    await knex('requests').update({ created_at: '2026-11-28T12:00:00.000Z' });

    const first = await requests.list({ limit: 1 });
    expect(first).toMatchObject({
      totalItems: 2,
      items: [sampleRequest(resourceId, 2, { kind: 'delete' })].map(
        ({ id }) => ({ id }),
      ),
    });
    const second = await requests.list({ limit: 1, cursor: first.nextCursor });
    expect(second.items).toMatchObject([sampleRequest(resourceId, 1)]);
    expect(second.nextCursor).toBeUndefined();

    const count = async (filter: Parameters<typeof requests.list>[0]) =>
      (await requests.list(filter)).totalItems;
    const limit = 5;
    expect(await count({ limit, kind: 'delete' })).toBe(1);
    expect(await count({ limit, states: ['approved'] })).toBe(1);
    expect(
      await count({
        limit,
        approverRefs: ['user:default/x', 'group:default/platform-team'],
      }),
    ).toBe(1);
    expect(
      await count({ limit, ownerRefs: ['group:default/team-orders'] }),
    ).toBe(0);
    expect(
      await count({ limit, entityRefs: ['component:default/payment-service'] }),
    ).toBe(2);
    expect(await count({ limit, requesterRef: 'user:default/grace' })).toBe(2);
  });

  it('decides a request once', async () => {
    const { requests } = stores;
    const { id } = sampleRequest(resourceId);
    await requests.insert(
      knex,
      sampleRequest(resourceId, 1, { state: 'awaiting-approval' }),
    );
    const decide = (to: 'approved' | 'rejected') =>
      requests.move(knex, {
        id,
        from: ['awaiting-approval'],
        to,
        decidedBy: 'user:default/priya',
      });
    expect(await Promise.all([decide('approved'), decide('rejected')])).toEqual(
      expect.arrayContaining([true, false]),
    );
    expect(await requests.get(id)).toMatchObject({
      decidedBy: 'user:default/priya',
      decidedAt: expect.any(String),
    });
  });

  it('has those who bring the same key at once find one request', async () => {
    const { idempotencyKeys, requests } = stores;
    const bring = (number: number) =>
      knex.transaction(async trx => {
        const known = await idempotencyKeys.lock(trx, 'user:default/a', 'k');
        if (known) {
          return known.requestId;
        }
        const request = sampleRequest(resourceId, number);
        await requests.insert(trx, request);
        await idempotencyKeys.insert(trx, {
          principalRef: 'user:default/a',
          key: 'k',
          bodyHash: 'b',
          requestId: request.id,
        });
        return request.id;
      });
    const ids = await Promise.all([1, 2, 3, 4].map(bring));
    expect(new Set(ids).size).toBe(1);
  });

  it('gives a seed away once', async () => {
    const { credentials } = stores;
    const seed = { seedJwe: 'jwe-1', keyId: 'key-1' };
    const generation = { resourceId, generation: 1 };
    await knex('credentials').insert({
      resource_id: resourceId,
      generation: 1,
      seed_jwe: seed.seedJwe,
      key_id: seed.keyId,
      store: 'portal',
      outputs: ['password'],
    });
    expect(await credentials.get(resourceId, 1)).toMatchObject({
      store: 'portal',
      outputs: ['password'],
      seed,
    });
    expect(await credentials.listOutdated('key-1', { limit: 10 })).toEqual([]);
    const [outdated] = await credentials.listOutdated('key-2', { limit: 10 });
    await credentials.replaceSeed(outdated, { seedJwe: 'new', keyId: 'key-2' });

    const take = () =>
      knex.transaction(trx =>
        credentials.take(trx, generation, 'user:default/grace'),
      );
    expect(await take()).toEqual({ seedJwe: 'new', keyId: 'key-2' });
    expect(await take()).toBeUndefined();
    expect(await credentials.list(resourceId)).toEqual([
      {
        generation: 1,
        store: 'shown',
        reference: undefined,
        outputs: ['password'],
        takenBy: 'user:default/grace',
        takenAt: expect.any(String),
      },
    ]);
  });

  it('keeps what a step is at, and what that is made of', async () => {
    const { timeline } = stores;
    await timeline.add(knex, {
      resourceId,
      kind: 'step',
      title: { key: 'provisioning.timeline.drifted' },
    });
    const [{ id }] = await knex('timeline').where({ kind: 'step' });
    const latest = async () =>
      (await timeline.listOfResource(resourceId)).at(-1);
    const message = {
      key: 'provisioning.progress.makeDatabase',
      text: 'Making the database',
    };
    await timeline.reportProgress(knex, id, message);
    expect(await latest()).toMatchObject({
      detail: 'Making the database',
      messages: {
        title: [{ key: 'provisioning.timeline.drifted' }],
        detail: [message],
      },
    });
    await timeline.reportProgress(knex, id, 'Nearly there');
    expect(await latest()).toMatchObject({
      detail: 'Nearly there',
      messages: { title: [{ key: 'provisioning.timeline.drifted' }] },
    });
    expect((await latest())?.messages).not.toHaveProperty('detail');
  });

  it('keeps what a provider says that the database has no place for', async () => {
    const { timeline } = stores;
    const said = (text: string, name: string) => ({
      key: 'driver.table',
      text,
      values: { name },
    });
    await timeline.add(knex, {
      resourceId,
      kind: 'step',
      title: 'Creation, a\0b',
      detail: ['Half of \ud83d,', said('Table a\0b', 'a\0b')],
    });
    const [{ id }] = await knex('timeline').where({ kind: 'step' });
    const latest = async () =>
      (await timeline.listOfResource(resourceId)).at(-1);
    expect(await latest()).toMatchObject({
      title: 'Creation, ab',
      detail: 'Half of \ufffd, Table ab',
      messages: {
        detail: ['Half of \ufffd,', said('Table ab', 'ab')],
      },
    });

    // The 500th and the 501st unit are one character.
    await timeline.reportProgress(knex, id, `${'a'.repeat(499)}😀`);
    expect((await latest())?.detail).toBe('a'.repeat(499));
    await timeline.reportProgress(knex, id, said('Table a\0b', '\ud83d'));
    expect(await latest()).toMatchObject({
      detail: 'Table ab',
      messages: { detail: [said('Table ab', '\ufffd')] },
    });
  });

  it('answers differences and health with what they are made of', async () => {
    const noUser = {
      key: 'provisioning.difference.noUser',
      text: 'The user is missing',
    };
    const resource = await stores.resources.get(resourceId);
    expect(
      resource &&
        toWireResource({
          ...resource,
          hasDrift: true,
          observed: {
            status: 'present',
            access: 'granted',
            health: { status: 'degraded', message: noUser },
            differences: [noUser, 'versioning is off'],
            outputs: {},
          },
        }),
    ).toMatchObject({
      drift: {
        differences: ['The user is missing', 'versioning is off'],
        messages: { differences: [noUser, 'versioning is off'] },
      },
      health: {
        status: 'degraded',
        message: 'The user is missing',
        messages: { message: [noUser] },
      },
    });
  });

  it('remembers when a leftover was first seen, and forgets what is gone', async () => {
    const { leftovers } = stores;
    const here = {
      key: 'provisioning.place.automation',
      values: { title: 'Vault' },
    };
    const found = (providerName: string) => ({
      driver: 'memory',
      location: here,
      providerName,
      reason: { key: 'provisioning.leftover.unknown' },
      monthlyPrice: { amount: '5', currency: 'USD' },
    });
    const scope = {
      kind: 'unknown-to-portal',
      location: 'automation Vault',
    } as const;
    const monday = new Date('2026-11-23T00:00:00Z');
    const tuesday = new Date('2026-11-24T00:00:00Z');
    await leftovers.replace(scope, [found('a'), found('b')], monday);
    await leftovers.replace(scope, [found('b'), found('c')], tuesday);

    const first = await leftovers.list({ limit: 1 });
    expect(first).toMatchObject({
      totalItems: 2,
      items: [
        {
          ...found('b'),
          location: 'automation Vault',
          reason: 'The portal has no such resource',
          messages: {
            location: [here],
            reason: [{ key: 'provisioning.leftover.unknown' }],
          },
          kind: 'unknown-to-portal',
          firstSeenAt: monday.toISOString(),
          checkedAt: tuesday.toISOString(),
        },
      ],
    });
    const rest = await leftovers.list({ limit: 5, cursor: first.nextCursor });
    expect(rest.items).toMatchObject([{ providerName: 'c' }]);
    await leftovers.delete(rest.items[0]);
    expect(await leftovers.list({ limit: 5 })).toMatchObject({ totalItems: 1 });
  });
});
