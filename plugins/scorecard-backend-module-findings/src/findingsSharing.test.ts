import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { bom, sarif } from './__testUtils__/documents';
import { sampleEntities } from './__testUtils__/sampleEntities';
import { startFindings } from './__testUtils__/startFindings';

const payments = 'component:default/payment-service';
const shop = 'component:default/web-shop';
const TASK = 'scorecard-findings-gone-entities';

/** Of a token of `backend.auth.externalAccess` with a subject. */
const tokenOf = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'scorecard',
  });

describe('findings of several replicas, senders and entities that go', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let first: Awaited<ReturnType<typeof startFindings>>;
  let second: Awaited<ReturnType<typeof startFindings>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    first = await startFindings({
      knex,
      config: {
        uploaders: { 'payments-ci': { owners: ['group:default/payments'] } },
      },
    });
    // Another replica, whose catalog has lost the payment service.
    second = await startFindings({
      knex,
      entities: sampleEntities.filter(
        ({ metadata: { name } }) => name !== 'payment-service',
      ),
    });
  });

  beforeEach(() => freezeTime('2026-11-01T12:00:00Z'));
  afterEach(() => first.clear());
  afterAll(() => {
    jest.useRealTimers();
  });

  const report = (rules: string[]) =>
    sarif(
      rules.map(ruleId => ({
        ruleId,
        file: `${ruleId}.ts`,
        line: 1,
        level: 'error',
      })),
    );

  const openRules = async (entityRef: string) => {
    const { body } = await first.ask('get', `/findings?entityRef=${entityRef}`);
    return body.items.map(({ ruleId }: { ruleId: string }) => ruleId).sort();
  };

  it('two reports of a tool at once on two replicas leave the later one', async () => {
    const at = (minute: string) => ({
      entityRef: shop,
      scannedAt: `2026-11-01T11:${minute}:00Z`,
    });
    const answers = await Promise.all([
      first.upload(report(['old', 'both']), at('10')),
      second.upload(report(['both', 'new']), at('20')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await openRules(shop)).toEqual(['both', 'new']);
    const [{ count }] = await knex('finding_scans').count();
    expect(Number(count)).toBe(1);
  });

  it('the same report at once on two replicas makes each finding once', async () => {
    await Promise.all(
      [first, second, first, second].map(portal =>
        portal.upload(report(['a', 'b']), { entityRef: shop }),
      ),
    );
    expect(await openRules(shop)).toEqual(['a', 'b']);
    expect(await knex('finding_changes').pluck('change')).toEqual([
      'found',
      'found',
    ]);
  });

  it.each([
    ['a static token', 'payments-ci'],
    ['a token of another issuer', 'external:payments-ci'],
  ])('%s tells about what its owners own only', async (_kind, subject) => {
    const token = tokenOf(subject);
    const own = await first.upload(report(['a']), {}, token);
    expect(own.status).toBe(200);
    const other = await first.upload(report(['a']), { entityRef: shop }, token);
    expect([other.status, other.body.error.message]).toEqual([
      403,
      expect.stringMatching(/what group:default\/payments owns/),
    ]);
    expect(await openRules(shop)).toEqual([]);
    // A token without an entry may tell about everything.
    const free = tokenOf('platform-ci');
    expect(
      (await first.upload(report(['a']), { entityRef: shop }, free)).status,
    ).toBe(200);
  });

  it('what is known of an entity goes once it has been gone for 30 days', async () => {
    const known = async () => ({
      scans: await knex('finding_scans').distinct().pluck('entity_ref'),
      findings: await knex('findings').distinct().pluck('entity_ref'),
      packages: await knex('finding_components').distinct().pluck('entity_ref'),
      boms: await knex('finding_boms').distinct().pluck('entity_ref'),
    });
    await first.upload(report(['a']));
    await first.upload(bom);
    await first.upload(report(['a']), { entityRef: shop });
    await second.runTask(TASK);
    freezeTime('2026-11-20T12:00:00Z');
    // It is back, so the days begin anew.
    await first.runTask(TASK);
    await second.runTask(TASK);
    freezeTime('2026-12-20T11:59:59Z');
    await second.runTask(TASK);
    expect((await known()).findings.sort()).toEqual([payments, shop]);
    freezeTime('2026-12-20T12:00:00Z');
    await second.runTask(TASK);
    expect(await known()).toEqual({
      scans: [shop],
      findings: [shop],
      packages: [],
      boms: [],
    });
  });
});
