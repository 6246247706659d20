import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@atrium/backend-common/testUtils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  type KilledRun,
  leaveKilledRun,
} from '../__testUtils__/leaveKilledRun';
import { SandboxGitHost } from '../__testUtils__/SandboxGitHost';
import { scaffolderModuleAtrium } from '../module';

const PERSON = 'user:default/mock';
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const folders = createMockDirectory();
const scheduler = mockServices.scheduler();
const send = jest.fn();

let host: SandboxGitHost;
let knex: Knex;
let backend: TestBackend;

beforeAll(async () => {
  knex = await databases.init('POSTGRES_18');
  host = await SandboxGitHost.start();
  backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleAtrium,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'scaffolder.backstage.io/v1beta3',
            kind: 'Template',
            metadata: { name: 'node-service' },
            spec: { type: 'service', owner: 'platform', steps: [] },
          },
        ],
      }),
      mockServices.database.factory({ knex }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send }),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { workingDirectory: folders.path },
          integrations: {
            gitea: [
              {
                host: host.host,
                baseUrl: host.url,
                username: 'atrium',
                password: host.token,
              },
            ],
          },
          scaffolder: {
            defaultAuthor: { name: 'Atrium', email: 'atrium@acme.example' },
            taskRecovery: {
              enabled: true,
              staleTimeout: { seconds: 30 },
              workspaceProvider: 'atrium',
            },
          },
        },
      }),
    ],
  });
});

afterAll(async () => {
  await backend?.stop();
  // The scaffolder asks once more, a second later, whether a run was cancelled.
  await sleep(1_500);
  await host?.close();
});

beforeEach(() => send.mockReset());

const leaveRun = (options: KilledRun) =>
  leaveKilledRun(options, {
    knex,
    host,
    createdBy: PERSON,
    folder: folders.path,
  });

async function readRun(id: string) {
  const [{ status }] = await knex('tasks').where({ id }).select('status');
  const events: { event_type: string; body: string }[] = await knex(
    'task_events',
  )
    .where({ task_id: id })
    .orderBy('id');
  const bodies = events.map(({ event_type, body }) => ({
    type: event_type,
    ...JSON.parse(body),
  }));
  return {
    status,
    log: bodies.map(({ message }) => message).join('\n'),
    error: bodies.find(({ type }) => type === 'completion')?.error?.message,
  };
}

const waitForEnd = (id: string) =>
  eventually(
    () => readRun(id),
    ({ status }) => !['open', 'processing'].includes(status),
  );

const createRepository = (name: string) =>
  host.call('/orgs/acme/repos', { name });
const pushFile = (name: string, message: string) =>
  host.call(`/repos/acme/${name}/contents/README.md`, {
    content: Buffer.from('# Made\n').toString('base64'),
    message,
    branch: 'main',
  });
const cancel = (id: string) =>
  request(backend.server)
    .post(`/api/scaffolder/v2/tasks/${id}/cancel`)
    .set('Authorization', mockCredentials.user.header());

describe('a run whose backend was killed', () => {
  let ofSomebodyElse: string;

  // The scaffolder looks for such runs every ten seconds: one look finds all of them.
  beforeAll(async () => {
    await createRepository('kill-5');
    await pushFile('kill-5', 'Mine');
    ofSomebodyElse = await leaveRun({ name: 'kill-5', hasIntent: true });
  });

  it('goes on from where it was, and makes one whole repository', async () => {
    await createRepository('kill-2');
    await createRepository('kill-3');
    const third = randomUUID();
    await pushFile('kill-3', `initial commit\n\nTemplate-Run: ${third}`);
    await createRepository('kill-4');
    await pushFile('kill-4', 'initial commit');
    const ids = await Promise.all([
      leaveRun({ name: 'kill-1' }),
      leaveRun({ name: 'kill-2', hasIntent: true }),
      leaveRun({ name: 'kill-3', hasIntent: true, id: third }),
      leaveRun({
        name: 'kill-4',
        hasIntent: true,
        finished: ['fetch', 'publish'],
      }),
    ]);

    const runs = await Promise.all(ids.map(waitForEnd));

    expect(runs.map(({ status }) => status)).toEqual(
      ids.map(() => 'completed'),
    );
    expect(await host.inspect('acme/kill-1')).toEqual({
      files: ['README.md', 'catalog-info.yaml'],
      commitCount: 1,
    });
    expect(await host.inspect('acme/kill-2')).toEqual({
      files: ['README.md', 'catalog-info.yaml'],
      commitCount: 1,
    });
    // What was there before the kill is left as it is.
    for (const name of ['kill-3', 'kill-4']) {
      expect(await host.inspect(`acme/${name}`)).toEqual({
        files: ['README.md'],
        commitCount: 1,
      });
    }

    await scheduler.triggerTask('watch-runs');
    for (const id of ids) {
      expect((await readRun(id)).log).toContain(
        'The backend that ran this has stopped. The run goes on',
      );
    }
  });

  it('touches nothing that somebody else has made meanwhile', async () => {
    const run = await waitForEnd(ofSomebodyElse);

    expect(run.status).toBe('failed');
    expect(run.error).toContain("Somebody else has pushed to 'acme/kill-5'");
    expect(await host.inspect('acme/kill-5')).toMatchObject({ commitCount: 1 });
  });

  it('fails with the reason when backends stop again and again', async () => {
    const resumed = {
      event_type: 'log',
      // As the statement that explains it writes it.
      text: '{"message" : "x", "reason" : "backend-stopped"}',
    };
    const id = await leaveRun({
      name: 'kill-6',
      events: [resumed, resumed, resumed],
    });
    await scheduler.triggerTask('watch-runs');

    expect(await readRun(id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('stopped 3 times during this run'),
    });
  });
});

describe('cancelling', () => {
  it('ends a run whose backend was killed, at once', async () => {
    const id = await leaveRun({ name: 'cancel-1' });
    const { status, body } = await cancel(id);

    expect([status, body]).toEqual([200, { status: 'cancelled' }]);
    expect(await readRun(id)).toMatchObject({
      status: 'cancelled',
      error: expect.stringContaining('The run was cancelled.'),
    });
    expect(await host.call('/repos/acme/cancel-1')).toHaveProperty('message');
  });

  it('keeps to it when the backend is killed after the wish', async () => {
    const id = await leaveRun({
      name: 'cancel-2',
      events: [{ event_type: 'cancelled', body: { message: 'x' } }],
    });
    await scheduler.triggerTask('watch-runs');

    expect((await readRun(id)).status).toBe('cancelled');
  });

  it('stops a run that is going on, and calls it cancelled', async () => {
    const id = await leaveRun({
      name: 'cancel-3',
      finished: [],
      status: 'open',
      wait: true,
    });
    // What is dispatched wakes the worker up; this waits for its next look.
    await knex('tasks').where({ id }).update({ status: 'processing' });
    await eventually(
      () => readRun(id),
      ({ log }) => log.includes('Beginning step Fetch'),
    );
    const { status, body } = await cancel(id);

    expect([status, body]).toEqual([200, { status: 'cancelled' }]);
    expect((await readRun(id)).status).toBe('cancelled');
  });

  it('says that a run has ended already', async () => {
    const id = await leaveRun({ name: 'cancel-4', status: 'completed' });
    const { status, body } = await cancel(id);

    expect([status, body.error.message]).toEqual([
      409,
      "The run has ended already and is 'completed'; there is nothing to cancel.",
    ]);
    expect((await readRun(id)).log).not.toContain('cancelled');
  });

  it('returns 404 for a run that does not exist', async () => {
    expect((await cancel(randomUUID())).status).toBe(404);
  });
});

describe('the person who started a run', () => {
  beforeEach(async () => {
    await knex('atrium_run_notices').delete();
    await knex('tasks').delete();
  });

  it('is told once how it ended', async () => {
    await leaveRun({ name: 'told-1', status: 'completed' });
    await leaveRun({
      name: 'told-2',
      status: 'failed',
      events: [
        {
          event_type: 'completion',
          body: { message: 'x', error: { message: 'No such host\nat x' } },
        },
      ],
    });
    const cancelled = await leaveRun({ name: 'told-3', status: 'cancelled' });
    await scheduler.triggerTask('watch-runs');
    await scheduler.triggerTask('watch-runs');

    const sent = send.mock.calls
      .map(([{ recipients, payload }]) => ({ ...recipients, ...payload }))
      .sort((a, b) => a.title.localeCompare(b.title));
    expect(sent).toMatchObject([
      { title: 'Node Service: told-1 is ready', severity: 'normal' },
      {
        title: 'Node Service: told-2 failed',
        description: 'No such host',
        severity: 'high',
      },
      {
        type: 'entity',
        entityRef: PERSON,
        title: 'Node Service: told-3 was cancelled',
        link: `/create/tasks/${cancelled}`,
        scope: `scaffolder-run:${cancelled}`,
      },
    ]);
  });

  it('is told whatever the log of another run says', async () => {
    // Postgres takes neither for JSON: a NUL, and half of an emoji.
    await leaveRun({
      name: 'odd-1',
      status: 'failed',
      events: [
        { event_type: 'log', body: { message: 'a binary file: \u0000' } },
        { event_type: 'log', body: { message: 'cut: \ud83d' } },
        { event_type: 'recovered', body: {} },
        {
          event_type: 'completion',
          body: { message: 'x', error: { message: 'No \u0000 here' } },
        },
      ],
    });
    await leaveRun({ name: 'told-5', status: 'completed' });
    await scheduler.triggerTask('watch-runs');

    expect(
      send.mock.calls.map(([{ payload }]) => payload.title).sort(),
    ).toEqual(['Node Service: odd-1 failed', 'Node Service: told-5 is ready']);
  });

  it('is told later when it could not be told at once', async () => {
    await leaveRun({ name: 'told-4', status: 'completed' });
    send.mockRejectedValueOnce(new Error('503'));
    await scheduler.triggerTask('watch-runs');
    await scheduler.triggerTask('watch-runs');
    await scheduler.triggerTask('watch-runs');

    expect(send).toHaveBeenCalledTimes(2);
  });
});

describe('trying a failed run again', () => {
  const retry = (id: string) =>
    request(backend.server)
      .post(`/api/scaffolder/v2/tasks/${id}/retry`)
      .set('Authorization', mockCredentials.user.header())
      .send({});

  it('is refused once its files are gone', async () => {
    const id = await leaveRun({ name: 'retry-1', status: 'failed' });
    await knex('atrium_run_workspaces').where({ task_id: id }).delete();
    const { status, body } = await retry(id);

    expect([status, body.error.message]).toEqual([
      409,
      'The files of this run are no longer kept, so it cannot go on where it stopped. What its finished steps made is still there. Start the template anew.',
    ]);
    expect((await readRun(id)).status).toBe('failed');
  });

  it('has its person told of the new end', async () => {
    const id = await leaveRun({ name: 'retry-2', status: 'failed' });
    await scheduler.triggerTask('watch-runs');
    expect(
      await knex('atrium_run_notices').where({ task_id: id }),
    ).toHaveLength(1);
    expect((await retry(id)).status).toBe(201);
    await eventually(
      () => knex('atrium_run_notices').where({ task_id: id }),
      rows => rows.length === 0,
    );
    expect((await waitForEnd(id)).status).toBe('completed');
    // The scaffolder asks once more, a second later, whether the run was cancelled.
    await sleep(1_500);
  });
});
