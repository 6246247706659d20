import { mockCredentials } from '@backstage/backend-test-utils';
import { UserCache } from './UserCache';

describe('UserCache', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks once in five seconds, for each user and question', async () => {
    const cache = new UserCache<number>();
    const find = jest.fn(async () => 1);
    const priya = mockCredentials.user('user:default/priya');
    const jonas = mockCredentials.user('user:default/jonas');
    await cache.get('all', priya, find);
    await cache.get('all', priya, find);
    expect(find).toHaveBeenCalledTimes(1);
    await cache.get('some', priya, find);
    await cache.get('all', jonas, find);
    expect(find).toHaveBeenCalledTimes(3);
    jest.advanceTimersByTime(5_001);
    await cache.get('all', priya, find);
    expect(find).toHaveBeenCalledTimes(4);
  });

  it('forgets failures, and remembers nothing for services', async () => {
    const cache = new UserCache<number>();
    const priya = mockCredentials.user('user:default/priya');
    await expect(
      cache.get('all', priya, async () => {
        throw new Error('away');
      }),
    ).rejects.toThrow('away');
    expect(await cache.get('all', priya, async () => 2)).toBe(2);

    const find = jest.fn(async () => 3);
    await cache.get('all', mockCredentials.service(), find);
    await cache.get('all', mockCredentials.service(), find);
    expect(find).toHaveBeenCalledTimes(2);
  });
});
