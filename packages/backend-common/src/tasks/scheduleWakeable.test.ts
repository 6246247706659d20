import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { scheduleWakeable } from './scheduleWakeable';

describe('scheduleWakeable', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2027-03-16T10:00:00.000Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function start(
    fn: () => Promise<number | void> = async () => {},
    options: { delayMs?: number } = {},
  ) {
    const scheduler = mockServices.scheduler.mock();
    const logger = mockServices.logger.mock();
    const hooks: (() => void | Promise<void>)[] = [];
    const task = await scheduleWakeable({
      ...options,
      id: 'definitions',
      frequency: { minutes: 5 },
      initialDelay: { seconds: 5 },
      timeout: { minutes: 3 },
      lifecycle: { addShutdownHook: hook => hooks.push(hook) },
      logger,
      scheduler,
      fn,
    });
    const [scheduled] = scheduler.scheduleTask.mock.calls[0];
    return {
      logger,
      scheduled,
      run: async () => scheduled.fn(new AbortController().signal),
      stop: () => Promise.all(hooks.map(hook => hook())),
      triggerTask: scheduler.triggerTask,
      task,
      wake: () => task.wake(),
    };
  }

  it('triggers the task once for what happens together', async () => {
    const { scheduled, triggerTask, wake } = await start();
    expect(scheduled).toMatchObject({
      id: 'definitions',
      frequency: { minutes: 5 },
      scope: 'global',
    });
    wake();
    await jest.advanceTimersByTimeAsync(400);
    wake();
    await jest.advanceTimersByTimeAsync(100);
    expect(triggerTask.mock.calls).toEqual([['definitions']]);
    wake();
    await jest.advanceTimersByTimeAsync(500);
    expect(triggerTask).toHaveBeenCalledTimes(2);
  });

  it('triggers it once for what happens within the time that was chosen', async () => {
    const { triggerTask, wake } = await start(undefined, { delayMs: 10_000 });
    for (let second = 0; second < 10; second++) {
      wake();
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(triggerTask).toHaveBeenCalledTimes(1);
    wake();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(triggerTask).toHaveBeenCalledTimes(2);
  });

  it('triggers it again where it was running', async () => {
    const { triggerTask, wake } = await start();
    triggerTask.mockRejectedValueOnce(new ConflictError('It is running'));
    wake();
    await jest.advanceTimersByTimeAsync(500);
    await jest.advanceTimersByTimeAsync(2_999);
    expect(triggerTask).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(triggerTask).toHaveBeenCalledTimes(2);
  });

  it('warns where the database does not answer', async () => {
    const { logger, triggerTask, wake } = await start();
    triggerTask.mockRejectedValueOnce(new Error('No connection'));
    wake();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(triggerTask).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith('A task could not be woken', {
      task: 'definitions',
      error: 'Error: No connection',
    });
  });

  it('runs again when a run asks for it, or before when it is woken', async () => {
    const { run, triggerTask, wake } = await start(async () => 60_000);
    await run();
    await jest.advanceTimersByTimeAsync(30_000);
    wake();
    await jest.advanceTimersByTimeAsync(500);
    expect(triggerTask).toHaveBeenCalledTimes(1);
    await run();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(triggerTask).toHaveBeenCalledTimes(2);
  });

  it('runs after a time that was set also where it was woken before', async () => {
    const { task, triggerTask, wake } = await start();
    task.set(10_000);
    wake();
    await jest.advanceTimersByTimeAsync(8_000);
    expect(triggerTask).toHaveBeenCalledTimes(1);
    task.set(10_000);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(triggerTask).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(8_000);
    expect(triggerTask).toHaveBeenCalledTimes(3);
  });

  it('triggers nothing once the portal stops', async () => {
    const { stop, triggerTask, wake } = await start();
    wake();
    await stop();
    wake();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(triggerTask).not.toHaveBeenCalled();
  });
});
