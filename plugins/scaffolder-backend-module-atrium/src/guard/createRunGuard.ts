import { words } from '../templateWords';
import {
  failpoint,
  parseStrictEntityRef,
  readJson,
} from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import type {
  BackstageCredentials,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import Router from 'express-promise-router';
import { z } from 'zod';
import type { RunStore } from '../runs/RunStore';
import type { WorkspaceStore } from '../runs/WorkspaceStore';
import type { RunChecks } from './RunChecks';

/** What {@link createRunGuard} asks. */
export interface RunGuardOptions {
  catalog: CatalogService;
  checks: RunChecks;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  runs: Pick<RunStore, 'explainRecovered' | 'forgetNotice' | 'hasFinishedStep'>;
  scaffolder: Pick<ScaffolderService, 'getTask'>;
  /** Where files of runs are kept; absent: somewhere else. */
  workspaces?: Pick<WorkspaceStore, 'has'>;
}

const jsonObjectSchema = z.record(z.string(), z.json());
const runSchema = z.object({
  templateRef: z.string(),
  values: jsonObjectSchema.default({}),
});
const dryRunSchema = z.object({
  template: z.unknown(),
  values: jsonObjectSchema.default({}),
});

/**
 * Stands before the router of the scaffolder: whatever starts a run passes
 * here, so that no template can forget the checks.
 */
export function createRunGuard(options: RunGuardOptions) {
  const { catalog, checks, httpAuth, logger, runs, scaffolder, workspaces } =
    options;
  const router = Router();
  // The router of the scaffolder takes bodies of this size, too.
  const readBody = readJson({ limit: '10MB' });

  router.use((req, _res, next) => {
    // Postgres refuses it wherever it stands, and no name has it.
    if (/%00/.test(req.originalUrl)) {
      throw new InputError('The address has a NUL character');
    }
    next();
  });

  router.post('/v2/tasks', readBody, async (req, _res, next) => {
    const { templateRef, values } = parseInput(runSchema, req.body);
    const credentials = await httpAuth.credentials(req);
    const template = await findTemplate(templateRef, credentials);
    await checks.check({
      template,
      steps: withIds(template),
      parameters: values,
      credentials,
    });
    failpoint('scaffolder.run.1');
    next();
  });

  router.post('/v2/dry-run', readBody, async (req, _res, next) => {
    const { template: given, values } = parseInput(dryRunSchema, req.body);
    const credentials = await httpAuth.credentials(req);
    const template = await readTemplate(given);
    if (!template) {
      throw new InputError('The template of the dry run is none');
    }
    await checks.check({
      template,
      steps: withIds(template),
      parameters: values,
      credentials,
    });
    next();
  });

  router.post('/v2/tasks/:taskId/retry', async (req, res, next) => {
    const { taskId } = req.params;
    const credentials = await httpAuth.credentials(req);
    const { spec } = await scaffolder.getTask({ taskId }, { credentials });
    const template = await findTemplate(
      spec.templateInfo?.entityRef,
      credentials,
    );
    await checks.check({
      template,
      steps: spec.steps,
      parameters: spec.parameters,
      user: spec.user,
      credentials,
      isRetry: true,
    });
    // Steps that are over are left out: without what they made, the next ones would
    // publish an empty folder.
    const hasFiles = !workspaces || (await workspaces.has(taskId));
    if (!hasFiles && (await runs.hasFinishedStep(taskId))) {
      throw words.error(
        ConflictError,
        words.describe('templates.refusal.filesGone'),
      );
    }
    res.once('finish', () => {
      // The watcher takes what it finds unexplained for a backend that stopped.
      Promise.all([
        runs.explainRecovered({
          reason: 'retried',
          message: 'Somebody tried the run again.',
          taskId,
        }),
        res.statusCode < 400 && runs.forgetNotice(taskId),
      ]).catch(error => logger.warn('A retry was not noted', error));
    });
    next();
  });

  return router;

  async function findTemplate(
    entityRef: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<TemplateEntityV1beta3> {
    const ref = stringifyEntityRef(
      parseStrictEntityRef(entityRef, { defaultKind: 'template' }),
    );
    const template = await readTemplate(
      await catalog.getEntityByRef(ref, { credentials }),
    );
    if (!template) {
      throw words.error(
        NotFoundError,
        words.describe('templates.refusal.noTemplate', { template: ref }),
      );
    }
    return template;
  }
}

async function readTemplate(
  entity: unknown,
): Promise<TemplateEntityV1beta3 | undefined> {
  if (!entity) {
    return undefined;
  }
  const isTemplate = await templateEntityV1beta3Validator
    .check(Object(entity))
    .catch(error => {
      throw new InputError('The template is not valid', error);
    });
  // The validator says it, but not to the compiler.
  return isTemplate ? (entity as TemplateEntityV1beta3) : undefined;
}

/** Steps are named by their place where the template does not name them. */
function withIds({ spec }: TemplateEntityV1beta3) {
  return spec.steps.map((step, index) => ({
    ...step,
    id: step.id ?? `step-${index + 1}`,
  }));
}
