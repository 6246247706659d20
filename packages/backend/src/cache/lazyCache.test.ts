import { CacheManager } from '@backstage/backend-defaults/cache';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { lazyCache } from './lazyCache';

function createTester(cache: { store: string } | undefined) {
  return ServiceFactoryTester.from(lazyCache, {
    dependencies: [
      mockServices.rootConfig.factory({
        data: { backend: cache ? { cache } : {} },
      }),
    ],
  });
}

describe('lazyCache', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('makes the cache with its first use, one for all plugins', async () => {
    const fromConfig = jest.spyOn(CacheManager, 'fromConfig');
    const tester = createTester(undefined);
    const one = await tester.getSubject('one');
    const other = await tester.getSubject('other');
    expect(fromConfig).not.toHaveBeenCalled();

    await one.set('key', 'of one');
    await other.set('key', 'of the other');
    expect(await one.get('key')).toBe('of one');
    await one.delete('key');
    expect(await one.get('key')).toBeUndefined();
    expect(await other.withOptions({ defaultTtl: 1_000 }).get('key')).toBe(
      'of the other',
    );
    expect(fromConfig).toHaveBeenCalledTimes(1);
  });

  it('says at the start that there is no such store', async () => {
    await expect(createTester({ store: 'paper' }).getSubject()).rejects.toThrow(
      'Unknown cache store: paper',
    );
  });
});
