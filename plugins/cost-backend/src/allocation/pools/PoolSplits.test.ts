import { freezeTime } from '@atrium/backend-common/testUtils';
import type { StoredAllocation } from '../versions/StoredAllocation';
import { PoolSplits } from './PoolSplits';

const NOW = new Date('2026-12-02T10:00:00Z');
const NOTHING_NEW = { hasOthers: false, hasMore: false };

beforeEach(() => freezeTime(NOW.toISOString()));
afterEach(() => jest.useRealTimers());

function start(by: 'requests' | 'even' | 'nothing' = 'requests') {
  const pools = by === 'nothing' ? [] : [{ name: 'cluster', split: { by } }];
  const definition = { spec: { pools } };
  const read = jest.fn().mockResolvedValue(NOTHING_NEW);
  const splitAgain = jest.fn();
  const findOldestSplit = jest.fn().mockResolvedValue(NOW);
  const onSumsChanged = jest.fn();
  const splits = new PoolSplits({
    allocations: {
      findNewest: async () => ({ definition } as StoredAllocation),
    },
    changes: { splitAgain },
    generations: { findOldestSplit },
    requests: { read },
    onSumsChanged,
  });
  return { splits, read, splitAgain, findOldestSplit, onSumsChanged };
}

const CURRENT = ['2026-11-01', '2026-12-01'];
const FURTHER_BACK = ['2026-10-01', ...CURRENT];

it('looks further back while requests of the past are being found', async () => {
  const { splits, read, splitAgain, onSumsChanged } = start();
  read.mockResolvedValueOnce({ hasOthers: true, hasMore: true });
  expect(await splits.follow()).toBe(60_000);
  expect(splitAgain.mock.calls).toEqual([[FURTHER_BACK]]);
  expect(onSumsChanged).toHaveBeenCalledTimes(1);

  expect(await splits.follow()).toBeUndefined();
  expect(await splits.follow()).toBeUndefined();
  expect(read.mock.calls).toEqual([
    [{ from: '2026-10-01', to: '2026-12-03' }],
    [{ from: '2026-10-01', to: '2026-12-03' }],
    [{ from: '2026-11-01', to: '2026-12-03' }],
  ]);
  // Nothing was found, and the split is not an hour old.
  expect(splitAgain).toHaveBeenCalledTimes(1);

  // The day of another SLO has come.
  read.mockResolvedValueOnce({ hasOthers: true, hasMore: true });
  expect(await splits.follow()).toBe(60_000);
  expect(splitAgain).toHaveBeenLastCalledWith(CURRENT);
  await splits.follow();
  expect(read).toHaveBeenLastCalledWith({
    from: '2026-10-01',
    to: '2026-12-03',
  });
});

it('splits this month and the last anew every hour, whatever it goes by', async () => {
  const { splits, splitAgain, findOldestSplit } = start('even');
  await splits.follow();
  expect(splitAgain).not.toHaveBeenCalled();
  findOldestSplit.mockResolvedValue(new Date('2026-12-02T08:59:59Z'));
  expect(await splits.follow()).toBeUndefined();
  expect(splitAgain.mock.calls).toEqual([[CURRENT]]);
});

it.each(['even', 'nothing'] as const)(
  'takes over requests for what one costs where %s is split by them',
  async by => {
    const { splits, read, splitAgain, findOldestSplit } = start(by);
    read.mockResolvedValueOnce({ hasOthers: true, hasMore: true });
    expect(await splits.follow()).toBe(60_000);
    expect(read).toHaveBeenCalledTimes(1);
    expect(splitAgain).not.toHaveBeenCalled();
    findOldestSplit.mockResolvedValue(undefined);
    await splits.follow();
    expect(splitAgain).toHaveBeenCalledTimes(by === 'nothing' ? 0 : 1);
  },
);

it.each(['even', 'requests'] as const)(
  'splits pools by %s, and fails, while requests cannot be read',
  async by => {
    const { splits, read, splitAgain, findOldestSplit, onSumsChanged } =
      start(by);
    const error = new Error('SLOs cannot be read');
    read.mockRejectedValue(error);
    await expect(splits.follow()).rejects.toBe(error);
    expect(splitAgain).not.toHaveBeenCalled();
    findOldestSplit.mockResolvedValue(new Date('2026-12-02T08:59:59Z'));
    await expect(splits.follow()).rejects.toBe(error);
    expect(splitAgain.mock.calls).toEqual([[CURRENT]]);
    expect(onSumsChanged).toHaveBeenCalledTimes(1);
  },
);
