import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test, type TestContext } from 'node:test';
import { runTasks } from './runTasks.ts';

interface FakeTask {
  taskId: string;
  cadence: string;
  /** What each look at it finds, the last one for ever. */
  states: ({ status: string; lastRunEndedAt?: string } | null)[];
}

/** A portal whose plugin `cost` has tasks, and no other has. */
async function startPortal(context: TestContext, tasks: FakeTask[]) {
  const started: string[] = [];
  const server = createServer((request, response) => {
    const path = '/api/cost/.backstage/scheduler/v1/tasks';
    const trigger = new RegExp(`^${path}/([^/]+)/trigger$`);
    const [, id] = trigger.exec(request.url ?? '') ?? [];
    if (request.headers.authorization !== 'Bearer secret') {
      response.statusCode = 403;
      response.end('Only administrators may');
    } else if (id) {
      started.push(id);
      response.end();
    } else if (request.url === path) {
      const answer = tasks.map(({ taskId, cadence, states }) => ({
        taskId,
        settings: { cadence },
        taskState: states.length > 1 ? states.shift() : states[0],
      }));
      response.end(JSON.stringify({ tasks: answer }));
    } else {
      response.statusCode = 404;
      response.end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return {
    started,
    options: {
      portalUrl: `http://127.0.0.1:${address.port}`,
      token: 'secret',
      pluginIds: ['cost', 'sla'],
      timeoutSeconds: 10,
    },
  };
}

const idle = (lastRunEndedAt?: string) => ({ status: 'idle', lastRunEndedAt });
const running = { status: 'running', lastRunEndedAt: '09:00' };

test('every task runs once from its beginning to its end', async context => {
  const { options, started } = await startPortal(context, [
    { taskId: 'never-ran', cadence: 'PT1M', states: [null, idle('09:05')] },
    {
      taskId: 'runs-already',
      cadence: 'PT15S',
      states: [running, idle('09:01'), running, idle('09:02')],
    },
  ]);

  assert.deepEqual(await runTasks(options), []);
  assert.deepEqual(started, ['never-ran', 'runs-already']);
});

test('rare tasks, and those by cron or by hand, are left alone', async context => {
  const { options, started } = await startPortal(
    context,
    ['PT24H', 'P1D', '0 3 * * *', 'manual'].map(cadence => ({
      taskId: 'forget',
      cadence,
      states: [idle('09:00')],
    })),
  );

  assert.deepEqual(await runTasks(options), []);
  assert.deepEqual(started, []);
});

test('what does not end in time is named', async context => {
  const { options } = await startPortal(context, [
    { taskId: 'import', cadence: 'PT1H', states: [idle('09:00')] },
  ]);

  assert.deepEqual(await runTasks({ ...options, timeoutSeconds: 0.1 }), [
    'cost/import',
  ]);
});

test('somebody who may not start tasks is told so', async context => {
  const { options } = await startPortal(context, []);

  await assert.rejects(runTasks({ ...options, token: 'another' }), {
    message: /answered 403$/,
  });
});
