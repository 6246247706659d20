import {
  audited,
  type AuditedServices,
  readJson,
  requirePermissions,
} from '@atrium/backend-common';
import { parseInput, parseQuery } from '@atrium/common';
import {
  createFixSchema,
  fixInputSchema,
} from '@atrium/plugin-scorecard-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Fixes } from './Fixes';

/** What the routes of fixes need. */
export interface FixRouterOptions extends AuditedServices {
  httpAuth: HttpAuthService;
  fixes: Fixes;
}

/** Files that mend checks. */
export function createFixRouter(options: FixRouterOptions): Router {
  const { fixes, httpAuth, permissions } = options;
  const router = PromiseRouter();

  router.get('/fixes', async (req, res) => {
    const input = parseQuery(fixInputSchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const fix = await fixes.find(input, { credentials });
    // It says what is in the repository, which the portal sees more of.
    await requirePermissions(permissions, {
      credentials,
      ...fixes.requireProposer(input.entityRef, { credentials }),
    });
    res.json(await fixes.getDraft(fix));
  });

  router.post('/fixes', readJson({ limit: '700kb' }), async (req, res) => {
    const { content, ...input } = parseInput(createFixSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const fix = await fixes.find(input, { credentials });
    const handedOver = await audited(options, {
      eventId: 'fix-propose',
      request: req,
      meta: { ...input, path: fix.file.path },
      access: {
        credentials,
        ...fixes.requireProposer(input.entityRef, { credentials }),
      },
      work: () => fixes.propose(fix, content, { credentials }),
      describe: ({ handover, url }) => ({ handover, url }),
    });
    res.status(201).json(handedOver);
  });

  return router;
}
