import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { payments } from './__testUtils__/sampleCatalog';
import { startProvisioning } from './__testUtils__/startProvisioning';

/** The portal may have begun, or be done, by the time it answers. */
const WORKED_ON = expect.stringMatching(/^(approved|running|done)$/);

const box = {
  type: 'box',
  name: 'ledger',
  environment: 'dev',
  entityRef: payments,
};
const production = { ...box, environment: 'production' };

// Resources are made by the worker, which others may keep busy.
describe('provisioningPlugin, requests', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    provisioning = await startProvisioning({ knex });
  });

  afterEach(() => provisioning.clear());

  const preview = (change: object = {}) =>
    provisioning.ask('post', '/previews').send({ ...box, ...change });

  describe('previews', () => {
    it('show what would be made, by which definition, and under which rules', async () => {
      const { status, body } = await preview();
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          definition: { name: 'box-anywhere', title: 'Box', driver: 'memory' },
          losers: [
            {
              name: 'box-production',
              reason: "is for environments of type 'production' only",
            },
            { name: 'box-vault', reason: "is for class 'vault' only" },
          ],
          changes: ['Box ledger-…'],
          messages: {
            changes: [
              {
                key: 'boxes.made',
                values: { name: 'ledger-…' },
                text: 'Box ledger-…',
              },
            ],
          },
          ownerRef: 'group:default/team-payments',
          plan: { name: 'small', title: 'Small' },
          monthlyPrice: { amount: '9.50', currency: 'USD' },
          approval: { isRequired: false, reasons: [], approverRefs: [] },
          lease: { days: 30, graceDays: 7 },
          quota: { limit: 10, used: 0 },
          deletion: 'delete',
          violations: [],
          planHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      });
    });

    it('ask for approval where the definition or a spent error budget does', async () => {
      provisioning.gate.state = 'closed';
      provisioning.gate.reasons = [{ sloName: 'availability' }];
      const { body } = await preview({ environment: 'production' });
      expect(body).toMatchObject({
        definition: { name: 'box-production' },
        losers: [
          {
            name: 'box-anywhere',
            reason: "is less specific than 'box-production'",
          },
          { name: 'box-vault' },
        ],
        approval: {
          isRequired: true,
          reasons: [
            { kind: 'definition', message: "'box-production' needs approval" },
            {
              kind: 'error-budget',
              message:
                "The error budget of 'payment-service' is spent (availability)",
            },
          ],
          approverRefs: ['group:default/platform-team'],
        },
      });
      // Nobody spends a budget in dev.
      expect((await preview()).body.approval.isRequired).toBe(false);
    });

    it('ask for approval where nobody can say how the error budget is', async () => {
      provisioning.world.hasSlo = false;
      const { status, body } = await preview({
        environment: 'production',
        class: 'vault',
      });
      expect([status, body.approval]).toEqual([
        200,
        {
          isRequired: true,
          reasons: [
            {
              kind: 'error-budget',
              message:
                "Nobody can say now whether 'payment-service' has error budget left",
              messages: {
                message: [
                  {
                    key: 'provisioning.approval.budgetUnknown',
                    values: { name: 'payment-service' },
                  },
                ],
              },
            },
          ],
          approverRefs: ['group:default/platform-team'],
        },
      ]);
    });

    it.each<[object, string, RegExp]>([
      [
        { environment: 'moon' },
        'environment',
        /'dev', 'staging', 'production'/,
      ],
      [{ type: 'sphere' }, 'type', /must be one of .*'box'/],
      [{ class: 'gold' }, 'type', /no definition serves 'box' of class 'gold'/],
      [{ plan: 'huge' }, 'plan', /must be one of 'small', 'large'/],
      [{ leaseDays: 91 }, 'leaseDays', /must be at most 90/],
      [{ class: 'vault', leaseDays: 5 }, 'leaseDays', /stays until somebody/],
      [
        { parameters: { colour: 'pink' } },
        'parameters.colour',
        /must be one of red, green, blue/,
      ],
      [{ parameters: { size: 99 } }, 'parameters.size', /is not a field here/],
      [{ parameters: { colour: 'blue' } }, 'parameters.colour', /sold out/],
      [
        { entityRef: 'component:default/storefront-web' },
        'ownerRef',
        /^Only members can request resources for team-storefront: ask team-storefront$/,
      ],
      [
        { ownerRef: 'group:default/team-storefront' },
        'ownerRef',
        /ask team-storefront$/,
      ],
    ])('name what is wrong with %j', async (change, field, message) => {
      const { status, body } = await preview(change);
      expect([status, body.violations]).toMatchObject([
        200,
        [{ field, message: expect.stringMatching(message) }],
      ]);
    });

    it('say what a driver has against it, with its key', async () => {
      const { body } = await preview({ parameters: { colour: 'blue' } });
      expect(body.violations).toEqual([
        {
          field: 'parameters.colour',
          message: 'blue is sold out',
          messages: {
            message: [
              {
                key: 'boxes.soldOut',
                values: { colour: 'blue' },
                text: 'blue is sold out',
              },
            ],
          },
        },
      ]);
    });

    it.each<[object, number]>([
      [{ name: "x'; DROP TABLE resources; --" }, 400],
      [{ name: 'Ledger' }, 400],
      [{ name: 'a'.repeat(41) }, 400],
      [{ plan: '" OR 1=1' }, 400],
      [{ environment: '../production' }, 400],
      [{ leaseDays: 0 }, 400],
      [{ isAdmin: true }, 400],
      [{ inputs: { shelf: 'top' } }, 400],
      [{ entityRef: 'payment-service' }, 400],
      [{ entityRef: 'group:default/team-payments' }, 400],
      [{ entityRef: 'component:default/orphan' }, 400],
      [{ entityRef: undefined }, 400],
      [{ ownerRef: 'component:default/ledger-service' }, 400],
      [{ entityRef: 'component:default/hidden' }, 404],
      [{ ownerRef: 'group:default/hidden' }, 404],
    ])('answer %j with %i', async (change, status) => {
      const [seen, asked] = [
        await preview(change),
        await provisioning.request(change),
      ];
      expect([seen.status, asked.status]).toEqual([status, status]);
      expect(seen.body.error.message).not.toBe('');
    });
  });

  describe('a request', () => {
    it('is made at once where nobody has to agree', async () => {
      const asked = await provisioning.request({ reason: 'For the ledger' });
      expect(asked).toMatchObject({
        status: 201,
        body: {
          kind: 'create',
          state: WORKED_ON,
          requesterRef: 'user:default/grace',
          reason: 'For the ledger',
          resource: {
            name: 'ledger',
            ownerRef: 'group:default/team-payments',
            definition: 'box-anywhere',
            plan: 'small',
            parameters: { colour: 'red' },
            entityRefs: [payments],
          },
        },
      });
      const { id, catalogRef, providerName } = asked.body.resource;
      expect(catalogRef).toBe(`resource:default/${providerName}`);
      const ready = await provisioning.waitFor(id, 'ready');
      expect(ready).toMatchObject({
        outputs: { box: providerName },
        lease: { maximumDays: 90 },
      });
      expect(
        ready.timeline.flatMap(({ to }: { to?: string }) => to ?? []),
      ).toEqual(['requested', 'approved', 'creating', 'ready']);
      const done = await provisioning.ask('get', `/requests/${asked.body.id}`);
      expect(done.body).toMatchObject({
        state: 'done',
        allowed: [],
        preview: { changes: [`Box ${providerName}`] },
      });
      expect(provisioning.audits).toMatchObject([
        {
          eventId: 'request-create',
          meta: { name: 'ledger', changedBy: 'user:default/grace' },
          outcome: { status: 'succeeded', meta: { resourceId: id } },
        },
      ]);
    });

    it('is refused to who acts for nobody it concerns, on record', async () => {
      const asked = await provisioning.request({}, 'linus');
      const team = { list: ['team-payments'] };
      expect([asked.status, asked.body.error]).toEqual([
        403,
        {
          name: 'NotAllowedError',
          message:
            'Only members can request resources for team-payments: ask team-payments',
          messages: {
            message: [
              {
                key: 'provisioning.refusal.request',
                values: { name: team, owners: team },
              },
            ],
          },
        },
      ]);
      expect(provisioning.audits).toMatchObject([
        { eventId: 'request-create', outcome: { status: 'failed' } },
      ]);
      const nobody = await provisioning
        .ask('post', '/requests')
        .set('authorization', mockCredentials.none.header())
        .send(box);
      expect(nobody.status).toBe(401);
    });

    it('is made once for a key, and never for another body', async () => {
      const ask = (body: object) =>
        provisioning
          .ask('post', '/requests')
          .set('idempotency-key', 'key-1')
          .send(body);
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => ask(box)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(
        new Set([201]),
      );
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      const list = await provisioning.ask('get', '/resources');
      expect(list.body.totalItems).toBe(1);
      expect((await ask({ ...box, name: 'other' })).status).toBe(409);
      // The key of somebody else is another one.
      const other = await provisioning
        .ask('post', '/requests', 'ada')
        .set('idempotency-key', 'key-1')
        .send({ ...box, name: 'another' });
      expect(other.status).toBe(201);
      const odd = await provisioning
        .ask('post', '/requests')
        .set('idempotency-key', 'with space')
        .send(box);
      expect(odd.status).toBe(400);
    });

    it('gets the name of nothing that is there', async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => provisioning.request()),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([
        201, 409, 409, 409, 409,
      ]);
      const again = await provisioning.request();
      expect([again.status, again.body.error.message]).toEqual([
        409,
        "'name': 'ledger' is there already for 'component:default/payment-service' in 'dev'",
      ]);
      expect(
        (await provisioning.request({ environment: 'staging' })).status,
      ).toBe(201);
    });

    it.each([1, 2, 3, 4])(
      'never takes more than the quota, try %i',
      async () => {
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, index) =>
            provisioning.request({ name: `box-${index}` }),
          ),
        );
        const statuses = answers.map(({ status }) => status);
        expect(statuses.filter(status => status === 201)).toHaveLength(10);
        expect(statuses.filter(status => status === 409)).toHaveLength(40);
        const list = await provisioning.ask('get', '/resources');
        expect(list.body.totalItems).toBe(10);
        const seen = await preview({ name: 'one-more' });
        expect(seen.body).toMatchObject({
          quota: { limit: 10, used: 10 },
          violations: [
            {
              message:
                "'group:default/team-payments' has 10 of 10 resources of 'box-anywhere' already",
            },
          ],
        });
      },
    );

    it('is refused where the plan is not what was seen', async () => {
      const { body } = await preview();
      const wrong = await provisioning.request({
        plan: 'large',
        planHash: body.planHash,
      });
      expect(wrong.status).toBe(409);
      const right = await provisioning.request({ planHash: body.planHash });
      expect([right.status, right.body.planHash]).toEqual([201, body.planHash]);
    });

    it('is refused when it is too large, or no JSON', async () => {
      const large = await provisioning.request({
        reason: 'x'.repeat(10_000_000),
      });
      expect(large.status).toBe(413);
      const broken = await provisioning
        .ask('post', '/requests')
        .set('content-type', 'application/json')
        .send('{"type":');
      expect(broken.status).toBe(400);
      const list = await provisioning.ask('get', '/requests');
      expect(list.body).toEqual({ items: [], totalItems: 0 });
    });
  });

  describe('an approval', () => {
    async function requestProduction() {
      const { body } = await provisioning.request(production);
      return body as {
        id: string;
        planHash: string;
        state: string;
        resource: { id: string };
      };
    }

    it('has the portal begin, and tells both sides', async () => {
      const { id, planHash, resource } = await requestProduction();
      const waiting = await provisioning.ask(
        'get',
        '/requests?awaitsMe=true',
        'ada',
      );
      expect(waiting.body.items).toMatchObject([
        { id, state: 'awaiting-approval' },
      ]);
      const seen = await provisioning.ask('get', `/requests/${id}`, 'ada');
      expect(seen.body.allowed).toEqual(['approve', 'reject', 'cancel']);
      const approved = await provisioning
        .ask('post', `/requests/${id}/approve`, 'ada')
        .send({ planHash, comment: 'Fine' });
      expect(approved).toMatchObject({
        status: 200,
        body: {
          state: WORKED_ON,
          decidedBy: 'user:default/ada',
        },
      });
      await provisioning.waitFor(resource.id, 'ready');
      const { body } = await provisioning.ask('get', `/requests/${id}`);
      expect(body.timeline).toContainEqual(
        expect.objectContaining({
          title: 'Approved',
          detail: 'Fine',
          actorRef: 'user:default/ada',
        }),
      );
      expect(provisioning.notifications).toMatchObject([
        {
          recipients: {
            entityRef: ['group:default/platform-team'],
            excludeEntityRef: 'user:default/grace',
          },
          payload: {
            title: "Grace Hopper wants to create 'ledger' (Box) in production",
          },
        },
        {
          recipients: { entityRef: ['user:default/grace'] },
          payload: {
            title:
              "Ada Lovelace approved your request to create 'ledger' (Box) in production",
          },
        },
      ]);
    });

    it('is refused to the requester and to strangers', async () => {
      const { id, planHash } = await requestProduction();
      for (const person of ['grace', 'linus'] as const) {
        for (const [path, body] of [
          ['approve', { planHash }],
          ['reject', { reason: 'No' }],
        ] as const) {
          const answer = await provisioning
            .ask('post', `/requests/${id}/${path}`, person)
            .send(body);
          expect(answer.status).toBe(403);
        }
      }
      // An approver who asks for something has to find another one.
      const own = await provisioning.request(
        { ...production, name: 'own' },
        'ada',
      );
      const answer = await provisioning
        .ask('post', `/requests/${own.body.id}/approve`, 'ada')
        .send({ planHash: own.body.planHash });
      expect([answer.status, answer.body.error.message]).toEqual([
        403,
        'You may not decide about your own request: ask platform-team',
      ]);
    });

    it('is given once, however many try at the same time', async () => {
      const { id, planHash } = await requestProduction();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () =>
          provisioning
            .ask('post', `/requests/${id}/approve`, 'ada')
            .send({ planHash }),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter(status => status === 200)).toHaveLength(1);
      expect(statuses.filter(status => status === 409)).toHaveLength(9);
    });

    it('holds for what was seen only', async () => {
      const { id } = await requestProduction();
      const answer = await provisioning
        .ask('post', `/requests/${id}/approve`, 'ada')
        .send({ planHash: 'another' });
      expect(answer.status).toBe(409);
      const { body } = await provisioning.ask('get', `/requests/${id}`);
      expect(body.state).toBe('awaiting-approval');
    });

    it('has to be given anew where the definition has changed', async () => {
      const { id, planHash } = await requestProduction();
      const documents = knex('definition_documents').where({
        name: 'box-production',
      });
      const { hash } = await documents.clone().first();
      await documents.clone().update({ hash: 'f'.repeat(64) });
      const approve = (seen: string) =>
        provisioning
          .ask('post', `/requests/${id}/approve`, 'ada')
          .send({ planHash: seen });
      expect((await approve(planHash)).status).toBe(409);
      const { body } = await provisioning.ask('get', `/requests/${id}`, 'ada');
      expect(body).toMatchObject({
        state: 'awaiting-approval',
        allowed: ['approve', 'reject', 'cancel'],
        timeline: [
          { title: 'Waits for approval' },
          { title: 'The plan has changed since it was requested' },
        ],
      });
      expect(body.planHash).not.toBe(planHash);
      expect(body.preview.planHash).toBe(body.planHash);
      expect((await approve(body.planHash)).status).toBe(200);
      await documents.clone().update({ hash });
    });

    it('is not given: then nothing is made, and the name is free again', async () => {
      const { id } = await requestProduction();
      const rejected = await provisioning
        .ask('post', `/requests/${id}/reject`, 'ada')
        .send({ reason: 'Use the shared one' });
      expect(rejected).toMatchObject({
        status: 200,
        body: {
          state: 'rejected',
          stateReason: 'Use the shared one',
          resource: { state: 'withdrawn' },
        },
      });
      expect(provisioning.notifications.at(-1)).toMatchObject({
        recipients: { entityRef: ['user:default/grace'] },
        payload: { severity: 'high' },
      });
      expect((await requestProduction()).state).toBe('awaiting-approval');
      // What the test before had made may come late.
      expect([...provisioning.driver.boxes.keys()]).not.toContain(
        rejected.body.resource.providerName,
      );
    });

    it('is not needed any more for what was taken back', async () => {
      const { id, planHash } = await requestProduction();
      const path = `/requests/${id}/cancel`;
      const body = { reason: 'Not needed' };
      expect(
        (await provisioning.ask('post', path, 'linus').send(body)).status,
      ).toBe(403);
      expect((await provisioning.ask('post', path).send(body)).body.state).toBe(
        'cancelled',
      );
      const late = await provisioning
        .ask('post', `/requests/${id}/approve`, 'ada')
        .send({ planHash });
      expect([late.status, late.body.error.message]).toEqual([
        409,
        'The request was cancelled',
      ]);
    });
  });

  it.each(['approve', 'reject', 'cancel'])(
    'answers 404 to %s of what is hidden or not there',
    async path => {
      const { body: asked } = await provisioning.request(production);
      await knex('resources').update({ owner_ref: 'group:default/hidden' });
      const ask = (id: string) =>
        provisioning
          .ask('post', `/requests/${id}/${path}`, 'eve')
          .send(path === 'approve' ? { planHash: 'x' } : { reason: 'No' });
      expect((await ask(asked.id)).status).toBe(404);
      expect((await ask(randomUUID())).status).toBe(404);
      expect((await ask('not-an-id')).status).toBe(404);
    },
  );
});
