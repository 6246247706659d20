import { parseInput, MAX_PROPOSAL_LENGTH } from '@atrium/common';
import { createPreviewSchema } from '@atrium/plugin-techdocs-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PagePreviews } from './PagePreviews';

interface PreviewRouterOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  httpAuth: HttpAuthService;
  previews: Pick<PagePreviews, 'render'>;
}

/** A letter may take four bytes, or six characters of JSON. */
const MAX_BODY_BYTES = 6 * MAX_PROPOSAL_LENGTH;

/** Shows what somebody writes as a page; nothing of it is kept. */
export function createPreviewRouter(options: PreviewRouterOptions): Router {
  const { catalog, httpAuth, previews } = options;
  const router = PromiseRouter();
  router.post(
    '/page-previews',
    express.json({ limit: MAX_BODY_BYTES }),
    async (req, res) => {
      const input = parseInput(createPreviewSchema, req.body);
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const { entityRef } = input;
      const entity = await catalog.getEntityByRef(entityRef, { credentials });
      if (!entity) {
        throw new NotFoundError(`No entity '${entityRef}'`);
      }
      res.json(await previews.render(entity, input));
    },
  );
  return router;
}
