import type { SampleTask } from './__testUtils__/sampleWorker';
import { load, runTask, workerFile } from './__testUtils__/sampleWorker';
import { WorkerThread } from './WorkerThread';

const threads: WorkerThread<SampleTask, number>[] = [];

function createThread(options: { maxTasks?: number } = {}) {
  const thread = new WorkerThread(
    { load, runTask, workerFile },
    {
      maxHeapMegabytes: 64,
      idleMilliseconds: 60_000,
      maxTasks: 10,
      ...options,
    },
  );
  threads.push(thread);
  return {
    close: () => thread.close(),
    run: (task: SampleTask, maxMs = 20_000) => thread.run(task, { maxMs }),
  };
}

afterAll(async () => {
  await Promise.all(threads.map(thread => thread.close()));
});

it('does one task after the other in the same thread', async () => {
  const { run } = createThread();
  await expect(
    Promise.all([
      run({ kind: 'wait', milliseconds: 100 }),
      run({ kind: 'count' }),
    ]),
  ).resolves.toEqual([1, 2]);
  await expect(run({ kind: 'fail' })).rejects.toThrow('Out of range');
  await expect(run({ kind: 'count' })).resolves.toBe(4);
});

it.each([
  ['hang', 'more time than allowed', 300],
  ['fill-memory', 'more memory than allowed', 20_000],
  ['exit', 'exited with code: 3', 20_000],
] as const)(
  'fails the task alone when it makes the thread %s',
  async (kind, message, maxMs) => {
    const { run } = createThread();
    const [failed, next] = await Promise.allSettled([
      run({ kind }, maxMs),
      run({ kind: 'count' }),
    ]);
    expect(failed).toMatchObject({
      reason: { message: expect.stringContaining(message) },
    });
    // A new thread has had no task before.
    expect(next).toEqual({ status: 'fulfilled', value: 1 });
  },
);

it('counts neither the wait for others nor the start as time of a task', async () => {
  const { run } = createThread();
  await expect(
    Promise.all([
      run({ kind: 'wait', milliseconds: 600 }),
      run({ kind: 'count' }, 500),
    ]),
  ).resolves.toEqual([1, 2]);
});

it('counts the time that a thread is at work, and ten times that by the clock', async () => {
  const { run } = createThread();
  await expect(run({ kind: 'wait', milliseconds: 600 }, 300)).resolves.toBe(1);
  await expect(
    run({ kind: 'wait', milliseconds: 20_000 }, 50),
  ).rejects.toMatchObject({ limit: 'time' });
});

it('refuses tasks when too many wait, and all once it is closed', async () => {
  const { run, close } = createThread({ maxTasks: 2 });
  const tasks = Promise.allSettled([
    run({ kind: 'hang' }),
    run({ kind: 'count' }),
  ]);
  await expect(run({ kind: 'count' })).rejects.toMatchObject({
    limit: 'queue',
  });
  await new Promise(resolve => setTimeout(resolve, 1_000));
  await close();
  await expect(tasks).resolves.toMatchObject([
    { reason: { message: 'Terminating worker thread' } },
    { reason: { message: 'The portal is shutting down' } },
  ]);
  await expect(run({ kind: 'count' })).rejects.toThrow('shutting down');
});
