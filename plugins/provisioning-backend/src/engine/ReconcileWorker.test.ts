import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { ClaimStore } from '../database/ClaimStore';
import { DriverRegistry } from '../services/DriverRegistry';
import { EngineMetrics } from './EngineMetrics';
import type { ReconcileQueue } from './ReconcileQueue';
import { ReconcileWorker } from './ReconcileWorker';

describe('ReconcileWorker', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** A worker for which nothing is due, unless a test says so. */
  async function startWorker() {
    const readDue = jest
      .fn<ReturnType<ClaimStore['readDue']>, []>()
      .mockResolvedValue({ drivers: [] });
    const claim = jest
      .fn<ReturnType<ClaimStore['claim']>, Parameters<ClaimStore['claim']>>()
      .mockResolvedValue({ claimed: [], hasMore: false });
    const start = jest.fn<Promise<void>, Parameters<ReconcileQueue['start']>>(
      async () => {},
    );
    const worker = new ReconcileWorker({
      claims: {
        claim,
        readDue,
        readBacklog: async () => ({ count: 0, oldestSeconds: 0 }),
        renew: async () => {},
        giveBack: async () => {},
      },
      drivers: new DriverRegistry(),
      logger: mockServices.logger.mock(),
      metrics: new EngineMetrics(metricsServiceMock.mock()),
      queue: { start, stop: async () => {} },
      reconciler: { run: async () => {} },
    });
    await worker.start();
    return { claim, queue: start.mock.calls[0][0], readDue, worker };
  }

  it('looks every five seconds while nothing is due', async () => {
    const { readDue, worker } = await startWorker();
    await jest.advanceTimersByTimeAsync(61_000);
    // After one second, and twelve times in the minute that follows.
    expect(readDue).toHaveBeenCalledTimes(13);
    await worker.stop();
  });

  it('looks when the next thing is due, and each second while something is', async () => {
    const { claim, readDue, worker } = await startWorker();
    readDue.mockResolvedValueOnce({ drivers: [], nextInMs: 2_500 });
    // It looks after one second for the first time, and is due at 3.5 seconds.
    await jest.advanceTimersByTimeAsync(3_499);
    expect(readDue).toHaveBeenCalledTimes(1);
    readDue.mockResolvedValue({ drivers: ['memory'], nextInMs: 0 });
    await jest.advanceTimersByTimeAsync(1);
    expect(readDue).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(readDue).toHaveBeenCalledTimes(5);
    await worker.stop();
    expect(claim).toHaveBeenCalledWith('memory', expect.anything());
  });

  it('looks within a second for what this process makes due, also during a look', async () => {
    const { queue, readDue, worker } = await startWorker();
    await jest.advanceTimersByTimeAsync(1_500);
    expect(readDue).toHaveBeenCalledTimes(1);
    readDue.mockImplementationOnce(async () => {
      queue.onDue();
      return { drivers: [] };
    });
    queue.onDue();
    await jest.advanceTimersByTimeAsync(500);
    expect(readDue).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(readDue).toHaveBeenCalledTimes(3);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(readDue).toHaveBeenCalledTimes(3);
    await worker.stop();
  });

  it('tries again each second while the database does not answer', async () => {
    const { readDue, worker } = await startWorker();
    readDue.mockRejectedValue(new Error('The connection was reset'));
    await jest.advanceTimersByTimeAsync(3_000);
    expect(readDue).toHaveBeenCalledTimes(3);
    await worker.stop();
  });
});
