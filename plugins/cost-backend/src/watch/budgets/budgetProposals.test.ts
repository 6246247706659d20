import {
  FakeGiteaRepository,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  type CatalogScmEvent,
  catalogScmEventsServiceRef,
} from '@backstage/plugin-catalog-node/alpha';
import type { Knex } from 'knex';
import { setupServer } from 'msw/node';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import {
  fillEntities,
  payments,
  shop,
  teamPayments,
} from '../../__testUtils__/sampleOrganization';
import { startCost } from '../../__testUtils__/startCost';

const CATALOG = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payment-service # as ever
  annotations:
    atrium.dev/monthly-budget: EUR 100
spec: {}
`;

const GROUPS = ['team-payments', 'team-ledger']
  .map(
    name => `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: ${name}
spec: {}
`,
  )
  .join('---\n');

const { shaOf } = FakeGiteaRepository;

describe('budgets that are written in the portal', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const gitea = setupServer();
  const scmEvents: CatalogScmEvent[] = [];
  let knex: Knex;
  let cost: Awaited<ReturnType<typeof startCost>>;
  let service: FakeGiteaRepository;
  let org: FakeGiteaRepository;

  beforeAll(async () => {
    // The plugin itself is asked over HTTP, too.
    gitea.listen({ onUnhandledRequest: 'bypass' });
    freezeTime('2026-11-29T08:00:00Z');
    knex = await openTestDatabase(databases);
    cost = await startCost({
      knex,
      config: {
        budgets: { actualPercents: [80, 100], forecastPercents: [100] },
        exchangeRates: [{ currency: 'USD', month: '2026-10', rate: '0.9' }],
      },
      features: [
        createServiceFactory({
          service: catalogScmEventsServiceRef,
          deps: {},
          factory: () => ({
            subscribe: () => ({ unsubscribe() {} }),
            async publish(events: CatalogScmEvent[]) {
              scmEvents.push(...events);
            },
            async markEventActionTaken() {},
          }),
        }),
      ],
    });
    await fillEntities(knex);
  });

  afterAll(() => {
    jest.useRealTimers();
    gitea.close();
  });

  beforeEach(() => {
    cost.forget();
    scmEvents.length = 0;
    service = new FakeGiteaRepository('payment-service');
    service.files.set('catalog-info.yaml', CATALOG);
    org = new FakeGiteaRepository('org');
    org.files.set('groups.yaml', GROUPS);
    gitea.resetHandlers();
    gitea.use(...service.handlers(), ...org.handlers());
  });

  const draftOf = (entityRef: string, name = 'payments-dev') =>
    cost.as(name).get(`/budget-proposals?entityRef=${entityRef}`);
  const propose = (body: object, name = 'payments-dev') =>
    cost.as(name).post('/budget-proposals', {
      entityRef: payments,
      base: shaOf(CATALOG),
      ...body,
    });
  const eur = (amount: string) => ({ amount, currency: 'EUR' });

  it('say what there is, when owners are told, and where a change would go', async () => {
    const { body, status } = await draftOf(payments);
    expect(status).toBe(200);
    expect(body).toEqual({
      entityRef: payments,
      written: 'EUR 100',
      isRead: true,
      currencies: ['EUR', 'USD'],
      alertPercents: { actual: [80, 100], forecast: [100] },
      file: {
        path: 'catalog-info.yaml',
        url: service.pageOf('catalog-info.yaml'),
        base: shaOf(CATALOG),
      },
      repositoryUrl: 'https://git.acme.example/acme/payment-service',
      branch: 'main',
      handover: 'commit',
    });
  });

  it('are handed over in the name of an owner, and nothing else changes', async () => {
    const { body, status } = await propose({ budget: eur('250.50') });
    expect(body).toMatchObject({ handover: 'commit', commit: 'c0ffee' });
    expect(status).toBe(201);
    expect(service.files.get('catalog-info.yaml')).toBe(
      CATALOG.replace('EUR 100', 'EUR 250.50'),
    );
    expect(service.commits).toMatchObject([
      { message: 'Set the monthly budget of Payments to EUR 250.50' },
    ]);
    expect(scmEvents).toEqual([
      {
        type: 'location.updated',
        url: expect.stringContaining('git.acme.example/acme/payment-service'),
      },
    ]);
    expect(cost.audited).toEqual(['budget-propose succeeded']);
    // The catalog has not read it yet.
    expect((await draftOf(payments)).body).toMatchObject({
      written: 'EUR 250.50',
      isRead: false,
    });
  });

  it('are taken away', async () => {
    expect((await propose({ budget: null })).status).toBe(201);
    expect(service.files.get('catalog-info.yaml')).not.toContain('budget');
    expect(service.commits).toMatchObject([
      { message: 'Remove the monthly budget of Payments' },
    ]);
  });

  it('of a team are set by its members and by those above it', async () => {
    for (const [name, budget] of [
      ['payments-dev', eur('900')],
      ['manager', eur('800')],
    ] as const) {
      const { body } = await draftOf(teamPayments, name);
      const { status } = await propose(
        { entityRef: teamPayments, base: body.file.base, budget },
        name,
      );
      expect([name, status]).toEqual([name, 201]);
    }
    expect(org.files.get('groups.yaml')).toBe(
      GROUPS.replace(
        '  name: team-payments\n',
        '  name: team-payments\n  annotations:\n    atrium.dev/monthly-budget: EUR 800\n',
      ),
    );
  });

  it.each([
    [
      payments,
      'Only the owners of Payments and finance may set its budget: ask team-payments',
    ],
    [
      teamPayments,
      'Only the owners of team-payments and finance may set its budget: ask team-payments',
    ],
  ])(
    'of %s are not set by others, who are told whom to ask',
    async (entityRef, message) => {
      const draft = await draftOf(entityRef, 'shop-dev');
      const sent = await propose({ entityRef, budget: eur('1') }, 'shop-dev');
      for (const { body, status } of [draft, sent]) {
        expect([status, body.error.message]).toEqual([403, message]);
      }
      expect(service.commits).toEqual([]);
      expect(cost.audited).toEqual(['budget-propose failed']);
    },
  );

  it('are set by finance', async () => {
    service.permission = 'read';
    expect((await draftOf(payments, 'controller')).body).toMatchObject({
      isRefused: true,
    });
    const { body, status } = await propose({ budget: eur('1') }, 'controller');
    expect(status).toBe(403);
    expect(body.error.message).toContain('it takes no pull requests');
  });

  it.each([
    ['what is none', { budget: eur('0') }, 400],
    ['less than nothing', { budget: eur('-5') }, 400],
    ['an exponent', { budget: eur('1e3') }, 400],
    ['no currency', { budget: { amount: '5', currency: 'XXQ' } }, 400],
    [
      'a currency without a rate',
      { budget: { amount: '5', currency: 'CHF' } },
      400,
    ],
    ['what the file says already', { budget: eur('100') }, 400],
    ['nothing', {}, 400],
    [
      'an entity that is not there',
      { budget: null, entityRef: `${payments}x` },
      404,
    ],
    ['somebody', { budget: null, entityRef: 'user:default/payments-dev' }, 400],
    ['what comes from no repository', { budget: null, entityRef: shop }, 400],
    ['a file that somebody changed', { budget: eur('5'), base: 'sha-1' }, 409],
  ])('refuse %s', async (_, body, expected) => {
    const name =
      'entityRef' in body && body.entityRef === shop
        ? 'shop-dev'
        : 'payments-dev';
    const { status } = await propose(body, name);
    expect(status).toBe(expected);
    expect(service.commits).toEqual([]);
  });

  it('need somebody who is signed in', async () => {
    for (const header of [
      mockCredentials.none.header(),
      mockCredentials.service.header(),
    ]) {
      const { status } = await cost
        .ask('post', '/budget-proposals', header)
        .send({ entityRef: payments, base: 'x', budget: null });
      expect([401, 403]).toContain(status);
    }
  });
});
