import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { gzipSync } from 'node:zlib';
import {
  bom,
  grypeReport,
  openssfReport,
  sarif,
  trivyReport,
  vex,
} from './__testUtils__/documents';
import { startFindings } from './__testUtils__/startFindings';

const of = 'entityRef=component:default/payment-service';

describe('uploads of findings', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startFindings>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    portal = await startFindings({
      knex,
      config: { maxDocumentBytes: 3_000_000 },
    });
  });

  beforeEach(() => freezeTime('2026-11-25T12:00:00Z'));
  afterEach(async () => portal.clear());
  afterAll(() => {
    jest.useRealTimers();
  });

  async function list(query = '') {
    const { body } = await portal.ask('get', `/findings?${of}${query}`);
    return body;
  }

  it('makes one finding of what two scanners see, with both named', async () => {
    const { body } = await portal.upload(trivyReport).expect(200);
    expect(body).toEqual({
      format: 'trivy',
      tools: ['Trivy'],
      isSuperseded: false,
      // The check that passed is understood as well.
      accepted: 6,
      refused: 0,
      refusals: [],
      findings: { new: 5, reopened: 0, fixed: 0, unchanged: 0 },
    });
    const { body: second } = await portal.upload(grypeReport).expect(200);
    expect(second).toMatchObject({ format: 'grype', accepted: 2 });
    const { items, totalItems, severityCounts } = await list(
      '&kind=vulnerability',
    );
    expect(totalItems).toBe(1);
    expect(severityCounts.critical).toBe(1);
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'vulnerability',
        ruleId: 'CVE-2021-44228',
        title: 'log4j-core: Remote code execution in Log4j 2.x',
        severity: 'critical',
        score: 10,
        aliases: ['CVE-2021-44228', 'GHSA-jfh8-c2jp-5v3q'],
        purl: 'pkg:maven/org.apache.logging.log4j/log4j-core',
        packageVersion: '2.14.1',
        state: 'open',
        tools: ['Grype', 'Trivy'],
        firstSeenAt: '2026-11-25T12:00:00.000Z',
        // 7 days for a critical one.
        dueAt: '2026-12-02T12:00:00.000Z',
        isOverdue: false,
      }),
    ]);
    const detail = await portal.ask('get', `/findings/${items[0].id}`);
    expect(detail.body.sightings).toMatchObject([
      { tool: 'Grype', state: 'open', severity: 'critical' },
      { tool: 'Trivy', state: 'open', severity: 'critical' },
    ]);
    expect(detail.body.history).toMatchObject([
      {
        change: 'found',
        by: 'Trivy',
        commit: '1f3870be274f6c49b3e31a0c6728957f',
      },
    ]);
    const { items: cleared } = await list(
      '&state=suppressed&state=not-affected',
    );
    expect(
      cleared.map(({ ruleId, state }: Record<string, string>) => [
        ruleId,
        state,
      ]),
    ).toEqual([
      ['CVE-2021-45105', 'suppressed'],
      ['CVE-2020-8908', 'not-affected'],
    ]);
  });

  it('changes nothing when asked twice, and closes what is gone', async () => {
    await portal.upload(grypeReport).expect(200);
    await portal.upload(trivyReport).expect(200);
    const { body: again } = await portal.upload(trivyReport).expect(200);
    expect(again.findings).toEqual({
      new: 0,
      reopened: 0,
      fixed: 0,
      unchanged: 5,
    });
    const clean = { ...trivyReport, Results: [] };
    const fixedAt = { commit: 'abcdef1', scannedAt: '2026-11-25T12:00:00Z' };
    const { body: gone } = await portal.upload(clean, fixedAt).expect(200);
    // Grype still sees Log4Shell.
    expect(gone.findings).toMatchObject({ new: 0, fixed: 4 });
    expect((await list('&kind=vulnerability')).totalItems).toBe(1);
    const none = { ...grypeReport, matches: [] };
    await portal.upload(none, fixedAt).expect(200);
    const { items } = await list('&state=fixed&cve=cve-2021-44228');
    expect(items).toMatchObject([
      {
        state: 'fixed',
        fixedCommit: 'abcdef1',
        fixedAt: '2026-11-25T12:00:00.000Z',
      },
    ]);
    const { body: back } = await portal.upload(grypeReport).expect(200);
    expect(back.findings).toMatchObject({ new: 0, reopened: 1 });
  });

  it('does not let an older scan overwrite a later one, nor another category', async () => {
    await portal.upload(trivyReport, { scannedAt: '2026-11-25T10:00:00Z' });
    const clean = { ...trivyReport, Results: [] };
    const { body } = await portal
      .upload(clean, { scannedAt: '2026-11-25T09:59:59Z' })
      .expect(200);
    expect(body).toMatchObject({ isSuperseded: true, findings: { fixed: 0 } });
    await portal.upload(clean, { category: 'image' }).expect(200);
    expect((await list()).totalItems).toBe(4);
    await portal.upload(clean, { scannedAt: '2026-11-25T11:00:00Z' });
    expect((await list()).totalItems).toBe(0);
    await portal
      .upload(clean, { scannedAt: '2026-11-26T12:00:00Z' })
      .expect(400, /lies in the future/);
  });

  it('takes one scan of two replicas that come at once, and loses nothing', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      ruleId: 'rule',
      file: `src/file-${index}.ts`,
      line: 1,
    }));
    const answers = await Promise.all([
      portal.upload(sarif(many)),
      portal.upload(sarif(many)),
      portal.upload(sarif(many.slice(0, 100), { tool: 'CodeQL' })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const found = answers.reduce((sum, { body }) => sum + body.findings.new, 0);
    expect(found).toBe(300);
    const { totalItems, items, nextCursor } = await list('&limit=200');
    expect([totalItems, items.length]).toEqual([300, 200]);
    const next = await list(`&limit=200&cursor=${nextCursor}`);
    expect(next.items).toHaveLength(100);
    expect((await list('&tool=codeql')).totalItems).toBe(100);
  });

  it('has a statement about the whole entity hold for each package of it', async () => {
    await portal.upload(vex).expect(200);
    await portal.upload(trivyReport).expect(200);
    const { items } = await list('&state=not-affected&kind=vulnerability');
    expect(items.map(({ purl }: { purl?: string }) => purl)).toContain(
      'pkg:maven/org.apache.logging.log4j/log4j-core',
    );
    const withdrawn = { ...vex, vulnerabilities: [] };
    await portal.upload(withdrawn).expect(200);
    expect((await list('&kind=vulnerability')).totalItems).toBe(1);
  });

  it('refuses malformed items with their path, and keeps the rest', async () => {
    const document = sarif([
      { ruleId: 'good', file: 'a.ts', line: 1 },
      { ruleId: 'no-message', message: {} },
      { ruleId: 17 as unknown as string },
    ]);
    const { body } = await portal.upload(document).expect(200);
    expect(body).toMatchObject({ accepted: 1, refused: 2 });
    expect(body.refusals).toEqual([
      {
        path: '$.runs[0].results[1].message',
        reason: 'must have a text or an id',
      },
      {
        path: '$.runs[0].results[2].ruleId',
        reason: 'Invalid input: expected string, received number',
      },
    ]);
  });

  it('keeps nothing of what is no document, and says where it ends', async () => {
    await portal.upload(trivyReport);
    const text = JSON.stringify({
      ...trivyReport,
      Results: trivyReport.Results,
    });
    const cases: [string | Buffer, RegExp][] = [
      [
        text.slice(0, -200),
        /At \$\.Results\[3\].*: the document ends in the middle/,
      ],
      [
        text.replace('"Class":', '"Class"'),
        /At \$\.Results\[0\].*: the document is not JSON/,
      ],
      ['', /ends in the middle/],
      [
        '{"hello": 1}',
        /neither SARIF, OpenSSF Scorecard, CycloneDX, Trivy nor Grype/,
      ],
      ['[]', /neither SARIF/],
      [Buffer.from([0x1f, 0x8b, 1, 2, 3]), /cannot be unpacked/],
      [JSON.stringify({ ...bom, specVersion: '1.8' }), /CycloneDX 1.2 to 1.7/],
      [`{"runs":${'['.repeat(300)}`, /nested more than 256 deep/],
    ];
    for (const [body, message] of cases) {
      const answer = await portal.upload(body);
      expect([answer.status, answer.body.error?.message]).toEqual([
        400,
        expect.stringMatching(message),
      ]);
    }
    expect((await list()).totalItems).toBe(4);
    const zeros = gzipSync(Buffer.alloc(4_000_000, ' '));
    await portal.upload(zeros).expect(413, /may have 3000000 bytes, unpacked/);
    await portal.upload(' '.repeat(3_000_001)).expect(413);
    expect((await list()).totalItems).toBe(4);
  });

  it('closes nothing by a document that it does not understand in full', async () => {
    await portal.upload(grypeReport);
    const { body } = await portal
      .upload({ ...grypeReport, matches: { 0: 'hello' } })
      .expect(200);
    expect(body).toMatchObject({
      refusals: [{ path: '$.matches', reason: 'must be a list' }],
      findings: { fixed: 0 },
    });
    await portal
      .upload(trivyReport, { format: 'sarif' })
      .expect(400, /is trivy, and not 'sarif'/);
    expect((await list()).totalItems).toBe(1);
    await portal.upload({ ...grypeReport, matches: null }).expect(200);
    expect((await list()).totalItems).toBe(0);
  });

  it.each([
    // SARIF 2.1.0, §3.14.23: without a list, the run was no scan.
    ['without results', {}, []],
    ['with null for results', { results: null }, []],
    // §3.20.14: the tool says that it failed.
    [
      'that failed before it found something',
      { results: [], invocations: [{ executionSuccessful: false }] },
      ['Semgrep OSS'],
    ],
    [
      'that failed after its first result',
      {
        results: [{ ruleId: 'second', message: { text: 'Found something' } }],
        invocations: [
          { executionSuccessful: true },
          { executionSuccessful: false },
        ],
      },
      ['Semgrep OSS'],
    ],
  ])('closes nothing by a run of SARIF %s', async (_which, run, tools) => {
    const [first, second] = ['first', 'second'].map(ruleId => ({
      ruleId,
      file: 'a.ts',
      line: 1,
    }));
    const at = { scannedAt: '2026-11-24T12:00:00Z' };
    await portal.upload(sarif([first, second]), at).expect(200);
    const scans = async () =>
      (await portal.ask('get', `/findings/scans?${of}`)).body.items;
    const document = sarif([]);
    const [{ tool }] = document.runs;
    const { body } = await portal
      .upload({ ...document, runs: [{ tool, ...run }] })
      .expect(200);
    expect(body).toMatchObject({ tools, refused: 0, findings: { fixed: 0 } });
    expect((await list('&rule=first')).totalItems).toBe(1);
    // Nor is that when it was last looked at.
    expect(await scans()).toMatchObject([
      { tool: 'Semgrep OSS', scannedAt: '2026-11-24T12:00:00.000Z' },
    ]);
    await portal
      .upload({
        ...document,
        runs: [
          {
            tool,
            invocations: [{ executionSuccessful: true }],
            results: [],
          },
        ],
      })
      .expect(200);
    expect((await list()).totalItems).toBe(0);
  });

  it('knows nothing of what a run that failed looked for', async () => {
    const document = sarif([]);
    const [run] = document.runs;
    const invocations = [{ executionSuccessful: false }];
    await portal
      .upload({ ...document, runs: [{ ...run, invocations }] })
      .expect(200);
    const facts = await portal.collect('component:default/payment-service');
    expect(facts).not.toHaveProperty('openHigh');
    expect(facts).not.toHaveProperty('lastScanAt');
  });

  it('takes gzip, and a format that is given', async () => {
    const { body } = await portal
      .upload(gzipSync(JSON.stringify(openssfReport)), {
        format: 'openssf-scorecard',
      })
      .expect(200);
    expect(body).toMatchObject({ accepted: 3, findings: { new: 1 } });
    const { items } = await list();
    expect(items).toMatchObject([
      {
        kind: 'posture',
        ruleId: 'Branch-Protection',
        severity: 'high',
        isOverdue: false,
      },
    ]);
    expect(items[0]).not.toHaveProperty('dueAt');
    const scans = await portal.ask('get', `/findings/scans?${of}`).expect(200);
    expect(scans.body.items).toMatchObject([
      {
        tool: 'OpenSSF Scorecard',
        score: 6.4,
        checks: [
          { name: 'Binary-Artifacts', score: 10 },
          { name: 'Branch-Protection', score: 3 },
        ],
      },
    ]);
  });

  it('asks who sends it, for whom, and has it on record', async () => {
    await portal
      .upload(trivyReport, {}, mockCredentials.none.header())
      .expect(401);
    await portal
      .upload(trivyReport, { entityRef: 'component:default/unknown' })
      .expect(404);
    await portal.upload(trivyReport, { commit: 'main' }).expect(400);
    portal.denied.add('scorecard.finding.upload component:default/web-shop');
    await portal
      .upload(trivyReport, { entityRef: 'component:default/web-shop' })
      .expect(403, /its owners may/);
    await portal
      .upload(trivyReport, {}, mockCredentials.user.header())
      .expect(200);
    expect(portal.audited).toEqual([
      'finding-upload failed',
      'finding-upload succeeded',
    ]);
    expect(portal.refreshed).toEqual(['component:default/payment-service']);
  });
});
