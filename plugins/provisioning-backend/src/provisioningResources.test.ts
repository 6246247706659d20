import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { payments, type Person } from './__testUtils__/sampleCatalog';
import { startProvisioning } from './__testUtils__/startProvisioning';

/** The portal may have begun, or be done, by the time it answers. */
const WORKED_ON = expect.stringMatching(/^(approved|running|done)$/);

// Resources are made by the worker, which others may keep busy.
describe('provisioningPlugin, resources', () => {
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
          kind: 'System',
          metadata: { name: 'billing' },
          relations: [{ type: 'hasPart', targetRef: payments }],
        },
      ],
    });
  });

  afterEach(() => provisioning.clear());

  /** A box that is ready. */
  async function make(change: object = {}): Promise<string> {
    const { body } = await provisioning.request(change);
    await provisioning.waitFor(body.resource.id, 'ready');
    return body.resource.id;
  }

  const change = (
    id: string,
    name: string,
    body: object = {},
    person: Person = 'grace',
  ) => provisioning.ask('post', `/resources/${id}/${name}`, person).send(body);

  const get = async (id: string, person: Person = 'grace') =>
    (await provisioning.ask('get', `/resources/${id}`, person)).body;

  describe('credentials', () => {
    it('are shown once, on record, and never listed', async () => {
      const id = await make();
      expect((await get(id)).credentials).toEqual([
        { generation: 1, outputs: ['password'], store: 'portal' },
      ]);
      const taken = await change(id, 'credentials');
      const [box] = provisioning.driver.boxes.values();
      expect(taken).toMatchObject({
        status: 200,
        headers: { 'cache-control': 'no-store' },
        body: { resourceId: id, generation: 1 },
      });
      expect(taken.body.outputs.password).toBe(box.password);
      const again = await change(id, 'credentials');
      expect([again.status, again.body.error.message]).toEqual([
        409,
        expect.stringMatching(/shown before/),
      ]);
      const details = await get(id);
      expect(details.credentials).toMatchObject([
        { store: 'shown', takenBy: 'user:default/grace' },
      ]);
      expect(details.allowed).not.toContain('take-credentials');
      expect(provisioning.audits.at(-2)).toMatchObject({
        eventId: 'credentials-take',
        severityLevel: 'high',
        meta: { resourceId: id, changedBy: 'user:default/grace' },
        outcome: { status: 'succeeded', meta: { generation: 1 } },
      });
    });

    it('are new after a rotation, and the old ones do not work', async () => {
      const id = await make();
      const first = await change(id, 'credentials');
      const rotated = await change(id, 'rotate');
      expect(rotated).toMatchObject({
        status: 202,
        body: { kind: 'rotate', state: WORKED_ON },
      });
      await provisioning.waitFor(id, 'ready');
      const second = await change(id, 'credentials');
      expect(second.body.generation).toBe(2);
      expect(second.body.outputs.password).not.toBe(
        first.body.outputs.password,
      );
      const [box] = provisioning.driver.boxes.values();
      expect(box.password).toBe(second.body.outputs.password);
    });
  });

  it('say what bills have for them, where cost knows', async () => {
    const id = await make();
    const { catalogRef, ...unknown } = await get(id);
    expect(unknown).not.toHaveProperty('actualCost');
    provisioning.world.costs.set(catalogRef, {
      monthToDate: '9.81',
      forecast: '11.20',
    });
    expect((await get(id)).actualCost).toEqual({
      monthToDate: { amount: '9.81', currency: 'EUR' },
      expected: { amount: '11.20', currency: 'EUR' },
    });
    provisioning.world.hasCost = false;
    expect(await get(id)).toEqual({ catalogRef, ...unknown });
  });

  it('are changed to another plan', async () => {
    const id = await make();
    const same = await change(id, 'update', { plan: 'small' });
    expect([same.status, same.body.error.message]).toEqual([
      409,
      "'plan': nothing would change",
    ]);
    const unknown = await change(id, 'update', { plan: 'huge' });
    expect(unknown.status).toBe(400);
    const updated = await change(id, 'update', {
      plan: 'large',
      parameters: { colour: 'green' },
    });
    expect(updated).toMatchObject({
      status: 202,
      body: { kind: 'update', state: WORKED_ON },
    });
    const { body } = await provisioning.ask(
      'get',
      `/requests/${updated.body.id}`,
    );
    expect(body.preview.changes).toEqual([
      'Plan: small becomes large',
      'colour: "red" becomes "green"',
    ]);
    const ready = await provisioning.waitFor(id, 'ready');
    expect(ready).toMatchObject({
      plan: 'large',
      parameters: { colour: 'green' },
      drift: { differences: [] },
    });
    expect(ready.monthlyPrice).toBeUndefined();
  });

  it('are listed by the system of their components, and so are requests', async () => {
    await make();
    await make({
      name: 'other',
      entityRef: 'component:default/ledger-service',
    });
    const namesOf = async (path: string) => {
      const { status, body } = await provisioning.ask('get', path);
      return [
        status,
        body.items?.map(
          (item: { name?: string; resource?: { name: string } }) =>
            item.resource?.name ?? item.name,
        ),
      ];
    };
    for (const list of ['/resources', '/requests']) {
      const system = `${list}?systemRef=system:default/billing`;
      expect(await namesOf(system)).toEqual([200, ['ledger']]);
      expect(
        await namesOf(`${system}&entityRef=component:default/ledger-service`),
      ).toEqual([200, []]);
      expect(await namesOf(`${list}?systemRef=system:default/none`)).toEqual([
        404,
        undefined,
      ]);
      expect(await namesOf(`${list}?system=billing`)).toEqual([400, undefined]);
    }
  });

  it('are previewed before they are changed', async () => {
    const id = await make();
    const preview = (input: object, person: Person = 'grace') =>
      provisioning
        .ask('post', '/previews', person)
        .send({ resourceId: id, ...input });
    const { status, body } = await preview({
      plan: 'large',
      parameters: { colour: 'green' },
    });
    expect([status, body]).toEqual([
      200,
      {
        definition: { name: 'box-anywhere', title: 'Box', driver: 'memory' },
        losers: [],
        changes: ['Plan: small becomes large', 'colour: "red" becomes "green"'],
        messages: { changes: [expect.anything(), expect.anything()] },
        ownerRef: 'group:default/team-payments',
        plan: { name: 'large', title: 'large' },
        previous: {
          plan: 'small',
          monthlyPrice: { amount: '9.50', currency: 'USD' },
        },
        approval: { isRequired: false, reasons: [], approverRefs: [] },
        lease: { days: 30, graceDays: 7 },
        quota: { limit: 10, used: 0 },
        deletion: 'delete',
        violations: [],
        planHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect((await get(id)).plan).toBe('small');
    const violationsOf = async (input: object, person?: Person) =>
      (await preview(input, person)).body.violations;
    expect(await violationsOf({})).toMatchObject([
      { field: 'plan', message: 'nothing would change' },
    ]);
    expect(await violationsOf({ parameters: { colour: 7 } })).toMatchObject([
      { field: 'parameters.colour' },
    ]);
    expect(await violationsOf({ plan: 'large' }, 'linus')).toMatchObject([
      {
        field: 'ownerRef',
        message: 'Only team-payments can change this resource',
      },
    ]);
    expect((await preview({ resourceId: randomUUID() })).status).toBe(404);
    expect((await preview({ type: 'box' })).status).toBe(400);

    // What was seen is what is changed, or nothing.
    const stale = await change(id, 'update', {
      plan: 'large',
      planHash: 'old',
    });
    expect(stale.status).toBe(409);
    const { planHash } = (await preview({ plan: 'large' })).body;
    const seen = await change(id, 'update', { plan: 'large', planHash });
    expect(seen.status).toBe(202);
    await provisioning.waitFor(id, 'ready');
  });

  it('wait for approval with a change where the definition asks for it', async () => {
    const { body: asked } = await provisioning.request({
      environment: 'production',
    });
    await provisioning
      .ask('post', `/requests/${asked.id}/approve`, 'ada')
      .send({ planHash: asked.planHash });
    const { id } = asked.resource;
    await provisioning.waitFor(id, 'ready');
    const update = await change(id, 'update', { plan: 'large' });
    expect(update.body).toMatchObject({
      state: 'awaiting-approval',
      approverRefs: ['group:default/platform-team'],
      resource: { state: 'ready', plan: 'small' },
    });
    const second = await change(id, 'update', { plan: 'large' });
    expect([second.status, second.body.error.message]).toEqual([
      409,
      "A change of 'ledger' waits for approval already; cancel it first",
    ]);
    const approved = await provisioning
      .ask('post', `/requests/${update.body.id}/approve`, 'ada')
      .send({ planHash: update.body.planHash });
    expect(approved.status).toBe(200);
    expect(await provisioning.waitFor(id, 'ready')).toMatchObject({
      plan: 'large',
    });
  });

  it('are deleted by their name, with proof, and free their quota', async () => {
    const id = await make();
    const wrong = await change(id, 'delete', { confirmName: 'Ledger' });
    expect([wrong.status, wrong.body.error.message]).toEqual([
      400,
      "'confirmName' must be the name of the resource, 'ledger'",
    ]);
    const deleted = await change(id, 'delete', {
      confirmName: 'ledger',
      reason: 'Moved',
    });
    expect(deleted).toMatchObject({
      status: 202,
      body: { kind: 'delete', state: WORKED_ON, reason: 'Moved' },
    });
    const gone = await provisioning.waitFor(id, 'deleted');
    expect(gone).toMatchObject({
      allowed: [],
      proof: { deletedBy: 'user:default/grace' },
    });
    expect(provisioning.driver.boxes.size).toBe(0);
    expect((await change(id, 'rotate')).status).toBe(409);
    expect((await provisioning.request()).status).toBe(201);
  });

  it('are not deleted where their definition protects them', async () => {
    const id = await make({ class: 'vault' });
    const details = await get(id);
    expect(details.allowed).toEqual(['update', 'rotate', 'take-credentials']);
    const deleted = await change(id, 'delete', { confirmName: 'ledger' });
    expect([deleted.status, deleted.body.error.message]).toEqual([
      409,
      expect.stringMatching(/^'ledger' is protected/),
    ]);
    expect((await change(id, 'extend')).status).toBe(409);
  });

  it.each<[string, object]>([
    ['update', { plan: 'large' }],
    ['rotate', {}],
    ['extend', {}],
    ['delete', { confirmName: 'ledger' }],
    ['credentials', {}],
  ])('are left alone by %s of who may not', async (name, body) => {
    const id = await make();
    expect((await get(id, 'linus')).allowed).toEqual([]);
    expect((await change(id, name, body, 'linus')).status).toBe(403);
    expect(provisioning.audits.at(-1)).toMatchObject({
      outcome: { status: 'failed' },
    });
    expect((await change(randomUUID(), name, body)).status).toBe(404);
    expect((await change(id, name, { ...body, odd: 1 })).status).toBe(400);
    await knex('resources').update({ owner_ref: 'group:default/hidden' });
    expect((await change(id, name, body, 'eve')).status).toBe(404);
    expect(
      (await provisioning.ask('get', `/resources/${id}`, 'eve')).status,
    ).toBe(404);
  });

  it.each(['retry', 'adopt', 'abandon'])(
    'are left alone by %s of who is no administrator',
    async name => {
      const id = await make();
      expect((await change(id, name)).status).toBe(403);
      expect(provisioning.audits.at(-1)).toMatchObject({
        eventId: `resource-${name}`,
        outcome: { status: 'failed' },
      });
      expect((await change(randomUUID(), name, {}, 'ada')).status).toBe(404);
      expect((await change('odd', name, {}, 'ada')).status).toBe(404);
      expect((await change(id, name, { odd: 1 }, 'ada')).status).toBe(400);
    },
  );

  it('that need a person are adopted, abandoned or tried again', async () => {
    const stop = async (id: string, state: string) => {
      await knex('resources').where({ id }).update({ state });
    };
    const adopted = await make();
    expect((await change(adopted, 'adopt', {}, 'ada')).status).toBe(409);
    await stop(adopted, 'needs-attention');
    expect((await get(adopted, 'ada')).allowed).toEqual(
      expect.arrayContaining(['adopt', 'abandon']),
    );
    expect((await change(adopted, 'adopt', {}, 'ada')).body).toMatchObject({
      state: 'ready',
    });
    await stop(adopted, 'failed');
    expect((await get(adopted, 'ada')).allowed).toContain('retry');
    expect((await change(adopted, 'retry', {}, 'ada')).status).toBe(200);
    await provisioning.waitFor(adopted, 'ready');
    const abandoned = await make({ name: 'other' });
    await stop(abandoned, 'needs-attention');
    expect((await change(abandoned, 'abandon', {}, 'ada')).status).toBe(200);
    await provisioning.waitFor(abandoned, 'deleted');
  });

  describe('lists', () => {
    it('have what one asks for, page after page', async () => {
      await make({ name: 'first' });
      await make({
        name: 'second',
        entityRef: 'component:default/ledger-service',
      });
      const list = async (query: string) => {
        const { body } = await provisioning.ask('get', `/resources?${query}`);
        return body.items.map(({ name }: { name: string }) => name);
      };
      expect(await list('sort=name')).toEqual(['first', 'second']);
      expect(await list(`entityRef=${payments}`)).toEqual(['first']);
      expect(
        await list('ownerRef=group:default/team-payments&sort=name'),
      ).toEqual(['first', 'second']);
      expect(await list('ownerRef=group:default/team-storefront')).toEqual([]);
      expect(await list('state=ready&state=failed&sort=name')).toEqual([
        'first',
        'second',
      ]);
      expect(await list('state=failed')).toEqual([]);
      expect(await list('text=SECO')).toEqual(['second']);
      expect(await list('catalogRef=component:default/x')).toEqual([]);
      const page = await provisioning.ask(
        'get',
        '/resources?limit=1&sort=name',
      );
      expect(page.body).toMatchObject({ totalItems: 2 });
      expect(
        await list(`limit=1&sort=name&cursor=${page.body.nextCursor}`),
      ).toEqual(['second']);
      const first = `catalogRef=${page.body.items[0].catalogRef}`;
      for (const query of [first, `${first}&catalogRef=component:default/x`]) {
        expect(await list(query)).toEqual(['first']);
      }
      for (const wrong of ['odd=1', 'state=odd', 'limit=0', 'cursor=odd']) {
        const answer = await provisioning.ask('get', `/resources?${wrong}`);
        expect([wrong, answer.status]).toEqual([wrong, 400]);
      }
      expect(
        (
          await provisioning.ask(
            'get',
            '/resources?ownerRef=group:default/none',
          )
        ).status,
      ).toBe(404);
    });

    it('leave out what is hidden', async () => {
      await make();
      await knex('resources').update({ owner_ref: 'group:default/hidden' });
      for (const path of ['/resources', '/requests']) {
        const { body } = await provisioning.ask('get', path, 'eve');
        expect([path, body]).toEqual([path, { items: [], totalItems: 0 }]);
      }
    });

    it('are files for spreadsheets, too', async () => {
      const id = await make();
      const { headers, text } = await provisioning.ask(
        'get',
        '/resources.csv?ownerRef=group:default/team-payments',
      );
      expect(headers['content-type']).toMatch(/^text\/csv/);
      const [title, row, end] = text.split('\r\n');
      expect(title).toMatch(/^id,name,type,/);
      expect(row).toMatch(
        new RegExp(
          `^${id},ledger,box,default,dev,group:default/team-payments,${payments},box-anywhere,small,9.50,USD,ready,`,
        ),
      );
      expect(end).toBe('');
      expect(
        (await provisioning.ask('get', '/resources.csv?limit=1')).status,
      ).toBe(400);
    });

    it('of leftovers are for administrators', async () => {
      expect((await provisioning.ask('get', '/leftovers')).status).toBe(403);
      expect((await provisioning.ask('get', '/leftovers', 'ada')).body).toEqual(
        { items: [], totalItems: 0 },
      );
    });

    it('of leftovers let administrators remove what the portal deleted', async () => {
      const id = await make();
      const [providerName] = provisioning.driver.boxes.keys();
      const key = {
        driver: 'memory',
        location: 'memory of this process',
        providerName,
      };
      const remove = (body: object = {}, person: Person = 'ada') =>
        provisioning
          .ask('post', '/leftovers/remove', person)
          .send({ ...key, confirmName: providerName, ...body });
      const checkedAt = new Date();
      const leave = (name: string, resourceId: string) =>
        knex('leftovers').insert({
          kind: 'unknown-to-portal',
          driver: key.driver,
          location: key.location,
          provider_name: name,
          resource_id: resourceId,
          reason: 'It is there',
          first_seen_at: checkedAt,
          checked_at: checkedAt,
        });
      expect((await remove({}, 'grace')).status).toBe(403);
      expect((await remove()).status).toBe(404);
      await leave(providerName, id);
      await leave('stray', randomUUID());
      expect((await remove({ confirmName: 'else' })).status).toBe(400);
      const alive = await remove();
      expect([alive.status, alive.body.error.message]).toEqual([
        409,
        "'ledger' is in the state 'Ready': delete the resource instead",
      ]);
      const stray = await remove({
        providerName: 'stray',
        confirmName: 'stray',
      });
      expect([stray.status, stray.body.error.message]).toEqual([
        409,
        expect.stringMatching(/no record of 'stray'/),
      ]);

      await knex('resources').where({ id }).update({ state: 'deleted' });
      const { body: listed } = await provisioning.ask(
        'get',
        '/leftovers',
        'ada',
      );
      expect(
        listed.items.map((item: { isRemovable: boolean }) => item.isRemovable),
      ).toEqual([true, false]);
      const removed = await remove();
      expect([removed.status, removed.body]).toEqual([
        200,
        {
          resourceId: id,
          removed: [`Box ${providerName}`],
          messages: { removed: [expect.anything()] },
          checkedAbsentAt: expect.any(String),
        },
      ]);
      expect(provisioning.driver.boxes.size).toBe(0);
      expect(provisioning.audits.at(-1)).toMatchObject({
        eventId: 'leftover-remove',
        outcome: {
          status: 'succeeded',
          meta: { resourceId: id, removed: [`Box ${providerName}`] },
        },
      });
      expect((await get(id, 'ada')).timeline.at(-1)).toMatchObject({
        kind: 'note',
        actorRef: 'user:default/ada',
        detail: `Box ${providerName}`,
      });
      expect((await remove()).status).toBe(404);
      await knex('leftovers').delete();
    });

    it('of definitions say what there is, without what drivers are told', async () => {
      await make();
      const { body, text } = await provisioning.ask('get', '/definitions');
      expect(text).not.toMatch('secret-shelf');
      expect(body).toMatchObject({
        definitions: [
          {
            name: 'box-anywhere',
            title: 'Box',
            defaultPlan: 'small',
            plans: [
              {
                name: 'small',
                monthlyPrice: { amount: '9.50', currency: 'USD' },
              },
              { name: 'large' },
            ],
            quotaPerOwner: 10,
            needsApproval: false,
            liveCount: 1,
          },
          {
            name: 'box-production',
            needsApproval: true,
            approverRefs: ['group:default/platform-team'],
            liveCount: 0,
          },
          { name: 'box-vault', deletion: 'protect' },
        ],
        drivers: [{ id: 'memory', title: 'Memory' }],
        environments: [
          { name: 'dev' },
          { name: 'staging' },
          { name: 'production' },
        ],
        problems: [],
      });
    });
  });
});
