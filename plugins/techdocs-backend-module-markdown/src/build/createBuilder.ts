import { toError } from '@backstage/errors';
import { createMarkdown } from '../markdown/createMarkdown';
import type { CachedSite } from './CachedSite';
import { parseCachedSite, serializeCachedSite } from './CachedSite';
import { PageCache } from './PageCache';
import { renderSite } from './renderSite';
import type { BuildRequest, BuildResult } from './buildMessages';

/** Says why the pages could not be kept, which is no reason to fail. */
async function keep(
  cache: PageCache,
  key: string,
  site: CachedSite,
): Promise<string | undefined> {
  try {
    await cache.write(key, serializeCachedSite(site));
    return undefined;
  } catch (error) {
    return toError(error).message;
  }
}

/** Makes the function that builds sites one after the other in a process. */
export function createBuilder(onPage: (sourcePath: string) => void) {
  const md = createMarkdown();

  return async (request: BuildRequest): Promise<BuildResult> => {
    const { cacheDirectory, cacheKey, ...options } = request;
    const pageCache = new PageCache(cacheDirectory);
    const { cache, ...result } = await renderSite({
      ...options,
      md,
      cached: parseCachedSite(await pageCache.read(cacheKey)),
      onPage,
    });
    return { ...result, cacheProblem: await keep(pageCache, cacheKey, cache) };
  };
}
