import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  api,
  as,
  component,
  INSIDER,
  refunds,
  TestPortal,
} from './__testUtils__/TestPortal';

const payments = 'api:default/payment-api';
const secret = 'api:default/secret-api';

describe('api-history', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TestPortal;

  async function start(apiHistory = {}) {
    portal = await TestPortal.start(await databases.init('POSTGRES_18'), {
      apiHistory,
    });
  }

  function get(path: string, user = as('user:default/priya')) {
    return portal.around.ask('get', path, user);
  }

  async function versions(entityRef = payments) {
    const { body } = await get(`/versions?entityRef=${entityRef}`);
    return body.items;
  }

  it('keeps each changed definition and tells what it breaks', async () => {
    await start();
    portal.put(api('payment-api', refunds('1', 'id', 'fee')));
    await portal.collect();
    await portal.collect();
    portal.put(api('payment-api', `# Formatted\n${refunds('1', 'id', 'fee')}`));
    await portal.collect();

    expect(await versions()).toEqual([
      {
        id: expect.any(String),
        entityRef: payments,
        number: 1,
        version: '1',
        type: 'openapi',
        createdAt: expect.stringMatching(/^20.*Z$/),
        sizeBytes: refunds('1', 'id', 'fee').length,
        hasDefinition: true,
        isValid: true,
      },
    ]);
    expect(portal.around.signals).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'api-history:api:default/payment-api',
        message: { action: 'version-added', number: 1 },
      },
    ]);

    portal.put(api('payment-api', refunds('2', 'id')));
    await portal.collect();

    const [second] = await versions();
    expect(second).toMatchObject({
      number: 2,
      version: '2',
      comparedTo: 1,
      counts: { breaking: 1, risky: 0, compatible: 0 },
    });
    const summarize = (authorization: string) =>
      portal.around
        .ask('post', '/summaries/by-entity', authorization)
        .send({ entityRefs: ['api:default/gone', payments] });
    const summaries = await summarize(mockCredentials.service.header());
    expect(summaries.body).toMatchObject({
      items: [
        {
          entityRef: payments,
          latest: { number: 2, version: '2', isValid: true },
          broken: [{ number: 2, version: '2', previousVersion: '1' }],
        },
      ],
    });
    expect((await summarize(as('user:default/priya'))).status).toBe(403);

    const { body: diff } = await get(`/diff?entityRef=${payments}`);
    expect(diff).toMatchObject({
      entityRef: payments,
      from: { number: 1 },
      to: { number: 2 },
      isSemantic: true,
      counts: { breaking: 1, risky: 0, compatible: 0 },
      changes: [
        {
          severity: 'breaking',
          rule: 'response-property-removed',
          locations: ['GET /refunds'],
          totalLocations: 1,
          path: '200 response › fee',
        },
      ],
      isTruncated: false,
    });
    const { body: lines } = await get(
      `/diff/lines?entityRef=${payments}&from=1&to=2`,
    );
    expect(lines).toMatchObject({ addedLines: 2, removedLines: 2 });
    const { body: full } = await get(`/versions/${second.id}`);
    expect(full.definition).toBe(refunds('2', 'id'));

    // The other way round, which nobody has compared yet.
    const { body: back } = await get(`/diff?entityRef=${payments}&from=2&to=1`);
    expect(back.changes).toMatchObject([
      { severity: 'compatible', rule: 'response-property-added' },
    ]);
  });

  it('keeps an invalid definition, and compares the next with the last valid one', async () => {
    await start({ maxDefinitionBytes: 1_000 });
    portal.put(api('payment-api', refunds('1', 'id', 'fee')));
    await portal.collect();
    portal.put(api('payment-api', 'openapi: 3.0.3\npaths: {\n'));
    await portal.collect();
    portal.put(api('payment-api', `openapi: 3.0.3\n# ${'x'.repeat(1_000)}`));
    await portal.collect();
    portal.put(api('payment-api', refunds('2', 'id')));
    await portal.collect();

    expect(await versions()).toMatchObject([
      { number: 4, isValid: true, comparedTo: 1, counts: { breaking: 1 } },
      {
        number: 3,
        isValid: false,
        hasDefinition: false,
        error: {
          message:
            'The definition has 1017 bytes, more than the 1000 that are kept.',
        },
      },
      { number: 2, isValid: false, error: { line: 3 } },
      { number: 1, isValid: true },
    ]);
    const { body } = await get(`/diff?entityRef=${payments}&from=1&to=2`);
    expect(body).toMatchObject({
      isSemantic: false,
      reason: 'Version 2 is not valid.',
      changes: [],
    });
    expect(
      (await get(`/diff?entityRef=${payments}&from=1&to=3`)).body.reason,
    ).toBe('Version 3 was too large to be kept.');
    expect(
      (await get(`/diff/lines?entityRef=${payments}&from=1&to=3`)).status,
    ).toBe(404);
  });

  it('lists by pages, and keeps as many versions as configured', async () => {
    await start({ retention: { versionsPerApi: 3 } });
    for (const number of [1, 2, 3, 4, 5]) {
      portal.put(api('payment-api', refunds(String(number), `f${number}`)));
      await portal.collect();
    }

    const { body: first } = await get(
      `/versions?entityRef=${payments}&limit=2`,
    );
    expect(first).toMatchObject({
      totalItems: 3,
      items: [{ number: 5 }, { number: 4 }],
    });
    const { body: second } = await get(
      `/versions?entityRef=${payments}&limit=2&cursor=${first.nextCursor}`,
    );
    expect(second).toMatchObject({ totalItems: 3, items: [{ number: 3 }] });
    expect(second.nextCursor).toBeUndefined();

    const { body: breaking } = await get(
      `/breaking?entityRef=${payments}&limit=2`,
    );
    expect(breaking).toMatchObject({
      totalItems: 3,
      items: [{ version: { number: 5 } }, { version: { number: 4 } }],
    });
    const { body: rest } = await get(
      `/breaking?entityRef=${payments}&limit=2&cursor=${breaking.nextCursor}`,
    );
    expect(rest.items).toMatchObject([{ version: { number: 3 } }]);
  });

  it('shows to callers what the catalog shows them', async () => {
    await start();
    const hidden = { annotations: { hidden: 'true' } };
    portal.put(
      api('payment-api', refunds('1', 'id', 'fee')),
      api('secret-api', refunds('1', 'id', 'fee'), hidden),
      component('checkout', {
        owner: 'team-checkout',
        consumes: ['payment-api', 'secret-api'],
      }),
    );
    await portal.collect();
    portal.put(
      api('payment-api', refunds('2', 'id')),
      api('secret-api', refunds('2', 'id'), hidden),
    );
    await portal.collect();

    const insider = as(INSIDER);
    const { body: seen } = await get(`/versions?entityRef=${secret}`, insider);
    const paths = [
      `/versions?entityRef=${secret}`,
      `/versions/${seen.items[0].id}`,
      `/diff?entityRef=${secret}`,
      `/diff/lines?entityRef=${secret}`,
      `/breaking?entityRef=${secret}`,
    ];
    for (const path of paths) {
      expect([path, (await get(path, insider)).status]).toEqual([path, 200]);
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }

    const owner = 'ownerRef=group:default/team-checkout';
    const refs = async (path: string, user?: string) =>
      (await get(path, user)).body.items
        .map(
          (item: { version: { entityRef: string } }) => item.version.entityRef,
        )
        .sort();
    expect(await refs('/breaking')).toEqual([payments]);
    expect(await refs('/breaking', insider)).toEqual([payments, secret]);
    expect(await refs(`/breaking?${owner}`)).toEqual([payments]);
    expect(await refs(`/breaking?${owner}`, insider)).toEqual([
      payments,
      secret,
    ]);
    expect(await refs(`/breaking?${owner}&as=provider`)).toEqual([]);
    expect(
      await refs(
        '/breaking?as=provider&ownerRef=group:default/team-payments&ownerRef=user:default/x',
      ),
    ).toEqual([payments]);
    expect(await refs('/breaking?since=2100-01-01T00:00:00Z')).toEqual([]);
  });

  it('refuses what it should', async () => {
    await start();
    portal.put(api('payment-api', refunds('1', 'id')));
    await portal.collect();

    const bad = [
      '/versions',
      '/versions?entityRef=payment-api',
      `/versions?entityRef=${payments}&limit=0`,
      `/versions?entityRef=${payments}&cursor=nonsense`,
      `/diff?entityRef=${payments}&from=x`,
      '/diff/lines',
      '/breaking?since=yesterday',
      '/breaking?as=friend',
      '/breaking?cursor=nonsense',
      `/breaking?entityref=${payments}`,
      `/versions?entityRef=${payments}%00`,
      '/versions/00000000-0000-4000-8000-000000000000?entityRef=x',
    ];
    for (const path of bad) {
      expect([path, (await get(path)).status]).toEqual([path, 400]);
    }
    const missing = [
      '/versions?entityRef=api:default/none',
      '/versions/none',
      '/versions/00000000-0000-4000-8000-000000000000',
      `/diff?entityRef=${payments}`,
      `/diff?entityRef=${payments}&from=1&to=7`,
    ];
    for (const path of missing) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    for (const path of [...bad, ...missing]) {
      const nobody = await get(path, mockCredentials.none.header());
      expect([path, nobody.status]).toEqual([path, 401]);
      const service = await get(path, mockCredentials.service.header());
      expect([path, service.status]).toEqual([path, 403]);
    }
  });

  it('tells owners of consumers of a breaking version once', async () => {
    await start();
    const consumers = ['checkout', 'cart', 'ledger'];
    portal.put(
      api('payment-api', refunds('1', 'id', 'fee'), { consumers }),
      component('checkout', {
        owner: 'team-checkout',
        consumes: ['payment-api'],
      }),
      component('cart', { owner: 'team-checkout', consumes: ['payment-api'] }),
      // The provider knows already.
      component('ledger', {
        owner: 'team-payments',
        consumes: ['payment-api'],
      }),
    );
    await portal.collect();
    portal.put(api('payment-api', refunds('2', 'id'), { consumers }));
    portal.around.failing.add('notifications');
    await portal.collect();
    expect(portal.around.notifications).toEqual([]);

    // It is sent again after half a minute.
    const [{ next_attempt_at: next }] = await portal.client('notices');
    expect(next.getTime() - Date.now()).toBeGreaterThan(20_000);
    portal.around.failing.clear();
    await portal.client('notices').update({ next_attempt_at: new Date() });
    await portal.collect();
    await portal.collect();

    const [version] = await versions();
    expect(portal.around.notifications).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: 'group:default/team-checkout',
        },
        payload: {
          title: 'Breaking change in The payment-api',
          description:
            "GET /refunds: 'fee' was removed: consumers that read it get nothing. Used by cart and checkout.",
          metadata: {
            messages: {
              title: [
                {
                  key: 'apiHistory.breaking.title',
                  values: { api: 'The payment-api' },
                },
              ],
              description: [
                {
                  key: 'apiHistory.breaking.at',
                  values: {
                    location: 'GET /refunds',
                    change: {
                      key: 'apiHistory.change.removedFrom.response',
                      values: { name: 'fee' },
                    },
                  },
                },
                {
                  key: 'apiHistory.breaking.usedBy',
                  values: {
                    consumers: { list: ['cart', 'checkout'], more: 0 },
                  },
                },
              ],
            },
          },
          link: '/catalog/default/api/payment-api/history?from=1&to=2',
          severity: 'high',
          topic: 'api-breaking-change',
          scope: `api-history:${version.id}:group:default/team-checkout`,
        },
      },
    ]);
  });

  it('tells nobody when told to be silent', async () => {
    await start({ notifyConsumers: false });
    const consumers = ['checkout'];
    portal.put(
      api('payment-api', refunds('1', 'id', 'fee'), { consumers }),
      component('checkout', {
        owner: 'team-checkout',
        consumes: ['payment-api'],
      }),
    );
    await portal.collect();
    portal.put(api('payment-api', refunds('2', 'id'), { consumers }));
    await portal.collect();

    expect((await versions())[0].counts.breaking).toBe(1);
    expect(portal.around.notifications).toEqual([]);
  });

  it('names the commit that a push brought shortly before', async () => {
    await start();
    const url = 'https://git.example/acme/payments';
    const annotations = {
      'backstage.io/managed-by-location': `url:${url}/src/branch/main/catalog-info.yaml`,
    };
    await portal.events.publish({
      topic: 'gitea.push',
      eventPayload: {
        ref: 'refs/heads/main',
        commits: [
          { id: 'aaa', url: `${url}/commit/aaa`, modified: ['openapi.yaml'] },
          { id: 'bbb', url: `${url}/commit/bbb`, modified: ['README.md'] },
        ],
        repository: { html_url: url },
      },
    });
    portal.put(api('payment-api', refunds('1', 'id'), { annotations }));
    await portal.collect();

    expect(await versions()).toMatchObject([
      {
        commit: { id: 'aaa', url: `${url}/commit/aaa` },
        sourceUrl: `${url}/src/branch/main/catalog-info.yaml`,
      },
    ]);
  });

  it('goes through many APIs bit by bit, and keeps the history of one that returns', async () => {
    await start({ apisPerRun: 50 });
    const name = (index: number) => `api-${String(index).padStart(3, '0')}`;
    for (let index = 0; index < 70; index++) {
      portal.put(api(name(index), refunds('1', `f${index}`)));
    }
    await portal.collect();
    const { client } = portal;
    const count = async () =>
      Number((await client('versions').count())[0].count);
    expect(await count()).toBe(50);
    await portal.collect();
    expect(await count()).toBe(70);

    portal.remove(`api:default/${name(3)}`);
    await portal.collect();
    await portal.collect();
    expect(
      await client('apis').whereNotNull('deleted_at').pluck('entity_ref'),
    ).toEqual([`api:default/${name(3)}`]);
    portal.put(api(name(3), refunds('2', 'f3')));
    await portal.collect();
    await portal.collect();
    expect(await client('apis').whereNotNull('deleted_at')).toEqual([]);
    expect(await versions(`api:default/${name(3)}`)).toMatchObject([
      { number: 2 },
      { number: 1 },
    ]);
  });

  it('offers its reads to agents', async () => {
    await start();
    portal.put(api('payment-api', refunds('1', 'id', 'fee')));
    await portal.collect();
    portal.put(api('payment-api', refunds('2', 'id')));
    await portal.collect();
    const credentials = mockCredentials.user();

    expect((await portal.around.actions.list()).actions).toMatchObject([
      {
        name: 'list-api-versions',
        attributes: { readOnly: true, destructive: false, idempotent: true },
      },
      {
        name: 'get-api-changes',
        attributes: { readOnly: true, destructive: false, idempotent: true },
      },
    ]);
    const listed = await portal.around.actions.invoke({
      id: 'test:list-api-versions',
      input: { entityRef: payments, limit: 1 },
      credentials,
    });
    expect(listed.output).toMatchObject({
      totalVersions: 2,
      versions: [{ number: 2, version: '2', isValid: true, breaking: 1 }],
    });
    const changes = await portal.around.actions.invoke({
      id: 'test:get-api-changes',
      input: { entityRef: payments },
      credentials,
    });
    expect(changes.output).toMatchObject({
      from: 1,
      to: 2,
      isSemantic: true,
      counts: { breaking: 1, risky: 0, compatible: 0 },
      changes: [{ severity: 'breaking', locations: ['GET /refunds'] }],
    });
    await expect(
      portal.around.actions.invoke({
        id: 'test:get-api-changes',
        input: { entityRef: 'api:default/none' },
        credentials,
      }),
    ).rejects.toThrow("No API 'api:default/none'");
  });
});
