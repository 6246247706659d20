import { parseQuery } from '@atrium/common';
import { siteStateQuerySchema } from '@atrium/plugin-techdocs-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PublishedSites } from './PublishedSites';

interface SiteStateRouterOptions {
  httpAuth: HttpAuthService;
  sites: Pick<PublishedSites, 'getState'>;
}

/** Tells whoever waits for a site whether it is there. */
export function createSiteStateRouter(options: SiteStateRouterOptions): Router {
  const { httpAuth, sites } = options;
  const router = PromiseRouter();
  router.get('/site-state', async (req, res) => {
    const { entityRef } = parseQuery(siteStateQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await sites.getState(entityRef, { credentials }));
  });
  return router;
}
