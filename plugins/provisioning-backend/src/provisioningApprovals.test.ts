import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { BoxDriver } from './__testUtils__/BoxDriver';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { startProvisioning } from './__testUtils__/startProvisioning';

/** A request, as far as an approval needs it. */
interface Waiting {
  id: string;
  planHash: string;
  resource: { id: string };
}

// Resources are made by the worker, which others may keep busy.
describe('provisioningPlugin, approvals after definitions have changed', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const archive = new BoxDriver({ id: 'archive' });
  let knex: Knex;
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;
  let before: { document: JsonObject }[];

  const documents = () => knex('definition_documents');

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    provisioning = await startProvisioning({ knex, drivers: [archive] });
    before = await documents();
  });

  afterEach(async () => {
    await provisioning.clear();
    archive.boxes.clear();
    await documents().delete();
    await documents().insert(
      before.map(row => ({ ...row, document: JSON.stringify(row.document) })),
    );
  });

  /** Has `box-production`, or one like it of another name, say something else. */
  async function define(spec: JsonObject, name = 'box-production') {
    const row = await documents().where({ name: 'box-production' }).first();
    const document = JSON.stringify({
      ...row.document,
      metadata: { name },
      spec: { ...row.document.spec, ...spec },
    });
    const hash = createHash('sha256').update(document).digest('hex');
    await documents()
      .insert({ ...row, name, document, hash })
      .onConflict(['kind', 'name'])
      .merge();
  }

  const request = async (name: string): Promise<Waiting> =>
    (await provisioning.request({ name, environment: 'production' })).body;

  const approve = ({ id, planHash }: Waiting) =>
    provisioning
      .ask('post', `/requests/${id}/approve`, 'ada')
      .send({ planHash });

  /** What waits once the approver has heard that it would come to something else. */
  async function seeAgain(waiting: Waiting): Promise<Waiting> {
    expect((await approve(waiting)).status).toBe(409);
    return (await provisioning.ask('get', `/requests/${waiting.id}`, 'ada'))
      .body;
  }

  it('make what was agreed to: driver, lease and deletion', async () => {
    const waiting = await request('ledger');
    await define({
      driver: 'archive',
      lease: { defaultDays: 5, maximumDays: 9, graceDays: 2 },
      deletion: 'snapshot-then-delete',
    });
    expect((await approve(await seeAgain(waiting))).status).toBe(200);
    await provisioning.waitFor(waiting.resource.id, 'ready');
    const row = knex('resources').where({ id: waiting.resource.id }).first();
    expect(await row).toMatchObject({
      driver: 'archive',
      lease_days: 5,
      lease_default_days: 5,
      lease_maximum_days: 9,
      lease_grace_days: 2,
      lease_ends_at: expect.any(Date),
      deletion: 'snapshot-then-delete',
    });
    expect([archive.boxes.size, provisioning.driver.boxes.size]).toEqual([
      1, 0,
    ]);
  });

  it('are by the definition and the owner that it has by then', async () => {
    await define({ lease: { defaultDays: 5, maximumDays: 9, graceDays: 2 } });
    const waiting = await request('ledger');
    const row = knex('resources').where({ id: waiting.resource.id });
    // The component was of somebody else.
    await row.clone().update({
      owner_ref: 'group:default/team-storefront',
      environment_type: 'development',
    });
    await define(
      { match: { environment: 'production' }, deletion: 'protect' },
      'box-ledger',
    );
    await documents()
      .where({ name: 'box-ledger' })
      .update({ document: knex.raw("document #- '{spec,lease}'") });
    expect((await approve(await seeAgain(waiting))).status).toBe(200);
    expect(await row.clone().first()).toMatchObject({
      owner_ref: 'group:default/team-payments',
      scope_ref: 'component:default/payment-service',
      environment_type: 'production',
      definition: 'box-ledger',
      deletion: 'protect',
      lease_days: null,
      lease_maximum_days: null,
    });
  });

  it('take no more than the quota of the definition that serves them', async () => {
    const waiting = [await request('ledger'), await request('journal')];
    await define(
      { match: { environment: 'production' }, quota: { perOwner: 1 } },
      'box-ledger',
    );
    const again = [await seeAgain(waiting[0]), await seeAgain(waiting[1])];
    const answers = await Promise.all(again.map(approve));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(
      await knex('resources').orderBy('definition').pluck('definition'),
    ).toEqual(['box-ledger', 'box-production']);
  });
});
