import { CacheManager } from '@backstage/backend-defaults/cache';
import {
  type CacheService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

/**
 * The stock cache, made when a plugin first uses it, which is with the first page
 * of documentation that is read: with it come the clients of all stores that there
 * are, some 440 files. A store other than memory is made at once, so that what is
 * wrong with its config is told at the start.
 */
export const lazyCache = createServiceFactory({
  service: coreServices.cache,
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.rootLogger,
    plugin: coreServices.pluginMetadata,
  },
  createRootContext({ config, logger }) {
    let manager: CacheManager | undefined;
    const getManager = () => {
      manager ??= CacheManager.fromConfig(config, { logger });
      return manager;
    };
    const store = config.getOptionalString('backend.cache.store');
    if (store !== undefined && store !== 'memory') {
      getManager();
    }
    return getManager;
  },
  factory({ plugin }, getManager): CacheService {
    let cache: CacheService | undefined;
    const getCache = () => {
      cache ??= getManager().forPlugin(plugin.getId());
      return cache;
    };
    return {
      get: key => getCache().get(key),
      set: (key, value, options) => getCache().set(key, value, options),
      delete: key => getCache().delete(key),
      withOptions: options => getCache().withOptions(options),
    };
  },
});
