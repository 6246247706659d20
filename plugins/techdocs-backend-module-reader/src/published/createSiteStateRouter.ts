import { parseQuery } from '@atrium/common';
import { siteStateQuerySchema } from '@atrium/plugin-techdocs-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PublishedSites } from './PublishedSites';

interface SiteStateRouterOptions {
  httpAuth: HttpAuthService;
  sites: Pick<PublishedSites, 'getMetadata' | 'getState'>;
}

/** Tells whether a site is there, and what is said of it as a whole. */
export function createSiteStateRouter(options: SiteStateRouterOptions): Router {
  const { httpAuth, sites } = options;
  const router = PromiseRouter();
  router.get('/site-state', async (req, res) => {
    const { entityRef } = parseQuery(siteStateQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await sites.getState(entityRef, { credentials }));
  });
  router.get('/site-metadata', async (req, res) => {
    const { entityRef } = parseQuery(siteStateQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json({ metadata: await sites.getMetadata(entityRef, { credentials }) });
  });
  return router;
}
