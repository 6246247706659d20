import { mockServices } from '@backstage/backend-test-utils';
import { Duration } from 'luxon';
import { DuePoller } from './DuePoller';
import type { TaskState } from './readTaskStates';

const START = new Date('2027-03-16T10:00:00.000Z');

const settingsOf = (cadence: string) => ({
  version: 2 as const,
  cadence,
  timeoutAfterDuration: 'PT1M',
});

/** A table of tasks whose time passes with the clock. */
class FakeTasks {
  readonly reads: string[][] = [];
  readonly #rows = new Map<
    string,
    { dueAt?: number; isRunning: boolean; settingsJson: string }
  >();

  set(
    id: string,
    options: {
      dueInSeconds?: number;
      isRunning?: boolean;
      settingsJson?: string;
    },
  ): void {
    const { dueInSeconds, isRunning = false } = options;
    this.#rows.set(id, {
      dueAt:
        dueInSeconds === undefined
          ? undefined
          : Date.now() + dueInSeconds * 1000,
      isRunning,
      settingsJson: options.settingsJson ?? JSON.stringify(settingsOf('PT1M')),
    });
  }

  async read(ids: string[]): Promise<TaskState[]> {
    this.reads.push(ids);
    return ids.flatMap(id => {
      const row = this.#rows.get(id);
      return row
        ? {
            id,
            settingsJson: row.settingsJson,
            isRunning: row.isRunning,
            dueInMs:
              row.dueAt === undefined ? undefined : row.dueAt - Date.now(),
          }
        : [];
    });
  }
}

describe('DuePoller', () => {
  let tasks: FakeTasks;
  let poller: DuePoller;
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    jest.useFakeTimers({ now: START });
    tasks = new FakeTasks();
    poller = new DuePoller({ logger, read: ids => tasks.read(ids) });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** Answers what the wait ended with, as soon as it has. */
  function wait(taskId: string, signal = new AbortController().signal) {
    const ended: unknown[] = [];
    void poller
      .waitForTask(taskId, {
        signal,
        pollInterval: Duration.fromObject({ seconds: 5 }),
      })
      .then(found => ended.push(found));
    return ended;
  }
  const pass = (seconds: number) =>
    jest.advanceTimersByTimeAsync(seconds * 1000);

  it('looks when a task is due, and no sooner than after half a minute otherwise', async () => {
    tasks.set('soon', { dueInSeconds: 12 });
    tasks.set('tomorrow', { dueInSeconds: 86_400 });
    const soon = wait('soon');
    const tomorrow = wait('tomorrow');
    await pass(14.9);
    expect(tasks.reads).toEqual([['soon', 'tomorrow']]);
    // With what else is due within the same five seconds.
    await pass(0.1);
    expect(soon).toEqual([{ result: 'ready', settings: settingsOf('PT1M') }]);
    expect(tasks.reads).toHaveLength(2);
    await pass(29.9);
    expect(tasks.reads).toHaveLength(2);
    await pass(0.1);
    expect(tasks.reads[2]).toEqual(['tomorrow']);
    expect(tomorrow).toEqual([]);
  });

  it('knows when a task is due that has just run', async () => {
    tasks.set('each-minute', { dueInSeconds: 0 });
    wait('each-minute');
    await pass(0);
    expect(tasks.reads).toHaveLength(1);
    tasks.set('each-minute', { dueInSeconds: 60 });
    const again = wait('each-minute');
    await pass(29);
    expect(tasks.reads).toHaveLength(1);
    await pass(30);
    expect(again).toEqual([]);
    await pass(1);
    expect(again).toHaveLength(1);
    expect(tasks.reads).toHaveLength(3);
  });

  it('sees at once what is triggered here', async () => {
    tasks.set('manual', {
      settingsJson: JSON.stringify(settingsOf('manual')),
    });
    const found = wait('manual');
    await pass(1);
    tasks.set('manual', {
      dueInSeconds: 0,
      settingsJson: JSON.stringify(settingsOf('manual')),
    });
    poller.wake();
    await pass(0);
    expect(found).toEqual([
      { result: 'ready', settings: settingsOf('manual') },
    ]);
  });

  it('looks every five seconds at what another process runs', async () => {
    tasks.set('taken', { dueInSeconds: -1, isRunning: true });
    const found = wait('taken');
    await pass(10);
    expect(tasks.reads).toHaveLength(3);
    tasks.set('taken', { dueInSeconds: 0 });
    await pass(5);
    expect(found).toHaveLength(1);
  });

  it('ends the wait for what is gone, and for what only a newer version reads', async () => {
    tasks.set('newer', { dueInSeconds: 0, settingsJson: '{"version":3}' });
    tasks.set('broken', { dueInSeconds: 0, settingsJson: '{' });
    const found = [wait('gone'), wait('newer'), wait('broken')];
    await pass(0);
    expect(found).toEqual(
      Array.from({ length: 3 }, () => [{ result: 'abort' }]),
    );
  });

  it('asks for nothing once nobody waits', async () => {
    tasks.set('soon', { dueInSeconds: 12 });
    const stop = new AbortController();
    const found = wait('soon', stop.signal);
    await pass(1);
    stop.abort();
    await pass(120);
    expect(found).toEqual([{ result: 'abort' }]);
    expect(wait('soon', stop.signal)).toEqual([]);
    expect(tasks.reads).toHaveLength(1);
  });

  it('goes on after the database did not answer', async () => {
    tasks.set('due', { dueInSeconds: 0 });
    const read = jest.spyOn(tasks, 'read');
    read.mockRejectedValueOnce(new Error('No connection'));
    const found = wait('due');
    await pass(0);
    expect(logger.warn).toHaveBeenCalledWith('Due tasks could not be read', {
      error: 'Error: No connection',
    });
    await pass(5);
    expect(found).toHaveLength(1);
  });
});
