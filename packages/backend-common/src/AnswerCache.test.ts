import { AnswerCache } from './AnswerCache';

describe('AnswerCache', () => {
  afterEach(() => jest.useRealTimers());

  it('finds an answer once for all who ask within five seconds', async () => {
    jest.useFakeTimers({ now: new Date('2027-03-16T10:00:00Z') });
    const cache = new AnswerCache<number>();
    const find = jest.fn<Promise<number>, []>().mockResolvedValue(1);
    expect(
      await Promise.all([cache.get('all', find), cache.get('all', find)]),
    ).toEqual([1, 1]);
    jest.advanceTimersByTime(4_999);
    await cache.get('all', find);
    expect(find).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(2);
    await cache.get('all', find);
    expect(find).toHaveBeenCalledTimes(2);
    await cache.get('some', find);
    expect(find).toHaveBeenCalledTimes(3);
  });

  it('forgets what failed', async () => {
    const cache = new AnswerCache<number>();
    await expect(
      cache.get('all', () => Promise.reject(new Error('away'))),
    ).rejects.toThrow('away');
    expect(await cache.get('all', async () => 2)).toBe(2);
  });
});
