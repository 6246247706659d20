import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { payments } from './__testUtils__/sampleCatalog';
import { startProvisioning } from './__testUtils__/startProvisioning';

const shared = {
  type: 'box',
  name: 'ledger',
  environment: 'dev',
  entityRef: payments,
  sharedId: 'main-box',
};

// Resources are made by the worker, which others may keep busy.
describe('provisioningPlugin, sharing', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    provisioning = await startProvisioning({
      knex,
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'eve-tool' },
          spec: { type: 'tool', owner: 'user:default/eve' },
        },
        ...['unlisted-tool', 'unlisted-web'].map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name },
          spec: { type: 'tool', owner: 'group:default/unlisted' },
        })),
      ],
    });
  });

  afterEach(() => provisioning.clear());

  it('uses what other components share by an id', async () => {
    const answers = await Promise.all([
      provisioning.request(shared),
      provisioning.request({
        ...shared,
        entityRef: 'component:default/ledger-service',
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const [id, other] = answers.map(({ body }) => body.resource.id);
    expect(other).toBe(id);
    const { body } = await provisioning.ask('get', `/resources/${id}`);
    expect(body.entityRefs).toEqual([
      'component:default/ledger-service',
      payments,
    ]);
    const next = await provisioning
      .ask('post', '/previews', 'linus')
      .send({ ...shared, entityRef: 'component:default/storefront-web' });
    expect(next.body.changes).toEqual([
      "Uses 'ledger' of 'group:default/team-payments', which is there already; 'component:default/storefront-web' depends on it from then on",
    ]);
    expect(next.body.approval).toEqual({
      isRequired: true,
      reasons: [
        {
          kind: 'shared',
          message: "'ledger' belongs to 'group:default/team-payments'",
          messages: {
            message: [
              {
                key: 'provisioning.approval.shared',
                values: {
                  name: 'ledger',
                  owner: 'group:default/team-payments',
                },
              },
            ],
          },
        },
      ],
      approverRefs: ['group:default/team-payments'],
    });
  });

  it('is used by the component of others once its owner agrees', async () => {
    const { body: own } = await provisioning.request(shared);
    const storefront = 'component:default/storefront-web';
    const ask = async () => {
      const { body } = await provisioning
        .ask('post', '/requests', 'linus')
        .send({ ...shared, entityRef: storefront });
      expect([body.kind, body.state, body.resource.id]).toEqual([
        'share',
        'awaiting-approval',
        own.resource.id,
      ]);
      return body;
    };
    const dependents = async () => {
      const path = `/resources/${own.resource.id}`;
      const { body } = await provisioning.ask('get', path);
      return [body.state === 'withdrawn', body.entityRefs];
    };

    const rejected = await ask();
    await provisioning
      .ask('post', `/requests/${rejected.id}/reject`)
      .send({ reason: 'Take one of your own' });
    expect(await dependents()).toEqual([false, [payments]]);

    const { id, planHash } = await ask();
    const approve = (person: 'ada' | 'grace') =>
      provisioning
        .ask('post', `/requests/${id}/approve`, person)
        .send({ planHash });
    expect((await approve('ada')).status).toBe(403);
    expect((await approve('grace')).body.state).toBe('done');
    expect(await dependents()).toEqual([false, [payments, storefront]]);
  });

  it('waits without keeping the owner from changing it, until it is deleted', async () => {
    const { body: own } = await provisioning.request(shared);
    const { id } = own.resource;
    await provisioning.waitFor(id, 'ready');
    const storefront = 'component:default/storefront-web';
    const waiting = [];
    for (const reason of ['For orders', 'For returns']) {
      const { body } = await provisioning
        .ask('post', '/requests', 'linus')
        .send({ ...shared, entityRef: storefront, reason });
      waiting.push(body.id);
    }
    const updated = await provisioning
      .ask('post', `/resources/${id}/update`)
      .send({ plan: 'large' });
    expect(updated.status).toBe(202);
    await provisioning.waitFor(id, 'ready');

    await provisioning
      .ask('post', `/resources/${id}/delete`)
      .send({ confirmName: 'ledger' });
    for (const request of waiting) {
      const { body } = await provisioning.ask('get', `/requests/${request}`);
      expect([body.state, body.stateReason]).toEqual([
        'cancelled',
        'The resource is to be deleted',
      ]);
    }
    await provisioning.waitFor(id, 'deleted');
  });

  it('is changed by the error budgets of all that depend on it', async () => {
    const vault = { ...shared, class: 'vault', environment: 'production' };
    const { body: own } = await provisioning.request(vault);
    const { id } = own.resource;
    await provisioning.waitFor(id, 'ready');
    Object.assign(provisioning.gate, {
      state: 'closed',
      reasons: [{ sloName: 'availability' }],
      entityRef: payments,
    });
    const update = async (colour: string) => {
      const { body } = await provisioning
        .ask('post', `/resources/${id}/update`)
        .send({ parameters: { colour } });
      expect([body.state, body.approvalReasons]).toEqual([
        'awaiting-approval',
        ["The error budget of 'payment-service' is spent (availability)"],
      ]);
      return body;
    };

    const waiting = await update('green');
    // Before the payment service in the alphabet, and with budget left.
    const { body: attached } = await provisioning.request({
      ...vault,
      entityRef: 'component:default/ledger-service',
    });
    expect([attached.kind, attached.state]).toEqual(['share', 'done']);
    const approved = await provisioning
      .ask('post', `/requests/${waiting.id}/approve`, 'ada')
      .send({ planHash: waiting.planHash });
    expect(approved.status).toBe(200);
    await provisioning.waitFor(id, 'ready');
    await update('red');
  });

  it('is changed without asking a component that the catalog has no more', async () => {
    const vault = { ...shared, class: 'vault', environment: 'production' };
    const { body: own } = await provisioning.request(vault);
    const { id } = own.resource;
    await provisioning.waitFor(id, 'ready');
    await knex('resource_entities').insert({
      resource_id: id,
      entity_ref: 'component:default/gone',
    });
    Object.assign(provisioning.gate, {
      state: 'closed',
      reasons: [{ sloName: 'availability' }],
      entityRef: 'component:default/gone',
    });
    const { body } = await provisioning
      .ask('post', `/resources/${id}/update`)
      .send({ parameters: { colour: 'green' } });
    expect([body.state, body.approvalReasons]).toEqual(['approved', []]);
    await provisioning.waitFor(id, 'ready');

    provisioning.world.hasSlo = false;
    const { body: waiting } = await provisioning
      .ask('post', `/resources/${id}/update`)
      .send({ parameters: { colour: 'red' } });
    expect(waiting.approvalReasons).toEqual([
      expect.stringContaining("'payment-service'"),
    ]);
  });

  it('says nothing of a resource whose owner is hidden', async () => {
    await provisioning.request(shared);
    await knex('resources').update({ owner_ref: 'group:default/hidden' });
    const input = {
      ...shared,
      name: 'tool-box',
      entityRef: 'component:default/eve-tool',
    };
    const preview = await provisioning
      .ask('post', '/previews', 'eve')
      .send(input);
    const message =
      'this shared id is not available to you; choose another one';
    expect(preview.body).toEqual({
      losers: [],
      changes: [],
      ownerRef: 'user:default/eve',
      approval: { isRequired: false, reasons: [], approverRefs: [] },
      violations: [
        {
          field: 'sharedId',
          message,
          messages: {
            message: [{ key: 'provisioning.problem.sharedUnavailable' }],
          },
        },
      ],
    });
    const asked = await provisioning.request(input, 'eve');
    expect([asked.status, asked.body.error.message]).toEqual([
      409,
      `'sharedId': ${message}`,
    ]);
    expect(asked.text).not.toMatch(/ledger|hidden/);
    expect(await knex('requests').where({ kind: 'share' })).toEqual([]);
  });

  it('is used by those whose own team the catalog hides from them', async () => {
    const ids = [];
    for (const name of ['unlisted-tool', 'unlisted-web']) {
      const { body } = await provisioning.request(
        { ...shared, entityRef: `component:default/${name}` },
        'eve',
      );
      ids.push(body.resource.id);
    }
    const [id, other] = ids;
    expect(other).toBe(id);
    const { body } = await provisioning.ask('get', `/resources/${id}`, 'eve');
    expect(body.entityRefs).toEqual([
      'component:default/unlisted-tool',
      'component:default/unlisted-web',
    ]);
    const list = await provisioning.ask('get', '/resources', 'eve');
    expect(list.body.items).toMatchObject([{ id }]);
  });

  it('is refused while the resource is being deleted', async () => {
    const { body: own } = await provisioning.request(shared);
    const { id } = own.resource;
    await provisioning.waitFor(id, 'ready');
    await knex('resources')
      .where({ id })
      .update({ state: 'deleting', desired: 'absent' });
    const answer = await provisioning.request({
      ...shared,
      entityRef: 'component:default/ledger-service',
    });
    expect([answer.status, answer.body.error.message]).toEqual([
      409,
      "'sharedId': 'ledger' is being deleted; ask again once it is gone",
    ]);
    const { body } = await provisioning.ask('get', `/resources/${id}`);
    expect(body.entityRefs).toEqual([payments]);
  });
});
