import type { Ownership } from '@atrium/backend-common';
import { noQuerySchema, type OwnerRefs, parseQuery } from '@atrium/common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type express from 'express';
import PromiseRouter from 'express-promise-router';

interface OwnerRouterOptions {
  httpAuth: HttpAuthService;
  ownership: Pick<Ownership, 'getOwnerRefs'>;
}

/** Answers people who owns what is their own, for filters such as "mine". */
export function createOwnerRouter(options: OwnerRouterOptions): express.Router {
  const { httpAuth, ownership } = options;
  const router = PromiseRouter();

  router.get('/owner-refs', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const ownerRefs = await ownership.getOwnerRefs({ credentials });
    res.json({ ownerRefs } satisfies OwnerRefs);
  });

  return router;
}
