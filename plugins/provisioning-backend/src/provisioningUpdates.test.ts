import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import type { Person } from './__testUtils__/sampleCatalog';
import { startProvisioning } from './__testUtils__/startProvisioning';

const HOUR_MS = 3_600_000;

// Resources are made by the worker, which others may keep busy.
describe('provisioningPlugin, updates', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    provisioning = await startProvisioning({ knex });
  });

  afterEach(() => provisioning.clear());

  const change = (
    id: string,
    name: string,
    body: object = {},
    person: Person = 'grace',
  ) => provisioning.ask('post', `/resources/${id}/${name}`, person).send(body);

  const approve = ({ id, planHash }: { id: string; planHash: string }) =>
    provisioning
      .ask('post', `/requests/${id}/approve`, 'ada')
      .send({ planHash });

  /** A box in production, where changes wait for approval. */
  async function makeInProduction(): Promise<string> {
    const { body } = await provisioning.request({ environment: 'production' });
    await approve(body);
    await provisioning.waitFor(body.resource.id, 'ready');
    return body.resource.id;
  }

  describe('that wait for approval', () => {
    const stop = (id: string, state: string) =>
      knex('resources').where({ id }).update({ state });

    it('are not approved while something else is done with the resource', async () => {
      const id = await makeInProduction();
      const { body: waiting } = await change(id, 'update', { plan: 'large' });
      await stop(id, 'expiring');
      const refused = await approve(waiting);
      expect([refused.status, refused.body.error.message]).toEqual([
        409,
        "'ledger' is in the state 'Lease expired' now; that cannot be asked for",
      ]);
      await stop(id, 'ready');
      expect((await approve(waiting)).status).toBe(200);
      expect(await provisioning.waitFor(id, 'ready')).toMatchObject({
        plan: 'large',
      });
    });

    it('are cancelled where the resource is given up', async () => {
      const id = await makeInProduction();
      const { body: waiting } = await change(id, 'update', { plan: 'large' });
      await stop(id, 'needs-attention');
      provisioning.driver.boxes.clear();
      const abandoned = await change(id, 'abandon', {}, 'ada');
      expect(abandoned.body.state).toBe('deleted');
      const late = await approve(waiting);
      expect([late.status, late.body.error.message]).toEqual([
        409,
        'The request was cancelled',
      ]);
    });
  });

  it.each<[string, object, string, string]>([
    ['update', { plan: 'large' }, 'failed', 'retry'],
    ['rotate', {}, 'needs-attention', 'adopt'],
  ])(
    'keep what could not be deleted: after %s it is not deleted later',
    async (name, body, stopped, decision) => {
      const { body: asked } = await provisioning.request();
      const { id } = asked.resource;
      await provisioning.waitFor(id, 'ready');
      // The driver makes no snapshots, so that nothing is removed.
      const row = knex('resources').where({ id });
      await row.clone().update({ deletion: 'snapshot-then-delete' });
      await change(id, 'delete', { confirmName: 'ledger' });
      await provisioning.waitFor(id, 'failed');

      expect((await change(id, name, body)).status).toBe(202);
      await provisioning.waitFor(id, 'ready');
      expect(await row.clone().first()).toMatchObject({
        desired: 'present',
        deleted_by: null,
      });
      await row.clone().update({ state: stopped, deletion: 'delete' });
      const decided = await change(id, decision, {}, 'ada');
      expect(decided.status).toBe(200);
      expect(decided.body.state).not.toBe('deleting');
      await provisioning.waitFor(id, 'ready');
      expect(provisioning.driver.boxes.size).toBe(1);
    },
  );

  it('set again what somebody changed at the provider, with all else as it is', async () => {
    const { body: asked } = await provisioning.request();
    const { id } = asked.resource;
    await provisioning.waitFor(id, 'ready');
    const [box] = provisioning.driver.boxes.values();
    box.differences = ['The lid is open'];
    const see = (observed: object) =>
      knex('resources').where({ id }).update({ has_drift: true, observed });
    const preview = async () => {
      const { body } = await provisioning
        .ask('post', '/previews')
        .send({ resourceId: id });
      return [body.changes, body.violations];
    };

    await see({ status: 'absent' });
    expect(await preview()).toMatchObject([
      [],
      [{ field: 'plan', message: 'nothing would change' }],
    ]);
    expect((await change(id, 'update')).status).toBe(409);

    await see({
      status: 'present',
      access: 'granted',
      health: { status: 'ok' },
      differences: box.differences,
      outputs: {},
    });
    expect(await preview()).toEqual([
      ['What differs at the provider is set again'],
      [],
    ]);
    expect((await change(id, 'update')).status).toBe(202);
    const ready = await provisioning.waitFor(id, 'ready');
    expect(ready.drift.differences).toEqual([]);
    const [after] = provisioning.driver.boxes.values();
    expect(after.differences).toEqual([]);
    expect(await knex('resources').where({ id }).first('has_drift')).toEqual({
      has_drift: false,
    });
  });

  describe('of a resource whose definition has another rule for its deletion', () => {
    const setDeletion = (name: string, deletion: string) =>
      knex('definition_documents')
        .where({ name })
        .update({
          document: knex.raw(
            `jsonb_set(document, '{spec,deletion}', to_jsonb(?::text))`,
            [deletion],
          ),
        });

    afterEach(async () => {
      await setDeletion('box-vault', 'protect');
      await setDeletion('box-production', 'delete');
    });

    it('have it deleted once the definition allows it', async () => {
      const { body: asked } = await provisioning.request({ class: 'vault' });
      const { id } = asked.resource;
      await provisioning.waitFor(id, 'ready');
      expect((await change(id, 'update')).body.error.message).toBe(
        "'plan': nothing would change",
      );
      await setDeletion('box-vault', 'delete');
      const early = await change(id, 'delete', { confirmName: 'ledger' });
      expect([early.status, early.body.error.message]).toEqual([
        409,
        "'ledger' is protected. Once its definition 'box-vault' allows deletion, change 'ledger' so that this applies to it, then delete it",
      ]);
      const preview = await provisioning
        .ask('post', '/previews')
        .send({ resourceId: id });
      expect(preview.body).toMatchObject({
        changes: [
          'From then on it can be deleted in the portal, and its data with it',
        ],
        deletion: 'delete',
        violations: [],
      });
      expect((await change(id, 'update')).status).toBe(202);
      const ready = await provisioning.waitFor(id, 'ready');
      expect([ready.deletion, ready.allowed]).toEqual([
        'delete',
        expect.arrayContaining(['delete']),
      ]);
      const late = await change(id, 'delete', { confirmName: 'ledger' });
      expect(late.status).toBe(202);
      await provisioning.waitFor(id, 'deleted');
    });

    describe('with a lease', () => {
      const setLease = (lease: object | undefined) =>
        knex('definition_documents')
          .where({ name: 'box-vault' })
          .update({
            document: lease
              ? knex.raw(`jsonb_set(document, '{spec,lease}', ?::jsonb)`, [
                  JSON.stringify(lease),
                ])
              : knex.raw(`document #- '{spec,lease}'`),
          });

      const hoursFromNow = (hours: number) =>
        new Date(Date.now() + hours * HOUR_MS);

      afterEach(() => setLease(undefined));

      /** A protected box whose lease ends then, and whose definition lets go of it. */
      async function makeLent(endsAt: Date): Promise<string> {
        const { body } = await provisioning.request({ class: 'vault' });
        expect(body).toMatchObject({ kind: 'create' });
        const { id } = body.resource;
        await provisioning.waitFor(id, 'ready');
        await knex('resources').where({ id }).update({
          lease_days: 60,
          lease_default_days: 60,
          lease_maximum_days: 90,
          lease_grace_days: 7,
          lease_ends_at: endsAt,
        });
        await setDeletion('box-vault', 'delete');
        return id;
      }

      /** What the preview says, and the lease once it is done. */
      async function update(id: string) {
        const preview = await provisioning
          .ask('post', '/previews')
          .send({ resourceId: id });
        expect((await change(id, 'update')).status).toBe(202);
        const { deletion, lease } = await provisioning.waitFor(id, 'ready');
        expect(deletion).toBe('delete');
        return { lines: preview.body.changes, lease };
      }

      it.each([-48, 20])(
        'begin it anew where nobody would be reminded of its end in %d hours',
        async hours => {
          const id = await makeLent(hoursFromNow(hours));
          await setLease({ defaultDays: 20, maximumDays: 40, graceDays: 3 });
          const after20Days = () => hoursFromNow(20 * 24).toISOString();
          const earliest = after20Days();
          const { lines, lease } = await update(id);
          expect(lines).toEqual([
            'From then on it can be deleted in the portal, and its data with it',
            'Its lease is over, or nearly so: a new one of 20 days begins',
          ]);
          expect(lease.maximumDays).toBe(40);
          expect(lease.endsAt >= earliest).toBe(true);
          expect(lease.endsAt <= after20Days()).toBe(true);
        },
      );

      it('end it where the definition has none', async () => {
        const id = await makeLent(hoursFromNow(-48));
        const { lines, lease } = await update(id);
        expect(lines).toEqual([
          'From then on it can be deleted in the portal, and its data with it',
          'Its lease is over, or nearly so: it has none from then on, and stays until it is deleted',
        ]);
        expect(lease).toBeUndefined();
        expect(
          await knex('resources').where({ id }).first('lease_ends_at'),
        ).toEqual({ lease_ends_at: null });
      });

      it('leave it alone where the owner hears of its end', async () => {
        const endsAt = hoursFromNow(48);
        const { lines, lease } = await update(await makeLent(endsAt));
        expect(lines).toHaveLength(1);
        expect(lease).toMatchObject({
          endsAt: endsAt.toISOString(),
          maximumDays: 90,
        });
      });

      it('wait again where it has ended before somebody agreed', async () => {
        const id = await makeInProduction();
        await knex('resources')
          .where({ id })
          .update({
            deletion: 'protect',
            lease_default_days: 60,
            lease_maximum_days: 90,
            lease_ends_at: hoursFromNow(48),
          });
        const { body: waiting } = await change(id, 'update');
        await knex('resources')
          .where({ id })
          .update({ lease_ends_at: hoursFromNow(-1) });
        expect((await approve(waiting)).status).toBe(409);
        const { body: again } = await provisioning.ask(
          'get',
          `/requests/${waiting.id}`,
        );
        expect(again.preview.changes).toHaveLength(2);
        expect((await approve(again)).status).toBe(200);
        expect(await provisioning.waitFor(id, 'ready')).not.toHaveProperty(
          'lease',
        );
      });
    });

    it('protect it where that was agreed to', async () => {
      const id = await makeInProduction();
      await setDeletion('box-production', 'protect');
      const { body: waiting } = await change(id, 'update', { plan: 'large' });
      const seen = await provisioning.ask('get', `/requests/${waiting.id}`);
      expect(seen.body.preview.deletion).toBe('protect');
      const rule = knex('resources').where({ id }).first('deletion');
      expect(await rule.clone()).toEqual({ deletion: 'delete' });
      expect((await approve(waiting)).status).toBe(200);
      await provisioning.waitFor(id, 'ready');
      expect(await rule.clone()).toEqual({ deletion: 'protect' });
      const refused = await change(id, 'delete', { confirmName: 'ledger' });
      expect(refused.status).toBe(409);
    });
  });

  describe('of a resource whose definition leads elsewhere by now', () => {
    const MOVED =
      "'ledger' cannot be moved from shelf top to shelf cellar: request a new one and delete this one, or ask the platform team to change 'box-production' back";

    const putOn = (shelf: string) =>
      knex('definition_documents')
        .where({ name: 'box-production' })
        .update({
          document: knex.raw(
            `jsonb_set(document, '{spec,inputs,shelf}', to_jsonb(?::text))`,
            [shelf],
          ),
        });

    beforeEach(() => {
      jest
        .spyOn(provisioning.driver, 'describeLocation')
        .mockImplementation(inputs => `shelf ${inputs.shelf}`);
    });

    afterEach(async () => {
      jest.restoreAllMocks();
      await putOn('top');
    });

    it('are refused, and are not approved where they waited', async () => {
      const id = await makeInProduction();
      const waiting = await change(id, 'update', { plan: 'large' });
      expect(waiting.body.state).toBe('awaiting-approval');

      await putOn('cellar');
      const approved = await approve(waiting.body);
      expect([approved.status, approved.body.error.message]).toEqual([
        409,
        `This cannot be made any more: ${MOVED}`,
      ]);
      const preview = await provisioning
        .ask('post', '/previews')
        .send({ resourceId: id, plan: 'large' });
      expect(preview.body.violations).toMatchObject([
        { field: 'definition', message: MOVED },
      ]);
      await provisioning
        .ask('post', `/requests/${waiting.body.id}/cancel`)
        .send({ reason: 'It stays as it is' });
      const refused = await change(id, 'update', { plan: 'large' });
      expect([refused.status, refused.body.error.message]).toEqual([
        409,
        `'definition': ${MOVED}`,
      ]);
      const [resource] = await knex('resources').where({ id });
      expect([resource.state, resource.inputs]).toEqual([
        'ready',
        { shelf: 'top', size: 5 },
      ]);
    });
  });
});
