import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import emailModule from '@backstage/plugin-notifications-backend-module-email';
import type { JsonObject } from '@backstage/types';
import { setTimeout as wait } from 'node:timers/promises';
import request from 'supertest';
import { MailServer } from '../../__testUtils__/MailServer';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import { range, sampleCounts } from '../../__testUtils__/sampleCounts';
import {
  SAMPLE_FILE,
  sampleEntities,
} from '../../__testUtils__/sampleEntities';
import { sampleSlo } from '../../__testUtils__/sampleSlo';
import sloPlugin from '../../index';

const priya: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'priya' },
  spec: { profile: { email: 'priya@acme.example' } },
};

const team: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default' },
  relations: [{ type: 'hasMember', targetRef: 'user:default/priya' }],
};

/** A policy that pages and one that does not, for the same reason. */
const definition = sampleSlo({
  extra: `  alertPolicies:
${['page', 'ticket']
  .map(
    severity => `    - metadata: { name: ${severity}s }
      spec:
        alertWhenBreaching: true
        conditions:
          - metadata: { name: ${severity} }
            spec:
              severity: ${severity}
              condition: { kind: burnrate, op: gt, threshold: 14, lookbackWindow: 1h }
`,
  )
  .join('')}`,
});

describe('alerts by e-mail', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const mailServer = new MailServer();

  afterAll(() => mailServer.stop());

  /** The real plugins for SLOs, notifications and mail. */
  async function start() {
    const port = await mailServer.start();
    const knexOf = {
      slo: await openTestDatabase(databases, new Date()),
      notifications: await databases.init('POSTGRES_18'),
    };
    const scheduler = mockServices.scheduler();
    const email: JsonObject = {
      sender: 'Atrium <atrium@acme.example>',
      transportConfig: {
        transport: 'smtp',
        hostname: '127.0.0.1',
        port,
      },
      filter: { minSeverity: 'critical' },
    };
    const { server } = await startTestBackend({
      features: [
        sloPlugin,
        notificationsPlugin,
        emailModule,
        catalogServiceMock.factory({
          entities: [
            ...sampleEntities.filter(({ kind }) => kind !== 'Group'),
            priya,
            team,
          ],
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: coreServices.database,
          deps: { plugin: coreServices.pluginMetadata },
          factory: ({ plugin }) => ({
            getClient: async () =>
              knexOf[plugin.getId() === 'slo' ? 'slo' : 'notifications'],
          }),
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://atrium.acme.example' },
            integrations: { gitea: [{ host: 'git.acme.example' }] },
            notifications: { processors: { email } },
          },
        }),
        mockServices.urlReader.mock({
          readUrl: async url => ({
            buffer: async () =>
              Buffer.from(url === SAMPLE_FILE ? definition : ''),
          }),
        }).factory,
      ],
    });
    return { server, runTask: (id: string) => scheduler.triggerTask(id) };
  }

  it('leave for each owner when they page', async () => {
    const { server, runTask } = await start();
    await runTask('slo-definitions');
    // Of a hundred a minute, twenty fail where one may.
    await request(server)
      .post('/api/slo/counts')
      .set('authorization', mockCredentials.service.header())
      .send({
        counts: sampleCounts(range(1, 61), { good: 80, total: 100 }),
      });
    await runTask('slo-evaluation');
    const { body } = await request(server)
      .get('/api/slo/alerts?state=firing')
      .set('authorization', mockCredentials.user.header());
    expect(
      body.items.map(({ severity }: { severity: string }) => severity).sort(),
    ).toEqual(['page', 'ticket']);

    await runTask('slo-alerts');
    const [{ to, text }] = await mailServer.receive(1);
    expect(to).toEqual(['priya@acme.example']);
    expect(text).toContain('From: Atrium <atrium@acme.example>');
    expect(text).toContain(
      'Subject: Error budget burns fast: Payments succeed of Payment Service',
    );
    expect(text).toContain('in the last hour');
    expect(text).toContain('/catalog/default/component/payment-service/slos');
    // Tickets are not what the config wants to be mailed.
    await wait(200);
    expect(mailServer.mails).toHaveLength(1);
  });
});
