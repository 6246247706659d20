import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import techdocs from '@backstage/plugin-techdocs-backend';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import request from 'supertest';
import { techdocsModuleMarkdown } from '../module';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const root = mkdtempSync(path.join(tmpdir(), 'prebuild-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function writeRepository(name: string, files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(root, 'repositories', name, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  const file = path.join(root, 'repositories', name, 'catalog-info.yaml');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      uid: name,
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/managed-by-location': `file:${file}`,
        ...annotations,
      },
    },
  };
}

async function until(check: () => Promise<boolean>) {
  while (!(await check())) {
    await setTimeout(50);
  }
}

it('publishes documentation that nobody has asked for, and again after a push', async () => {
  writeRepository('shop', {
    'docs/index.md': '# Shop\n\n[Gone](gone.md)\n',
    'docs/more.md': '# More',
  });
  writeRepository('broken', { 'mkdocs.yml': 'a: b\nc: "d\n' });
  writeRepository('python', { 'docs/index.md': '# Python' });
  const onGit = component('on-git', {
    'backstage.io/techdocs-ref':
      'url:https://git.acme.example/acme/on-git/src/branch/main/',
  });

  const subscribers: Parameters<CatalogScmEventsService['subscribe']>[0][] = [];
  const logger = mockServices.rootLogger.mock();
  logger.child.mockReturnValue(logger);
  const knex = await databases.init('POSTGRES_18');
  const { server } = await startTestBackend({
    features: [
      techdocs,
      techdocsModuleMarkdown,
      catalogServiceMock.factory({
        entities: [
          component('shop'),
          component('broken'),
          component('python', { 'backstage.io/techdocs-engine': 'mkdocs' }),
          onGit,
        ],
      }),
      createServiceFactory({
        service: catalogScmEventsServiceRef,
        deps: {},
        factory: () => ({
          subscribe: subscriber => {
            subscribers.push(subscriber);
            return { unsubscribe: () => undefined };
          },
          publish: async () => undefined,
          markEventActionTaken: () => undefined,
        }),
      }),
      mockServices.database.mock({ getClient: async () => knex }).factory,
      mockServices.rootConfig.factory({
        data: {
          backend: { workingDirectory: root },
          techdocs: {
            builder: 'local',
            generator: { defaultEngine: 'markdown', runIn: 'local' },
            publisher: {
              type: 'local',
              local: { publishDirectory: path.join(root, 'published') },
            },
            markdown: {
              prebuild: {
                schedule: {
                  frequency: { seconds: 1 },
                  timeout: { minutes: 1 },
                },
              },
            },
          },
        },
      }),
      logger.factory,
    ],
  });
  const row = (name: string) =>
    knex('markdown_prebuild_sites').where({
      entity_ref: `component:default/${name}`,
    });

  await until(async () => (await row('shop').first())?.checked_at);
  await until(async () => (await row('broken').first())?.last_error);
  await until(async () => (await row('on-git').first())?.last_error);

  const { body } = await request(server)
    .get('/api/techdocs/metadata/techdocs/default/component/shop')
    .expect(200);
  expect(body).toEqual(expect.objectContaining({ engine: 'markdown' }));
  const { last_error: lastError } = await row('broken').first();
  expect(lastError).toContain('not valid YAML');
  // What mkdocs renders is left to the first visit.
  await expect(row('python').first()).resolves.toBeUndefined();

  const summarize = (authorization: string) =>
    request(server)
      .post('/api/techdocs/docs-summaries/by-entity')
      .set('authorization', authorization)
      .send({
        entityRefs: ['shop', 'broken', 'python'].map(
          name => `component:default/${name}`,
        ),
      });
  const { body: summaries } = await summarize(mockCredentials.service.header());
  expect(summaries.items).toHaveLength(2);
  expect(summaries.items).toEqual(
    expect.arrayContaining([
      {
        entityRef: 'component:default/shop',
        checkedAt: expect.stringMatching(/^20.*Z$/),
        site: { pages: 2, brokenLinks: 1, warnings: 1 },
      },
      {
        entityRef: 'component:default/broken',
        error: expect.stringContaining('not valid YAML'),
      },
    ]),
  );
  await summarize(mockCredentials.user.header()).expect(403);

  const { revision } = await row('on-git').first();
  await Promise.all(
    subscribers.map(({ onEvents }) =>
      onEvents([
        {
          type: 'location.updated',
          url: 'https://git.acme.example/acme/on-git/src/branch/main/docs/a.md',
        },
      ]),
    ),
  );
  expect((await row('on-git').first()).revision).toBe(revision + 1);
});
