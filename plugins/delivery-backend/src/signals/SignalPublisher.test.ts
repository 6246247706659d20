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
  const publisher = new SignalPublisher({ signals, logger, delayMs: 100 });

  beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells at once what changes within a moment', async () => {
    publisher.publish(new Map([['component:default/a', new Set(['run'])]]));
    publisher.publish(
      new Map([
        ['component:default/a', new Set(['deployment'])],
        ['component:default/b', new Set(['run'])],
      ]),
    );
    publisher.publish(new Map());
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

  it('sends many entities in several messages', async () => {
    publisher.publish(
      new Map(
        Array.from({ length: 450 }, (_, number) => [
          `component:default/${number}`,
          new Set(['run']),
        ]),
      ),
    );
    await publisher.flush();
    expect(
      signals.publish.mock.calls.map(
        ([{ message }]) => (message.entityRefs as string[]).length,
      ),
    ).toEqual([200, 200, 50]);
  });

  it('says when it could not, and goes on', async () => {
    signals.publish.mockRejectedValueOnce(new Error('no bus'));
    publisher.publish(new Map([['component:default/a', new Set(['run'])]]));
    await publisher.flush();
    expect(logger.warn).toHaveBeenCalledWith('Signals were not sent', {
      error: 'Error: no bus',
    });

    publisher.publish(new Map([['component:default/a', new Set(['run'])]]));
    await publisher.flush();
    expect(signals.publish).toHaveBeenCalledTimes(2);
  });
});
