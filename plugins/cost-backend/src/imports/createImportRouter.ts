import { requirePermissions } from '@atrium/backend-common';
import { noQuerySchema, parseInput, parseQuery } from '@atrium/common';
import {
  costBillReadPermission,
  importsQuerySchema,
} from '@atrium/plugin-cost-common';
import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { FinanceRefusals } from '../FinanceRefusals';
import type { TokenAccess } from '../TokenAccess';
import type { ImportReads } from './ImportReads';
import type { Imports } from './Imports';

interface ImportRouterOptions {
  finance: Pick<FinanceRefusals, 'create'>;
  httpAuth: HttpAuthService;
  imports: Imports;
  permissions: PermissionsService;
  reads: ImportReads;
  tokens: Pick<TokenAccess, 'requireSender'>;
}

const idSchema = z.object({
  id: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

/** How bills come in, and how that went. */
export function createImportRouter(options: ImportRouterOptions): Router {
  const { finance, httpAuth, imports, permissions, reads, tokens } = options;
  const router = PromiseRouter();

  const requireReader = async (req: Request, known?: BackstageCredentials) => {
    const credentials =
      known ?? (await httpAuth.credentials(req, { allow: ['user'] }));
    await requirePermissions(permissions, {
      credentials,
      permissions: [{ permission: costBillReadPermission }],
      refusal: () => finance.create('cost.refusal.bills', { credentials }),
    });
  };

  router.get('/imports', async (req, res) => {
    const query = parseQuery(importsQuerySchema, req.query);
    await requireReader(req);
    res.json(await reads.list(query));
  });

  router.get('/imports/:id', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    if (credentials.principal.type === 'service') {
      tokens.requireSender({ credentials });
    } else {
      await requireReader(req, credentials);
    }
    const { id } = parseInput(idSchema, req.params);
    res.json(await reads.getDetail(id));
  });

  router.get('/sources', async (req, res) => {
    parseQuery(noQuerySchema, req.query);
    await requireReader(req);
    res.json(await reads.listSources());
  });

  router.post('/imports', async (req, res) => {
    // Where it is refused, nobody waits for the rest of the file.
    res.set('connection', 'close');
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const created = await imports.create({ credentials, request: req });
    res.status(202).json(created);
  });

  return router;
}
