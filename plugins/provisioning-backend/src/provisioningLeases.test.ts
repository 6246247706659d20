import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { startProvisioning } from './__testUtils__/startProvisioning';

const DAY_MS = 24 * 3_600_000;

// Resources are made by the worker, which others may keep busy.
describe('provisioningPlugin, leases of resources', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    provisioning = await startProvisioning({ knex });
  });

  afterEach(() => provisioning.clear());

  /** A box that is ready. */
  async function make(): Promise<string> {
    const { body } = await provisioning.request();
    await provisioning.waitFor(body.resource.id, 'ready');
    return body.resource.id;
  }

  const extend = (id: string, body: object = {}) =>
    provisioning.ask('post', `/resources/${id}/extend`).send(body);

  it('are lent for longer, as far as their definition lends them', async () => {
    const id = await make();
    const { body: made } = await provisioning.ask('get', `/resources/${id}`);
    const until = (days: number) =>
      new Date(Date.now() + days * DAY_MS).toISOString();
    const wanted = until(60);
    const extended = await extend(id, { until: wanted });
    expect(extended).toMatchObject({
      status: 202,
      body: {
        kind: 'extend',
        state: 'done',
        resource: {
          lease: {
            endsAt: wanted,
            removedAt: new Date(Date.parse(wanted) + 7 * DAY_MS).toISOString(),
          },
        },
      },
    });
    expect(made.lease.endsAt < wanted).toBe(true);
    for (const wrong of [until(91), until(-1)]) {
      expect((await extend(id, { until: wrong })).status).toBe(400);
    }
    // One click never shortens what is there.
    const again = await extend(id);
    expect(again.body.resource.lease.endsAt).toBe(wanted);
  });

  it.each([
    ['failed', 'Failed'],
    ['needs-attention', 'Needs attention'],
  ])('are not extended while they are %s', async (state, label) => {
    const id = await make();
    // As where nobody could take access away.
    await knex('resources')
      .where({ id })
      .update({ state, desired: 'suspended' });
    const [before] = await knex('resources').where({ id });
    const refused = await extend(id);
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      `'ledger' is in the state '${label}' now; that cannot be asked for`,
    ]);
    expect(await knex('resources').where({ id })).toEqual([before]);
  });
});
