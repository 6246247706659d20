import { mockServices } from '@backstage/backend-test-utils';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { SignalPublisher } from './SignalPublisher';

describe('SignalPublisher', () => {
  const signals = {
    publish: jest.fn<
      ReturnType<SignalsService['publish']>,
      Parameters<SignalsService['publish']>
    >(),
  };
  const logger = mockServices.logger.mock();
  const lifecycle = { addShutdownHook: jest.fn() };
  const publisher = new SignalPublisher({
    signals,
    logger,
    lifecycle,
    channel: 'delivery',
    delayMs: 100,
  });
  const [[stop]] = lifecycle.addShutdownHook.mock.calls;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells at once what changes within a moment', async () => {
    publisher.publish(['component:default/a'], ['run']);
    publisher.publish(['component:default/a'], ['deployment']);
    publisher.publish(['component:default/b'], new Set(['run']));
    publisher.publish([], ['incident']);
    expect(signals.publish).not.toHaveBeenCalled();

    await jest.advanceTimersByTimeAsync(100);
    expect(signals.publish).toHaveBeenCalledTimes(1);
    expect(signals.publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'delivery',
      message: {
        entityRefs: ['component:default/a', 'component:default/b'],
        subjects: ['run', 'deployment'],
      },
    });
  });

  it('sends many entities in several messages, before the plugin stops', async () => {
    publisher.publish(
      Array.from({ length: 450 }, (_, number) => `component:default/${number}`),
      ['run'],
    );
    await stop();
    expect(
      signals.publish.mock.calls.map(
        ([{ message }]) => (message.entityRefs as string[]).length,
      ),
    ).toEqual([200, 200, 50]);
  });

  it('says when it could not, and goes on', async () => {
    signals.publish.mockRejectedValueOnce(new Error('no bus'));
    publisher.publish(['component:default/a'], ['run']);
    await publisher.flush();
    expect(logger.warn).toHaveBeenCalledWith('Signals were not sent', {
      error: 'Error: no bus',
    });

    publisher.publish(['component:default/a'], ['run']);
    await publisher.flush();
    expect(signals.publish).toHaveBeenCalledTimes(2);
  });
});
