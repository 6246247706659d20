import { PluginClient } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import type { Page } from '@atrium/common';
import type { EntityResult } from '@atrium/plugin-scorecard-common';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleComponent } from './__testUtils__/sampleEntities';
import { startScorecard } from './__testUtils__/startScorecard';

const orders = 'component:default/orders';
const approver = mockCredentials.user.header('user:default/jonas');

const READINESS = `apiVersion: atrium.dev/v1
kind: Scorecard
metadata:
  name: readiness
  title: Production readiness
spec:
  owner: user:default/jonas
  levels:
    - { name: bronze, title: Bronze }
  checks:
    - name: component
      title: Is a component
      level: bronze
      expression: entity.kind == "Component"
    - name: promised
      title: Has an SLO
      level: bronze
      expression: facts.slo.count > 0
`;

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

it('tells of a lost level, passes a check over, and gives the level back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scorecards-'));
  await writeFile(join(folder, 'readiness.yaml'), READINESS);
  const portal = await startScorecard({
    knex: await createTestDatabase(databases),
    entities: [sampleComponent('orders')],
    config: { definitions: { folder, builtIn: false } },
  });
  await rm(folder, { recursive: true });
  const read = async () => {
    const { body } = await portal.ask('get', `/results?entityRef=${orders}`);
    const [{ level, checks }] = body.items;
    return { level, ...checks[1] };
  };
  portal.told.set(orders, { count: 1 });
  await portal.catchUp();
  expect(await read()).toMatchObject({
    level: 'bronze',
    outcome: 'pass',
    evidence: [{ value: 1, url: 'https://slo.example/orders' }],
  });

  portal.told.set(orders, { count: 0 });
  await portal.catchUp();
  await portal.runTask('scorecard-level-drops');
  await portal.runTask('scorecard-messages');
  expect(portal.notifications).toMatchObject([
    {
      recipients: { entityRef: ['group:default/payments'] },
      payload: {
        title: 'orders fell from Bronze to no level in "Production readiness"',
        description: 'Fails now: Has an SLO',
      },
    },
  ]);

  const asked = await portal.ask('post', '/exemptions').send({
    scorecard: 'readiness',
    check: 'promised',
    entityRef: orders,
    reason: 'It is switched off in May',
    days: 10,
  });
  const path = `/exemptions/${asked.body.id}/grant`;
  expect((await portal.ask('post', path, approver)).status).toBe(200);
  await portal.runTask('scorecard-evaluation');
  expect(await read()).toMatchObject({
    level: 'bronze',
    outcome: 'exempt',
    exemption: { reason: 'It is switched off in May' },
  });
  const { body: history } = await portal.ask(
    'get',
    `/history?entityRef=${orders}&scorecard=readiness`,
  );
  expect(
    history.items.flatMap(
      ({ changedChecks }: { changedChecks: { outcome: string }[] }) =>
        changedChecks.map(({ outcome }) => outcome),
    ),
  ).toEqual(['fail', 'exempt']);

  // What other backends ask comes to the same.
  const address = portal.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = new PluginClient('scorecard', {
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => `http://127.0.0.1:${port}/api/scorecard`,
    }),
  });
  const page = await client.get<Page<EntityResult>>(
    '/results',
    { entityRef: [orders], limit: 1 },
    { credentials: mockCredentials.service() },
  );
  expect(page).toMatchObject({
    totalItems: 1,
    items: [{ entityRef: orders, exempt: 1 }],
  });
});
