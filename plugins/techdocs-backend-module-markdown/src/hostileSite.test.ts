import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocs from '@backstage/plugin-techdocs-backend';
import { rmSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { TestSite } from './__testUtils__/TestSite';
import { techdocsModuleMarkdown } from './module';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const site = new TestSite({});
afterAll(() => site.remove());
afterEach(() => jest.restoreAllMocks());

const NAME = 'default/component/payments';

// TechDocs remembers when it last looked, also for a portal that starts anew.
let minutes = 0;
const now = Date.now;

async function startPortal(limits = {}) {
  const knex = await databases.init('POSTGRES_18');
  const { server } = await startTestBackend({
    features: [
      techdocs,
      techdocsModuleMarkdown,
      mockServices.database.mock({ getClient: async () => knex }).factory,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'payments',
              uid: 'payments',
              annotations: {
                'backstage.io/techdocs-ref': 'dir:.',
                'backstage.io/managed-by-location': `file:${path.join(
                  site.inputDir,
                  'catalog-info.yaml',
                )}`,
              },
            },
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { workingDirectory: site.root },
          techdocs: {
            builder: 'local',
            generator: { defaultEngine: 'markdown', runIn: 'local' },
            publisher: {
              type: 'local',
              local: { publishDirectory: path.join(site.root, 'published') },
            },
            markdown: {
              prebuild: { enabled: false },
              limits: { maxPages: 100, ...limits },
            },
          },
        },
      }),
    ],
  });
  jest.spyOn(Date, 'now').mockImplementation(() => now() + minutes * 60_000);
  return {
    get: (address: string) => request(server).get(`/api/techdocs/${address}`),
    /** What a visit to the documentation asks for; the text of its events. */
    async visit(): Promise<string> {
      // TechDocs looks at a source once a minute at most.
      minutes += 2;
      const { text } = await request(server)
        .get(`/api/techdocs/sync/${NAME}`)
        .expect(200);
      return text;
    },
  };
}

const manyPages = Object.fromEntries(
  Array.from({ length: 101 }, (_, n) => [`docs/many/${n}.md`, '# A']),
);

/** Each takes markdown-it a second or more. */
const slowPages = Object.fromEntries(
  Array.from({ length: 20 }, (_, n) => [
    `docs/slow/${n}.md`,
    '['.repeat(990_000),
  ]),
);

/** Writes other sources, which cannot be built. */
async function failToBuild(
  { get, visit }: Awaited<ReturnType<typeof startPortal>>,
  files: Record<string, string>,
  problem: string,
) {
  rmSync(site.inputDir, { recursive: true });
  site.write(files);
  let isBuilt = false;
  const visited = visit().finally(() => {
    isBuilt = true;
  });
  const page = await get(`static/docs/${NAME}/index.html`).expect(200);
  const isSlow = 'docs/slow/0.md' in files;
  expect(isSlow && isBuilt).toBe(false);

  const events = await visited;
  expect(events).toContain('event: error');
  expect(events).toContain(problem);
  expect(page.text).toContain('<p>Good.</p>');
  const kept = await get(`static/docs/${NAME}/index.html`).expect(200);
  expect(kept.text).toBe(page.text);
}

it('keeps the last good site, and answers others, whatever becomes of its source', async () => {
  site.write({ 'docs/index.md': '# Payments\n\nGood.\n' });
  const portal = await startPortal();
  expect(await portal.visit()).toContain('event: finish');

  // On a busy machine the others could take longer than that too.
  await failToBuild(
    await startPortal({ maxBuildSeconds: 3 }),
    { 'docs/index.md': '# Bad', ...slowPages },
    "It took longer than 3 seconds, last at 'docs/slow/",
  );
  await failToBuild(
    portal,
    { 'docs/index.md': '# Bad', 'mkdocs.yml': 'nav:\n  - "a' },
    'is not valid YAML at line 2',
  );
  await failToBuild(
    portal,
    { 'docs/index.md': '# Bad', ...manyPages },
    'The documentation has 102 pages; at most 100 are allowed',
  );
  await failToBuild(
    portal,
    { 'docs/note.txt': '' },
    "The folder 'docs' holds no Markdown",
  );
});

it('serves nothing of a site that a browser would run', async () => {
  site.write({
    'docs/index.md': '# Payments\n\n[code](evil.js)\n',
    'docs/evil.js': 'alert(1)',
  });
  const { get, visit } = await startPortal();
  expect(await visit()).toContain('event: finish');
  for (const name of ['evil.js', 'index.html']) {
    const { headers, status } = await get(`static/docs/${NAME}/${name}`);
    expect({ name, status }).toEqual({ name, status: 200 });
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  }
});
