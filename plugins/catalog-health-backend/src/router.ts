import { requirePermissions } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import {
  fileValidatePermission,
  type EntityProblemCounts,
  problemCountsQuerySchema,
  problemQuerySchema,
  validateFileSchema,
} from '@atrium/plugin-catalog-health-common';
import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import type { FileValidator } from './services/FileValidator';
import type { ProblemReads } from './services/ProblemReads';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  problems: Pick<ProblemReads, 'count' | 'list'>;
  validator: Pick<FileValidator, 'validate'>;
}

export function createRouter(options: RouterOptions): express.Router {
  const { httpAuth, permissions, problems, validator } = options;
  const router = PromiseRouter();
  // A file of 1 MB, as JSON.
  router.use(express.json({ limit: '3mb' }));

  router.get('/problems', async (req, res) => {
    const query = parseInput(problemQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await problems.list(query, { credentials }));
  });

  // For other plugins: who may see a problem, is not asked.
  router.post('/problem-counts', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const { subjects } = parseInput(problemCountsQuerySchema, req.body);
    const items: EntityProblemCounts[] = await problems.count(subjects);
    res.json({ items });
  });

  router.post('/validate', async (req, res) => {
    const file = parseInput(validateFileSchema, req.body);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await requirePermissions(permissions, {
      credentials,
      permissions: [{ permission: fileValidatePermission }],
      refusal: () => 'You may not check files of the catalog',
    });
    res.json(await validator.validate(file, { credentials }));
  });

  return router;
}
