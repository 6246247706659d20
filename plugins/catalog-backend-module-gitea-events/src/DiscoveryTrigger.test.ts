import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { DiscoveryTrigger } from './DiscoveryTrigger';

const task = 'gitea-provider:acme:refresh';

describe('DiscoveryTrigger', () => {
  const scheduler = mockServices.scheduler.mock();
  const logger = mockServices.logger.mock();
  let trigger: DiscoveryTrigger;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
    trigger = new DiscoveryTrigger({ logger, scheduler });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('starts the task of the provider', async () => {
    await trigger.trigger('acme');

    expect(scheduler.triggerTask.mock.calls).toEqual([[task]]);
  });

  it('waits for a run that is going on, once for all that ask', async () => {
    scheduler.triggerTask
      .mockRejectedValueOnce(new NotFoundError(`Task ${task} does not exist`))
      .mockRejectedValueOnce(new ConflictError(`Task ${task} is running`));

    const done = Promise.all([
      trigger.trigger('acme'),
      trigger.trigger('acme'),
      trigger.trigger('acme'),
    ]);
    await jest.advanceTimersByTimeAsync(4_000);
    await done;

    expect(scheduler.triggerTask).toHaveBeenCalledTimes(3);
  });

  it('leaves it to the schedule after ten minutes', async () => {
    scheduler.triggerTask.mockRejectedValue(new ConflictError('running'));

    const done = trigger.trigger('acme');
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    await done;

    expect(scheduler.triggerTask).toHaveBeenCalledTimes(300);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('passes other failures on', async () => {
    scheduler.triggerTask.mockRejectedValue(new Error('no database'));

    await expect(trigger.trigger('acme')).rejects.toThrow('no database');
  });

  it('stops waiting when the backend stops', async () => {
    scheduler.triggerTask.mockRejectedValue(new ConflictError('running'));

    const done = trigger.trigger('acme');
    trigger.stop();
    await jest.advanceTimersByTimeAsync(2_000);
    await done;

    expect(scheduler.triggerTask).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
