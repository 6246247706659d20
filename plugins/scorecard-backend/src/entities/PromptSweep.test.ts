import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { PromptSweep } from './PromptSweep';

describe('PromptSweep', () => {
  const lifecycle = mockServices.lifecycle.mock();
  const scheduler = mockServices.scheduler.mock();
  const taskId = 'scorecard-entities';
  let sweep: PromptSweep;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
    const logger = mockServices.logger.mock();
    sweep = new PromptSweep({ lifecycle, logger, scheduler, taskId });
  });

  afterEach(() => jest.useRealTimers());

  it('looks twice after the last of several pushes', async () => {
    sweep.afterPush();
    await jest.advanceTimersByTimeAsync(4_000);
    sweep.afterPush();
    await jest.advanceTimersByTimeAsync(4_999);
    expect(scheduler.triggerTask).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(scheduler.triggerTask.mock.calls).toEqual([[taskId]]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(2);
  });

  it('leaves it to the run that is going on', async () => {
    scheduler.triggerTask.mockRejectedValue(new ConflictError('running'));
    sweep.afterPush();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(2);
  });

  it('ends with the backend', async () => {
    sweep.afterPush();
    const [[stop]] = lifecycle.addShutdownHook.mock.calls;
    await stop();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(scheduler.triggerTask).not.toHaveBeenCalled();
  });
});
