import type { CatalogState } from '@atrium/plugin-catalog-health-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type express from 'express';
import PromiseRouter from 'express-promise-router';
import type { CatalogStateStore } from './CatalogStateStore';

interface StateRouterOptions {
  httpAuth: HttpAuthService;
  store: CatalogStateStore;
}

/**
 * Answers other backends of the portal what the catalog could not process.
 *
 * @remarks People ask the catalog-health plugin, which knows who may see what.
 */
export function createStateRouter(options: StateRouterOptions): express.Router {
  const { httpAuth, store } = options;
  const router = PromiseRouter();

  router.get('/health/state', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const [failures, unresolved, refused, waiting, isBeingFilled] =
      await Promise.all([
        store.listFailed(),
        store.listUnresolved(),
        store.listRefused(),
        store.listWaiting(),
        store.isBeingFilled(),
      ]);
    const state: CatalogState = {
      failures: failures.items.map(({ id: _, ...failure }) => failure),
      unresolved: unresolved.items,
      refused: refused.items,
      isTruncated: [failures, unresolved, refused].some(
        list => list.isTruncated,
      ),
      waiting,
      isBeingFilled,
    };
    res.json(state);
  });

  return router;
}
