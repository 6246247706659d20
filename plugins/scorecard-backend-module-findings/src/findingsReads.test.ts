import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  bom,
  grypeReport,
  openssfReport,
  sarif,
  trivyReport,
} from './__testUtils__/documents';
import { startFindings } from './__testUtils__/startFindings';

const payments = 'component:default/payment-service';
const shop = 'component:default/web-shop';

describe('findings and components', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startFindings>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    portal = await startFindings({ knex, config: { slaDays: { high: 10 } } });
  });

  beforeEach(() => freezeTime('2026-11-01T12:00:00Z'));
  afterEach(async () => portal.clear());
  afterAll(() => {
    jest.useRealTimers();
  });

  async function list(query: string) {
    const { body } = await portal.ask('get', `/findings?${query}`);
    return body;
  }

  async function firstId(query: string): Promise<string> {
    return (await list(query)).items[0].id;
  }

  it('lists by owner, system, severity and age, and counts by severity', async () => {
    await portal.upload(trivyReport);
    await portal.upload(
      sarif([{ ruleId: 'r', file: 'a.ts', line: 1, level: 'note' }]),
      { entityRef: shop },
    );
    const all = await list('systemRef=system:default/shop');
    expect(all.severityCounts).toEqual({
      critical: 2,
      high: 2,
      medium: 0,
      low: 1,
      unknown: 0,
    });
    expect(
      all.items.map(({ severity }: { severity: string }) => severity),
    ).toEqual(['critical', 'critical', 'high', 'high', 'low']);
    const low = await list('severity=low');
    expect([low.totalItems, low.severityCounts.critical]).toEqual([1, 2]);
    expect(low.items[0].entityRef).toBe(shop);
    expect((await list(`entityRef=${shop}&severity=high`)).totalItems).toBe(0);
    expect((await list('text=ROOT')).items).toMatchObject([
      {
        ruleId: 'DS002',
        file: 'Dockerfile',
        dueAt: '2026-11-11T12:00:00.000Z',
      },
    ]);
    expect((await list('text=%25')).totalItems).toBe(0);
    expect((await list('overdue=true')).totalItems).toBe(0);
    freezeTime('2026-11-11T12:00:01Z');
    // Two critical ones are due after 7 days, two high ones after 10.
    expect((await list('overdue=true')).totalItems).toBe(4);
    expect((await list('overdue=false')).totalItems).toBe(1);
    const skipped = await list('ownerRef=group:default/nobody');
    expect(skipped).toMatchObject({ totalItems: 0, skipped: { count: 1 } });
    await portal
      .ask('get', '/findings?sevrity=high')
      .expect(400, /Unknown query/);
    await portal.ask('get', '/findings?cursor=x').expect(400, /not a cursor/);
  });

  it('counts what is open and overdue of many entities at once', async () => {
    await portal.upload(trivyReport);
    const count = async () => {
      const { body } = await portal
        .ask('post', '/findings/by-entity')
        // Of the second no tool ever reported.
        .send({ entityRefs: [payments, 'component:default/unscanned'] })
        .expect(200);
      return body.items;
    };
    const open = {
      entityRef: payments,
      open: 4,
      bySeverity: { critical: 2, high: 2 },
    };
    expect(await count()).toEqual([
      { ...open, overdue: 0, overdueCritical: 0 },
    ]);
    // Two critical ones are due after 7 days, two high ones after 10.
    freezeTime('2026-11-09T12:00:00Z');
    expect(await count()).toEqual([
      { ...open, overdue: 2, overdueCritical: 2 },
    ]);
    await portal
      .ask('post', '/findings/by-entity')
      .send({ entityRefs: [] })
      .expect(400);
  });

  it('exports what is listed, safe for spreadsheets', async () => {
    await portal.upload(
      sarif([{ ruleId: '=cmd()', file: 'a,b.ts', line: 3, text: 'Say "no"' }]),
    );
    const { text } = await portal.ask('get', '/findings.csv').expect(200);
    const [heading, row] = text.split('\r\n');
    expect(heading).toMatch(
      /^Entity,Severity,State,Kind,Rule,Title,CVSS score/,
    );
    expect(row).toMatch(
      /^component:default\/payment-service,medium,open,code,'=cmd\(\),"Say ""no""",,,"a,b.ts",3,/,
    );
  });

  it('suppresses for a reason and a while, after which it counts again', async () => {
    await portal.upload(grypeReport);
    const id = await firstId('severity=critical');
    const path = `/findings/${id}/suppression`;
    await portal.ask('post', path).send({ reason: 'no', days: 7 }).expect(400);
    await portal
      .ask('post', path)
      .send({ reason: 'Not reachable here' })
      .expect(400);
    portal.denied.add(`scorecard.finding.suppress ${payments}`);
    const input = { reason: 'Not reachable here', days: 7 };
    await portal
      .ask('post', path)
      .send(input)
      .expect(403, /its owners may/);
    portal.forget();
    const { body } = await portal.ask('post', path).send(input).expect(200);
    expect(body).toMatchObject({
      state: 'suppressed',
      suppression: {
        reason: 'Not reachable here',
        by: 'user:default/mock',
        until: '2026-11-08T12:00:00.000Z',
      },
    });
    expect(portal.audited).toEqual(['finding-suppress succeeded']);
    expect(await portal.collect(payments)).toMatchObject({ openCritical: 0 });
    // A scan does not end it, and time does.
    await portal.upload(grypeReport);
    expect((await list('severity=critical')).totalItems).toBe(0);
    freezeTime('2026-11-08T12:00:01Z');
    expect((await list('severity=critical')).totalItems).toBe(1);
    expect(await portal.collect(payments)).toMatchObject({
      openCritical: 1,
      // It is due 7 days after it was found, suppressed or not.
      overdue: 1,
      oldestCriticalDays: 7,
    });
    portal.refreshed.length = 0;
    await portal.runTask('scorecard-findings-suppressions');
    expect(portal.refreshed).toEqual([payments]);
    const detail = await portal.ask('get', `/findings/${id}`).expect(200);
    expect(detail.body.history).toMatchObject([
      { change: 'suppression-ended', at: '2026-11-08T12:00:00.000Z' },
      { change: 'suppressed', by: 'user:default/mock', reason: input.reason },
      { change: 'found', by: 'Grype' },
    ]);
    await portal.ask('delete', path).expect(409);
    await portal.ask('post', path).send(input).expect(200);
    await portal.ask('delete', path).expect(200);
    expect((await list('severity=critical')).totalItems).toBe(1);
    await portal
      .ask('get', '/findings/00000000-0000-4000-8000-000000000000')
      .expect(404);
  });

  it('tells facts only where something could have found it', async () => {
    expect(await portal.collect(payments)).toBeUndefined();
    await portal.upload(bom);
    expect(await portal.collect(payments)).toEqual({
      scanners: ['cdxgen'],
      hasSbom: true,
      // log4j-core, lodash and what is in it; a file is none.
      sbomComponents: 3,
    });
    await portal.upload(openssfReport);
    expect(await portal.collect(payments)).toEqual({
      scanners: ['OpenSSF Scorecard', 'cdxgen'],
      hasSbom: true,
      sbomComponents: 3,
      scorecardScore: 6.4,
      branchProtectionScore: 3,
    });
    await portal.upload(grypeReport);
    const facts = await portal.collect(payments);
    expect(facts).toMatchObject({
      openCritical: 1,
      openHigh: 0,
      openMedium: 0,
      overdue: 0,
      overdueCritical: 0,
      oldestCriticalDays: 0,
      lastScanAt: '2026-11-01T12:00:00.000Z',
    });
    expect(facts).not.toHaveProperty('leakedSecrets');
    await portal.upload(sarif([], { tool: 'gitleaks' }));
    expect(await portal.collect(payments)).toMatchObject({ leakedSecrets: 0 });
    freezeTime('2026-11-08T12:00:01Z');
    // A bill of materials is no scan.
    await portal.upload(bom);
    expect(await portal.collect(payments)).toMatchObject({
      overdue: 1,
      overdueCritical: 1,
      lastScanAt: '2026-11-01T12:00:00.000Z',
    });
    const described = Object.keys(portal.description().facts);
    expect(described).toEqual(
      expect.arrayContaining(
        Object.keys((await portal.collect(payments)) ?? {}),
      ),
    );
  });

  it('says who uses a package, by URL, name, version and range', async () => {
    await portal.upload(bom);
    await portal.upload(
      {
        ...bom,
        dependencies: undefined,
        components: [
          {
            type: 'library',
            name: 'lodash',
            version: '4.17.21',
            purl: 'pkg:npm/lodash@4.17.21',
          },
        ],
      },
      { entityRef: shop },
    );
    const find = async (query: string) => {
      const { body, status } = await portal.ask('get', `/components?${query}`);
      return status === 200
        ? body.items.map((item: Record<string, string>) => [
            item.entityRef,
            item.version,
            item.dependency,
            item.ownerRefs,
          ])
        : body.error.message;
    };
    const log4j = 'pkg:maven/org.apache.logging.log4j/log4j-core';
    const payment = [payments, '2.14.1', 'direct', ['group:default/payments']];
    expect(await find(`purl=${log4j}@2.14.1`)).toEqual([payment]);
    expect(await find(`purl=${log4j}@2.14.1?type=jar`)).toEqual([payment]);
    expect(await find(`purl=${log4j}&version=2.14.*`)).toEqual([payment]);
    expect(await find(`purl=${log4j}@2.14`)).toEqual([]);
    expect(await find(`purl=${log4j}&version=2.1.*`)).toEqual([]);
    expect(await find('name=Log4j-Core')).toEqual([payment]);
    const lodash = [
      payments,
      '4.17.20',
      'transitive',
      ['group:default/payments'],
    ];
    const newer = [shop, '4.17.21', 'unknown', ['group:default/storefront']];
    expect(await find('name=lodash')).toEqual([lodash, newer]);
    expect(await find('purl=pkg:npm/lodash&version=%3C4.17.21')).toEqual([
      lodash,
    ]);
    expect(await find(`purl=${log4j}&version=%3C2.15`)).toMatch(
      /ranges are taken for npm/,
    );
    expect(await find('purl=lodash')).toMatch(/must be a package URL/);
    expect(await find('')).toMatch(/either 'purl' or 'name'/);
    // The next bill of materials replaces it; what stays is there since before.
    freezeTime('2026-11-02T12:00:00Z');
    await portal.upload({ ...bom, components: bom.components.slice(1) });
    expect(await find('name=log4j-core')).toEqual([]);
    const { body } = await portal.ask('get', '/components?name=lodash');
    expect(body.items[0]).toMatchObject({ since: '2026-11-01T12:00:00.000Z' });
  });

  it('says it to spreadsheets, too, and refuses what it cannot read', async () => {
    await portal.upload(bom);
    const get = (query: string) =>
      portal.ask('get', `/components.csv?${query}`);
    const { text } = await get('name=lodash').expect(200);
    const [head, row, end] = text.split('\r\n');
    expect(head).toBe(
      'Entity,Owners,Package,Version,Dependency,Since,Tool,Category',
    );
    expect(row).toContain(
      `${payments},group:default/payments,pkg:npm/lodash,4.17.20,transitive,`,
    );
    expect(end).toBe('');
    await get('purl=lodash').expect(400, /must be a package URL/);
    await get('name=lodash&limit=1').expect(400, /'limit'/);
  });

  it('says who looked at what and when, page by page and to spreadsheets', async () => {
    await portal.upload(openssfReport, { commit: 'abcdef2' });
    await portal.upload(grypeReport, { commit: 'abcdef1' });
    await portal.upload(sarif([], { tool: '=1+2, "x"' }), {
      entityRef: shop,
      commit: 'abcdef3',
    });
    const scans = async (query: string) => {
      const { body } = await portal.ask('get', `/findings/scans?${query}`);
      return body;
    };
    const first = await scans('limit=2');
    const second = await scans(`limit=2&cursor=${first.nextCursor}`);
    expect([first.totalItems, second.nextCursor]).toEqual([3, undefined]);
    expect(
      [...first.items, ...second.items].map(
        ({ entityRef, tool }: Record<string, string>) => [entityRef, tool],
      ),
    ).toEqual([
      [payments, 'Grype'],
      [payments, 'OpenSSF Scorecard'],
      [shop, '=1+2, "x"'],
    ]);
    expect(await scans(`entityRef=${shop}`)).toMatchObject({
      totalItems: 1,
      items: [{ entityRef: shop }],
    });
    const { text, headers } = await portal
      .ask('get', '/findings/scans.csv')
      .expect(200);
    expect(headers['content-disposition']).toContain('scans.csv');
    const at = '2026-11-01T12:00:00.000Z';
    const by = first.items[0].uploadedBy;
    expect(text).toBe(
      [
        'Entity,Tool,Category,Format,Scanned,Commit,Sent by,Score,Checks',
        `${payments},Grype,,grype,${at},abcdef1,${by},,`,
        `${payments},OpenSSF Scorecard,,openssf-scorecard,${at},abcdef2,${by},6.4,Binary-Artifacts: 10; Branch-Protection: 3`,
        // A spreadsheet runs no name of a tool.
        `${shop},"'=1+2, ""x""",,sarif,${at},abcdef3,${by},,`,
        '',
      ].join('\r\n'),
    );
    await portal.ask('get', '/findings/scans.csv?limit=1').expect(400);
    // What is not there, or hidden, has no scans.
    expect(await scans('entityRef=component:default/none')).toMatchObject({
      items: [],
      totalItems: 0,
      skipped: { count: 1 },
    });
  });

  it('names all tools that looked, by name, whoever found something', async () => {
    await portal.upload(trivyReport);
    await portal.upload(trivyReport, { category: 'image' });
    await portal.upload(grypeReport);
    await portal.upload(sarif([], { tool: 'eslint' }), { entityRef: shop });
    const tools = async (query: string) => {
      const { body } = await portal
        .ask('get', `/findings/tools?${query}`)
        .expect(200);
      return body;
    };
    expect(await tools('')).toMatchObject({
      items: ['eslint', 'Grype', 'Trivy'],
      totalItems: 3,
      skipped: { count: 0 },
    });
    expect((await tools(`entityRef=${shop}`)).items).toEqual(['eslint']);
    expect(
      (await tools(`systemRef=system:default/shop&entityRef=${payments}`))
        .items,
    ).toEqual(['Grype', 'Trivy']);
    // What is not there, or hidden, was looked at by nobody.
    expect(await tools('entityRef=component:default/none')).toMatchObject({
      items: [],
      totalItems: 0,
      skipped: { count: 1 },
    });
    await portal
      .ask('get', '/findings/tools?severity=high')
      .expect(400, /Unknown query/);
    await portal.ask('get', '/findings/tools?entityRef=none').expect(400);
  });

  it('answers agents, and forgets what was fixed long ago', async () => {
    await portal.upload(grypeReport);
    await portal.upload(bom);
    const findings = await portal.actions.invoke({
      id: 'test:list-security-findings',
      input: { cve: 'CVE-2021-44228' },
    });
    expect(findings.output).toMatchObject({
      totalItems: 1,
      findings: [{ severity: 'critical', fixedIn: ['2.15.0'] }],
    });
    const users = await portal.actions.invoke({
      id: 'test:find-component-users',
      input: { name: 'lodash' },
    });
    expect(users.output).toMatchObject({ users: [{ entityRef: payments }] });
    await portal.upload({ ...grypeReport, matches: [] });
    freezeTime('2027-11-02T12:00:01Z');
    await portal.runTask('scorecard-findings-retention');
    expect((await list('state=fixed')).totalItems).toBe(0);
  });
});
