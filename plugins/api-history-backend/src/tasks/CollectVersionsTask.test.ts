import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { InputError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { api } from '../__testUtils__/TestPortal';
import { HistoryMetrics } from '../services/HistoryMetrics';
import type { CollectVersionsTaskOptions } from './CollectVersionsTask';
import { CollectVersionsTask } from './CollectVersionsTask';

describe('CollectVersionsTask', () => {
  const logger = mockServices.logger.mock();
  const catalog = catalogServiceMock.mock();
  const events = { publish: jest.fn() };
  const recorder = { record: jest.fn() };
  const saveSweep = jest.fn();
  let sweeps: CollectVersionsTaskOptions['sweeps'];
  let task: CollectVersionsTask;

  beforeEach(() => {
    jest.resetAllMocks();
    sweeps = {
      getSweep: async () => ({ number: 7, cursor: 'old' }),
      saveSweep,
      getSeen: async () => new Map(),
      markSeen: jest.fn(),
      markUnseenDeleted: jest.fn(),
    };
    task = new CollectVersionsTask({
      apisPerRun: 100,
      auth: mockServices.auth({ pluginId: 'api-history' }),
      catalog,
      events,
      logger,
      metrics: new HistoryMetrics(
        metricsServiceMock.mock({ createCounter: () => ({ add() {} }) }),
      ),
      recorder,
      signals: { publish: jest.fn() },
      sweeps,
    });
  });

  it('begins anew when the catalog does not know its cursor any more', async () => {
    catalog.queryEntities.mockRejectedValue(new InputError('Malformed cursor'));

    await expect(task.run()).rejects.toThrow('could not be swept');
    expect(saveSweep.mock.calls).toEqual([[{ number: 7 }]]);
  });

  it('goes on where it was when the catalog is away', async () => {
    catalog.queryEntities.mockRejectedValue(new Error('connection refused'));

    await expect(task.run()).rejects.toThrow('could not be swept');
    expect(saveSweep).not.toHaveBeenCalled();
  });

  it('looks at the rest when one API fails, and says so once', async () => {
    const items = [api('a', 'x'), api('b', 'y'), api('c', 'z')];
    catalog.queryEntities.mockResolvedValue({
      items,
      totalItems: 3,
      pageInfo: {},
    });
    catalog.getEntityByRef.mockImplementation(async ref =>
      items.find(item => String(ref).endsWith(item.metadata.name)),
    );
    recorder.record.mockRejectedValueOnce(new Error('no disk'));
    recorder.record.mockRejectedValueOnce(new Error('no disk'));

    await task.run();

    expect(recorder.record).toHaveBeenCalledTimes(3);
    expect(logger.warn.mock.calls).toEqual([
      [
        'Some API definitions could not be recorded',
        { failedCount: 2, firstReason: 'Error: no disk' },
      ],
    ]);
    expect(saveSweep.mock.calls).toEqual([[{ number: 8 }]]);
  });

  it('tells other backends which API has a new version', async () => {
    catalog.queryEntities.mockResolvedValue({
      items: [api('a', 'x'), api('b', 'y')],
      totalItems: 2,
      pageInfo: {},
    });
    catalog.getEntityByRef.mockResolvedValue(api('a', 'x'));
    recorder.record.mockResolvedValueOnce({
      entityRef: 'api:default/a',
      number: 2,
    });

    await task.run();

    expect(events.publish.mock.calls).toEqual([
      [
        {
          topic: 'atrium.api-version-added',
          eventPayload: { entityRef: 'api:default/a' },
        },
      ],
    ]);
  });

  it('stops in the middle of a page and leaves it to the next run', async () => {
    const stop = new AbortController();
    catalog.queryEntities.mockResolvedValue({
      items: [api('a', 'x'), api('b', 'y')],
      totalItems: 2,
      pageInfo: {},
    });
    catalog.getEntityByRef.mockResolvedValue(api('a', 'x'));
    recorder.record.mockImplementation(async () => stop.abort());

    await task.run(stop.signal);

    expect(recorder.record).toHaveBeenCalledTimes(1);
    expect(saveSweep).not.toHaveBeenCalled();
  });
});
