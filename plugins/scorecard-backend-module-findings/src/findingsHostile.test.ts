import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { sarif, trivyReport } from './__testUtils__/documents';
import { startFindings } from './__testUtils__/startFindings';

const CANARY = 'canary-Xk29fJq1LmZ';

describe('what strangers send', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startFindings>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    portal = await startFindings({ knex });
    freezeTime('2026-11-25T12:00:00Z');
  });

  afterEach(async () => portal.clear());
  afterAll(() => {
    jest.useRealTimers();
  });

  async function items() {
    const { body } = await portal.ask(
      'get',
      '/findings?state=open&state=suppressed&limit=200',
    );
    return body.items;
  }

  /** Everything that the tables of the module hold, as text. */
  async function dump(): Promise<string> {
    const tables = [
      'findings',
      'finding_sightings',
      'finding_changes',
      'finding_scans',
      'finding_boms',
      'finding_components',
      'finding_places',
    ];
    const rows = await Promise.all(tables.map(table => knex(table)));
    return JSON.stringify(rows);
  }

  it('keeps no secret that a scanner quotes, in no store, log or answer', async () => {
    const logged: string[] = [];
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      jest
        .spyOn(console, level)
        .mockImplementation((...parts) => logged.push(parts.join(' ')));
    }
    const secret = {
      ruleId: 'generic-api-key',
      file: 'deploy/app.env',
      line: 3,
      snippet: `API_KEY=${CANARY}`,
      text: `generic-api-key has detected secret ${CANARY}`,
      partialFingerprints: { commitMessage: `Add ${CANARY}` },
      suppressions: [{ kind: 'external', justification: `${CANARY} is old` }],
      fingerprints: { matchBasedId: CANARY },
    };
    const open = {
      ...secret,
      line: 9,
      snippet: `OTHER_KEY=${CANARY}`,
      suppressions: [],
      fingerprints: { matchBasedId: `other of ${CANARY}` },
    };
    const rules = [
      {
        id: 'generic-api-key',
        name: 'Generic API key',
        shortDescription: { text: '[a-z]{20}' },
      },
    ];
    const answers = [
      await portal.upload(sarif([secret, open], { tool: 'gitleaks', rules })),
      // The same file and line, seen by a second scanner.
      await portal.upload(
        JSON.parse(
          JSON.stringify(trivyReport).replaceAll('canary-of-trivy', CANARY),
        ),
      ),
      // CodeQL says it by its weakness.
      await portal.upload(
        sarif(
          [
            {
              ruleId: 'js/hardcoded-credentials',
              file: 'src/a.ts',
              line: 2,
              text: `The value "${CANARY}" is used`,
              snippet: CANARY,
            },
          ],
          {
            tool: 'CodeQL',
            rules: [
              {
                id: 'js/hardcoded-credentials',
                name: 'Hard-coded credentials',
                properties: { tags: ['security', 'external/cwe/cwe-798'] },
              },
            ],
          },
        ),
      ),
      // Any other tool may quote one that looks like one.
      await portal.upload(
        sarif(
          [
            {
              ruleId: 'x',
              file: 'b.ts',
              line: 1,
              text: 'Do not use AKIAIOSFODNN7EXAMPLE or https://bob:hunter2x@host/ or ghp_abcdefghijklmnopqrstuvwxyz0123456789',
            },
          ],
          { tool: 'Other' },
        ),
      ),
      // Also in what is refused.
      await portal.upload(
        sarif(
          [{ ruleId: 3 as unknown as string, text: CANARY, [CANARY]: CANARY }],
          { tool: 'gitleaks' },
        ),
      ),
      await portal.upload(`{"runs":[{"${CANARY}":${CANARY}`),
    ];
    const listed = await items();
    expect(
      listed.map(
        ({ kind, file, line, tools, title }: Record<string, unknown>) => [
          kind,
          file,
          line,
          tools,
          title,
        ],
      ),
    ).toEqual(
      expect.arrayContaining([
        [
          'secret',
          'deploy/app.env',
          3,
          ['Trivy', 'gitleaks'],
          'Generic API key',
        ],
        ['secret', 'deploy/app.env', 9, ['gitleaks'], 'Generic API key'],
        ['secret', 'src/a.ts', 2, ['CodeQL'], 'Hard-coded credentials'],
      ]),
    );
    const details = await Promise.all(
      listed.map(({ id }: { id: string }) =>
        portal.ask('get', `/findings/${id}`),
      ),
    );
    const csv = await portal.ask('get', '/findings.csv');
    const all = [
      await dump(),
      ...answers.slice(0, -1).map(({ text }) => text),
      ...details.map(({ text }) => text),
      csv.text,
      JSON.stringify(
        portal.auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
      ),
      JSON.stringify(await portal.collect('component:default/payment-service')),
      ...logged,
    ].join('\n');
    for (const text of [
      CANARY,
      'AKIAIOSFODNN7EXAMPLE',
      'hunter2x',
      'ghp_abcdefgh',
    ]) {
      expect(all).not.toContain(text);
    }
    expect(answers.at(-1)?.status).toBe(400);
    expect(all).toContain('[redacted]');
    jest.restoreAllMocks();
  });

  it('keeps text as text, and follows no address but the web', async () => {
    const html = '<img src=x onerror=alert(1)>';
    const document = sarif(
      [
        {
          ruleId: '__proto__',
          file: 'src/\u0000a\u202Eb.ts',
          line: -5,
          text: `${html}\u0000\ud800 end`,
        },
        {
          ruleId: 'constructor',
          file: '../../etc/passwd',
          line: 1e300,
          text: 'x'.repeat(5_000_000),
        },
        { ruleId: 'url', file: 'a.ts', line: 1, level: '__proto__' },
      ],
      {
        tool: 'Tool\u0000 <b>',
        rules: [
          {
            id: 'url',
            helpUri: `java${''}script:alert(1)`,
            shortDescription: { text: html },
            properties: { 'security-severity': 'NaN' },
          },
          {
            id: '__proto__',
            helpUri: 'https://user:password@example.org/',
            properties: { 'security-severity': '99' },
          },
          { id: 'constructor', helpUri: 'https://example.org/rule' },
        ],
      },
    );
    const { body } = await portal.upload(document).expect(200);
    expect(body).toMatchObject({ tools: ['Tool <b>'], accepted: 3 });
    const found = new Map(
      (await items()).map((item: { ruleId: string }) => [item.ruleId, item]),
    );
    expect(found.get('__proto__')).toMatchObject({
      title: `${html} end`.replace(' end', '\ufffd end'),
      severity: 'medium',
      file: 'src/ab.ts',
    });
    expect(found.get('__proto__')).not.toHaveProperty('url');
    expect(found.get('__proto__')).not.toHaveProperty('line');
    expect(found.get('url')).toMatchObject({
      title: html,
      severity: 'unknown',
    });
    expect(found.get('url')).not.toHaveProperty('url');
    expect(found.get('constructor')).toMatchObject({
      url: 'https://example.org/rule',
    });
    const { description } = found.get('constructor') as { description: string };
    expect(description).toHaveLength(2_000);
  });

  it('reads 100,000 results in memory that does not grow with them', async () => {
    jest.useRealTimers();
    const filler = 'The value comes from the user and reaches a query. '.repeat(
      8,
    );
    const results = Array.from({ length: 100_000 }, (_, index) =>
      JSON.stringify({
        ruleId: `rule-${index % 50}`,
        message: { text: `${filler}${index}` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: `src/folder-${index % 997}/file-${index}.ts`,
              },
              region: {
                startLine: (index % 500) + 1,
                snippet: { text: `query(${index})` },
              },
            },
          },
        ],
      }),
    );
    const document = Buffer.from(
      `{"version":"2.1.0","runs":[{"results":[${results.join(
        ',',
      )}],"tool":{"driver":{"name":"CodeQL","rules":[]}}}]}`,
    );
    results.length = 0;
    expect(document.length).toBeGreaterThan(60_000_000);
    global.gc?.();
    const before = process.memoryUsage().rss;
    let peak = before;
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const { body } = await portal.upload(document).expect(200);
    clearInterval(timer);
    expect(body.findings).toMatchObject({ new: 100_000 });
    // The test itself sends the document from memory, and holds it once more.
    const grownMegabytes = (peak - before) / 1024 / 1024;
    expect(grownMegabytes).toBeLessThan(300);
  });
});
