import { parseQuery } from '@atrium/common';
import { uploadQuerySchema } from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Uploads } from '../services/Uploads';

/** What the route needs. */
export interface UploadRouterOptions {
  httpAuth: HttpAuthService;
  uploads: Pick<Uploads, 'upload'>;
}

/** Where the documents of tools come in. */
export function createUploadRouter(options: UploadRouterOptions): Router {
  const { httpAuth, uploads } = options;
  const router = PromiseRouter();

  router.post('/findings', async (req, res) => {
    const query = parseQuery(uploadQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    // The body is read as it comes: it may be too large for memory.
    res.json(await uploads.upload(query, req, { credentials, request: req }));
  });

  return router;
}
